"""How a declaration describes a request: method, headers, body; with the page's number and secrets put in."""

import json
import re
from typing import Literal, Self
from urllib.parse import urlencode

from pydantic import Field, JsonValue, model_validator

from spiders.declaration import Words, from_environment
from spiders.paging import Paging, Turn
from spiders.platform import Ask

_NUMBER = re.compile(r"-?\d+(\.\d+)?")


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

    def ask(self, url: str, turn: int | Turn) -> Ask:
        """Return the request for a page (or its number) at an address; raises DeclarationError for a secret."""
        turn = turn if isinstance(turn, Turn) else Turn(turn)
        body, media_type = self._body(turn)
        headers = {name: from_environment(value) for name, value in self.headers.items()}
        # A body is no part of an address, and looks are told apart by their addresses.
        page = f"#page={turn.number}" if body else ""
        return Ask(
            url=self.paging.fill(url, turn.number, turn.values) + page,
            method=self.method or ("POST" if body else "GET"),
            headers={**({"Content-Type": media_type} if body else {}), **headers},
            body=body,
            context={"page": str(turn.number), **turn.notes},
        )

    def _body(self, turn: Turn) -> tuple[bytes, str]:
        if self.form is not None:
            form = {name: self._text(value, turn) for name, value in self.form.items()}
            return urlencode(form).encode(), "application/x-www-form-urlencoded"
        if self.json_body is not None:
            return json.dumps(self._filled(self.json_body, turn)).encode(), "application/json"
        return b"", ""

    def _filled(self, value: JsonValue, turn: Turn) -> JsonValue:
        """Fill every text of a body; one that is nothing but a placeholder becomes a number, or null for no token."""
        if isinstance(value, dict):
            return {name: self._filled(inner, turn) for name, inner in value.items()}
        if isinstance(value, list):
            return [self._filled(inner, turn) for inner in value]
        if not isinstance(value, str):
            return value
        text = self._text(value, turn)
        if value == "{token}":
            return text or None
        is_number = value in {"{page}", "{offset}", "{size}", "{lat}", "{lon}", "{km}"} and _NUMBER.fullmatch(text)
        return json.loads(text) if is_number else text

    def _text(self, value: str, turn: Turn) -> str:
        return self.paging.fill(from_environment(value), turn.number, turn.values)
