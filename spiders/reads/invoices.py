"""Documents of one's own orders: invoices, confirmations, saved pages, ledgers, mailboxes."""

import atexit
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path

from spiders.orders.bounded import Rows
from spiders.orders.known import KnownDocuments, user_cache
from spiders.orders.mailbox import Piece, piece, pieces


def read(file: Path, *, platform: str | None, url: str | None, timezone: str) -> Iterator[dict[str, object]]:  # noqa: ARG001 - the document says what it is and whose
    """Yield a row for each order that a file states; one of the type other, with its reason, where it states none.

    The rows are those of :class:`spiders.orders.record.Order`, amounts as text. ``timezone``: of times without a zone.
    """
    known = _known()

    def rows(place: Piece) -> Rows:
        return known.read(*piece(file, place), timezone)

    with ThreadPoolExecutor(known.readers.number) as threads:
        for found in threads.map(rows, pieces(file)):
            yield from found


@cache
def _known() -> KnownDocuments:
    """Return the reader of this process; its workers end with it."""
    known = KnownDocuments(user_cache() / "documents")
    atexit.register(known.close)
    return known
