"""The process that reads documents of strangers: it may be killed, and it may not have more memory than this.

One request a line on standard input, JSON: path, offset, length, media_type, name, timezone; one answer a line, the
rows.
"""

import json
import resource
import sys
from contextlib import suppress
from pathlib import Path

from spiders.orders.document import read_document

MEMORY = 1_500_000_000
"""Of address space, in bytes."""


def answer(request: dict[str, str]) -> list[dict[str, object]]:
    """Return the rows of the piece of a file that is asked for."""
    with Path(request["path"]).open("rb") as file:
        file.seek(int(request["offset"]))
        body = file.read(int(request["length"]))
    found = read_document(body, request["media_type"], request["name"], timezone=request["timezone"])
    return [order.row() for order in found]


def main() -> None:
    """Answer until there are no more requests."""
    with suppress(ValueError, OSError):  # where the system has no such limit, the deadline is the bound
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    for line in sys.stdin:
        print(json.dumps(answer(json.loads(line))), flush=True)  # noqa: T201 - this is how it answers


if __name__ == "__main__":
    main()
