"""The process that reads documents of strangers: it may be killed, and it may not have more memory than this.

A request on standard input is a line of JSON and the document's bytes, ``length`` of them. With ``name``, ``timezone``
and ``names`` the answer is a line with the rows; with ``media_type``, one with the text, or the reason why there is
none.
"""

import json
import resource
import sys
from contextlib import suppress
from typing import Any

from spiders.document_text import document_text
from spiders.errors import Changed
from spiders.orders.document import read_document
from spiders.orders.whose import ours_only

MEMORY = 1_500_000_000
"""Of address space, in bytes."""


def answer(request: dict[str, Any], body: bytes) -> object:
    """Return what is asked for of a document."""
    return _text(body, request["media_type"]) if "media_type" in request else _rows(body, **request)


def _text(body: bytes, media_type: str) -> dict[str, str]:
    try:
        return {"text": document_text(body, media_type)}
    except Changed as error:
        return {"reason": str(error)}


def _rows(body: bytes, name: str, timezone: str, names: list[str]) -> list[dict[str, object]]:
    orders = read_document(body, name=name, timezone=timezone)
    return [order.row() for order in (ours_only(orders, body, name, names) if names else orders)]


def main() -> None:
    """Answer until there are no more requests."""
    with suppress(ValueError, OSError):  # where the system has no such limit, the deadline is the bound
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    asked = sys.stdin.buffer
    while line := asked.readline():
        request = json.loads(line)
        body = asked.read(request.pop("length"))
        print(json.dumps(answer(request, body)), flush=True)  # noqa: T201 - this is how it answers


if __name__ == "__main__":
    main()
