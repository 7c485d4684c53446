"""Documents read by the patterns of a declaration, and archived as what these match."""

import atexit
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache

from pipelines.records import Page, Row
from spiders.allow_list import kept, matches
from spiders.document_text import document_text
from spiders.errors import Changed
from spiders.orders.bounded import Reader

Patterns = Mapping[str, tuple[str, ...]]
"""Our field -> regular expressions, tried in order; their one group is the value."""


def matched_only(page: Page, patterns: Patterns) -> Page:
    """Keep what the patterns match; nothing of a document that cannot be read."""
    try:
        text = _text(page)
    except Changed:
        text = ""
    return replace(page, body=kept(patterns.values(), text).encode(), media_type="text/plain", headers={})


def matched_rows(page: Page, patterns: Patterns, key: str) -> Iterator[Row]:
    """Yield a row for each different value of the key; a mail says everything twice, as text and as HTML.

    Raises Changed for a document that cannot be read.
    """
    text = _text(page)
    values = {name: told for name, expressions in patterns.items() if (told := _values(expressions, text))}
    numbers = values.get(key) or ([""] if values else [])
    for position in sorted({number: at for at, number in reversed(list(enumerate(numbers)))}.values()):
        yield {name: _one(told, position, len(numbers)) for name, told in values.items()}


def _text(page: Page) -> str:
    """Return a document's text; that of one which may be hostile is taken out in a process of its own."""
    if page.media_type == "text/plain":
        return document_text(page.body, page.media_type)
    return _reader().text(page.body, page.media_type)


@cache
def _reader() -> Reader:
    """Return the reader of this process; its worker ends with it."""
    reader = Reader()
    atexit.register(reader.close)
    return reader


def _values(expressions: Iterable[str], text: str) -> list[str]:
    """Return the values that the expressions find, in their order."""
    return [match.group(1).strip() for match in matches(expressions, text) if match.group(1)]


def _one(values: list[str], position: int, count: int) -> str:
    return values[position] if len(values) == count else values[0]
