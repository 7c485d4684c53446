"""Documents of one's own orders: invoices, confirmations, saved pages, ledgers, mailboxes."""

import atexit
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from spiders.orders.bounded import Reader
from spiders.orders.mailbox import is_mailbox, mails


def read(file: Path, *, platform: str | None, url: str | None, timezone: str) -> Iterator[dict[str, object]]:  # noqa: ARG001 - the document says what it is and whose
    """Yield a row for each order that a file states; one of the type other, with its reason, where it states none.

    The rows are those of :class:`spiders.orders.record.Order`, amounts as text. ``timezone``: of times without a zone.
    """
    pieces = mails(file) if is_mailbox(file) else iter([(0, file.stat().st_size)])
    for offset, length in pieces:
        name = "message.eml" if offset else file.name
        yield from _reader().read(file, offset, length, name, timezone)


@cache
def _reader() -> Reader:
    """Return the reader of this process; its worker ends with it."""
    reader = Reader()
    atexit.register(reader.close)
    return reader
