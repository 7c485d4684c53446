"""How a declaration describes a request: method, headers, body; with the page's number and secrets put in."""

import json
from typing import Literal, Self
from urllib.parse import urlencode

from pydantic import Field, JsonValue, model_validator

from spiders.declaration import Words, from_environment
from spiders.paging import Paging
from spiders.platform import Ask


class RequestWords(Words):
    """The words of a request; platforms that ask plain HTTP servers extend it."""

    url: str
    method: Literal["GET", "POST"] | None = None
    headers: dict[str, str] = Field(default={})
    json_body: JsonValue = Field(default=None, alias="json")
    form: dict[str, str] | None = None
    paging: Paging = Paging()

    @model_validator(mode="after")
    def _one_body(self) -> Self:
        if self.json_body is not None and self.form is not None:
            raise ValueError("write json or form, not both")
        return self

    def ask(self, url: str, number: int) -> Ask:
        """Return the request for the page of this number at a full address; raises DeclarationError for a secret."""
        body, media_type = self._body(number)
        headers = {name: from_environment(value) for name, value in self.headers.items()}
        # A body is no part of an address, and looks are told apart by their addresses.
        page = f"#page={number}" if body else ""
        return Ask(
            url=self.paging.fill(url, number) + page,
            method=self.method or ("POST" if body else "GET"),
            headers={**({"Content-Type": media_type} if body else {}), **headers},
            body=body,
            context={"page": str(number)},
        )

    def _body(self, number: int) -> tuple[bytes, str]:
        if self.form is not None:
            form = {name: self._filled(value, number) for name, value in self.form.items()}
            return urlencode(form).encode(), "application/x-www-form-urlencoded"
        if self.json_body is not None:
            return json.dumps(self._filled(self.json_body, number)).encode(), "application/json"
        return b"", ""

    def _filled(self, value: JsonValue, number: int) -> JsonValue:
        """Fill every text of a body; one that is nothing but a placeholder becomes a number."""
        if isinstance(value, dict):
            return {name: self._filled(inner, number) for name, inner in value.items()}
        if isinstance(value, list):
            return [self._filled(inner, number) for inner in value]
        if not isinstance(value, str):
            return value
        text = self.paging.fill(from_environment(value), number)
        return int(text) if value in {"{page}", "{offset}", "{size}"} else text
