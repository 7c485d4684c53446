"""Which page comes after which: the words of a declaration, and a pure decision."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal, Self

from pydantic import Field, model_validator

from spiders.declaration import Words
from spiders.json_path import JsonPath
from spiders.templates import filled_text

MOST_PAGES = 2_000
"""A source that says it has more is asked for no more: a wrong total must not become a flood."""
_WITHOUT_VALUE = re.compile(r"&[^?&=]+=\{token\}|(?<=\?)[^?&=]+=\{token\}&?")


@dataclass(frozen=True)
class Turn:
    """One page of a list: what is put into its address or body, and what must be known when it is read."""

    number: int
    values: Mapping[str, str] = field(default_factory=dict)
    """{token}, or {lat}, {lon} and {km}."""
    notes: Mapping[str, str] = field(default_factory=dict)
    """Goes into the page's context, and so into the archive."""
    url: str | None = None
    """The page's address, where the answer before it gave one."""


class Paging(Words):
    """How a list that does not fit on one page is asked for."""

    kind: Literal["none", "page", "offset", "token"] = "none"
    """``page``: {page} counts pages; ``offset``: {offset} counts records; ``token``: {token} is in the answer."""
    first: int | None = None
    """The number of the first page (1), or the first offset (0)."""
    size: int = Field(default=50, ge=1)
    """How many records a full page holds; {size} in the address."""
    token: JsonPath | None = None
    """JMESPath of the next page's token, or of its address."""
    pages: JsonPath | None = None
    """JMESPath of how many pages there are, where the source says that."""
    more: JsonPath | None = None
    """JMESPath that is true while there are more records, where the source says that."""
    until: Literal["short", "empty", "repeat"] = "short"
    """Where no total is announced: until a page is not full, until one is empty, or until the list begins again."""

    @model_validator(mode="after")
    def _token_has_a_place(self) -> Self:
        if (self.kind == "token") != bool(self.token):
            raise ValueError("paging by token needs token, the JMESPath of the next one; other kinds have none")
        return self

    @property
    def asks_the_answer(self) -> bool:
        """Whether what comes next stands in the answer, beside the records."""
        return bool(self.token or self.pages or self.more)

    @property
    def begin(self) -> int:
        """The number to begin with."""
        return self.first if self.first is not None else int(self.kind in {"page", "token"})

    def after(self, number: int, seen: int, announced: int | None) -> Iterable[int]:
        """Return the numbers to ask for after the page ``number``, which held ``seen`` records.

        Where the first page announces a total all others are asked for at once, by the size that pages really have.

        >>> list(Paging(kind="page", size=50).after(1, 50, 158))
        [2, 3, 4]
        >>> list(Paging(kind="offset", size=50).after(50, 50, None)), list(Paging(kind="page").after(3, 7, None))
        ([100], [])
        """
        if self.kind not in {"page", "offset"} or seen == 0:
            return ()
        step = seen if self.kind == "offset" else 1
        if announced is None or self.until == "repeat":
            return (number + step,) if (seen >= self.size or self.until != "short") and number < self._end else ()
        if number != self.begin:
            return ()
        pages = min(-(-announced // seen), MOST_PAGES)
        return range(number + step, number + pages * step, step)

    @property
    def _end(self) -> int:
        return self.begin + MOST_PAGES * (self.size if self.kind == "offset" else 1)

    def fill(self, template: str, number: int, values: Mapping[str, str] | None = None) -> str:
        """Put a page's number, and what else is known of it, into an address or a form's value.

        >>> Paging(kind="token", token="next").fill("/api?after={token}&n={size}", 1)
        '/api?n=50'
        """
        known = {"page": str(number), "offset": str(number), "size": str(self.size), **(values or {})}
        if "token" not in known:
            template = _WITHOUT_VALUE.sub("", template)
            known["token"] = ""
        return filled_text(template, known)
