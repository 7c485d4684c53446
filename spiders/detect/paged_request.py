"""From a request that a page made to the words of a source that makes it for every page of the list."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from spiders.detect.capture import Exchange

_PAGE = re.compile(r"page|p|page_?(number|no|index)|current_?page|seite|pagina", re.IGNORECASE)
_OFFSET = re.compile(r"offset|start|skip|from", re.IGNORECASE)
_SIZE = re.compile(r"size|limit|per_?page|page_?size|results_?per_?page|take|rows|hits_?per_?page", re.IGNORECASE)
_MADE_ANYWAY = {"content-type", "accept"}
"""Headers that are made from the body and for what is wanted."""
Filled = Callable[[str, object], object]
"""Returns the value of a word of the request, or what is put in its place."""


@dataclass
class _Turns:
    """Puts placeholders where a request says which page it wants, and takes down the paging."""

    paging: dict[str, object] = field(default_factory=dict)

    def filled(self, name: str, value: object) -> object:
        if isinstance(value, dict):
            return {inner: self.filled(inner, one) for inner, one in value.items()}
        if isinstance(value, list):
            return [self.filled(name, one) for one in value]
        if isinstance(value, bool) or not str(value).isdecimal():
            return value
        return self._placed(name, int(str(value)), value)

    def _placed(self, name: str, number: int, value: object) -> object:
        if "kind" not in self.paging and _PAGE.fullmatch(name):
            self.paging |= {"kind": "page", "first": number}
            return "{page}"
        if "kind" not in self.paging and _OFFSET.fullmatch(name):
            self.paging |= {"kind": "offset", "first": number}
            return "{offset}"
        if number and _SIZE.fullmatch(name):
            self.paging["size"] = number
            return "{size}"
        return value


def request_words(exchange: Exchange, seen: int) -> dict[str, object]:
    """Return the words of a request whose answer held so many records: address, body, headers, paging."""
    turns = _Turns()
    words = _asked(exchange, turns.filled)
    if "kind" in turns.paging:
        return words | {"paging": {"size": seen, **turns.paging}}
    return _asked(exchange, lambda _, value: value)


def _asked(exchange: Exchange, filled: Filled) -> dict[str, object]:
    parts = urlsplit(exchange.url)
    query = [(name, filled(name, value)) for name, value in parse_qsl(parts.query, keep_blank_values=True)]
    url = urlunsplit(parts._replace(query=urlencode(query, safe="{}:,/"), fragment=""))
    headers = {name: value for name, value in exchange.headers.items() if name not in _MADE_ANYWAY}
    return {"url": url, **_body(exchange, filled), **({"headers": headers} if headers else {})}


def _body(exchange: Exchange, filled: Filled) -> dict[str, object]:
    if not exchange.body:
        return {"method": exchange.method} if exchange.method == "POST" else {}
    try:
        return {"json": filled("", json.loads(exchange.body))}
    except ValueError:
        form = parse_qsl(exchange.body, keep_blank_values=True)
        return {"form": {name: str(filled(name, value)) for name, value in form}}
