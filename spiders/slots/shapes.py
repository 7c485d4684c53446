"""Small questions about parsed JSON of which nothing is known for sure."""

from collections.abc import Iterator
from typing import Any


def records_at(answer: object, *names: str) -> Iterator[dict[str, Any]]:
    """Yield the records of the list, or the values of the record, that a path leads to; others are passed over.

    >>> list(records_at({"result": [{"start": 1}, None]}, "result")), list(records_at([], "result"))
    ([{'start': 1}], [])
    """
    for name in names:
        answer = answer.get(name) if isinstance(answer, dict) else None
    items = answer.values() if isinstance(answer, dict) else answer if isinstance(answer, list) else ()
    yield from (item for item in items if isinstance(item, dict))


def whole(value: object) -> int | None:
    """Return a whole number, written as a number or as digits; None for anything else.

    >>> whole(7), whole("98"), whole(True), whole("many")
    (7, 98, None, None)
    """
    if isinstance(value, str) and value.strip().isascii() and value.strip().isdecimal():
        return int(value) if len(value) < 10 else None
    return value if isinstance(value, int) and not isinstance(value, bool) else None
