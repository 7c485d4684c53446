"""The process that reads documents of strangers: it may be killed, and it may not have more memory than this.

A request on standard input is a line of JSON (name, timezone, names, length) and the document's bytes; the answer is
a line, the rows.
"""

import json
import resource
import sys
from contextlib import suppress

from spiders.orders.document import read_document
from spiders.orders.whose import ours_only

MEMORY = 1_500_000_000
"""Of address space, in bytes."""


def main() -> None:
    """Answer until there are no more requests."""
    with suppress(ValueError, OSError):  # where the system has no such limit, the deadline is the bound
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    asked = sys.stdin.buffer
    while line := asked.readline():
        request = json.loads(line)
        body, name = asked.read(request["length"]), request["name"]
        orders = read_document(body, name=name, timezone=request["timezone"])
        if request["names"]:
            orders = ours_only(orders, body, name, request["names"])
        print(json.dumps([order.row() for order in orders]), flush=True)  # noqa: T201 - this is how it answers


if __name__ == "__main__":
    main()
