"""Documents read by the general rules, and archived as the facts that they state."""

import atexit
import hashlib
from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import PurePosixPath
from urllib.parse import unquote

from pipelines.records import Page, Reading
from spiders.declaration import Retailer
from spiders.kept_rows import kept_rows, with_rows_only
from spiders.orders.facts_page import contradictions, kept, why_not
from spiders.orders.known import KnownDocuments, user_cache
from spiders.orders.mailbox import mails_of
from spiders.orders.whose import names_of
from spiders.reading import found
from spiders.rows import RowWords

_FILE, _HASHED = "file:", "file:sha256-"


def is_document(page: Page) -> bool:
    """Tell whether a page is a file that is no web page, or what was kept of one."""
    return page.url.startswith(_HASHED) or (page.url.startswith(_FILE) and page.media_type != "text/html")


def facts_only(page: Page, retailer: Retailer, names: tuple[str, ...] = ()) -> Page:
    """Return a document as its own orders' facts, and a note of what was left out or left open.

    Its address is then its hash: the name of a file may be that of a person. ``names``: others that the retailer has.
    """
    if page.url.startswith(_HASHED):
        return page
    name, known = PurePosixPath(unquote(page.url)).name, names_of(retailer.name, retailer.url, names)
    rows = [row for mail in mails_of(page.body) for row in _known().read(mail, name, retailer.timezone, known)]
    facts = [kept(row) for row in rows if not why_not(row)]
    reasons = dict.fromkeys(reason for row in rows if (reason := why_not(row) or contradictions(row)))
    address = f"{_HASHED}{hashlib.sha256(page.body).hexdigest()[:32]}"
    return replace(with_rows_only(page, facts, "; ".join(reasons)), url=address)


def facts_of(page: Page, words: RowWords) -> Reading:
    """Read a page that holds facts and nothing else."""
    rows, note = kept_rows(page) or ([], "it is no page of facts")
    if rows:
        typed = [{**row, "total": Decimal(row["total"])} if "total" in row else row for row in rows]
        return replace(found([words.row(row) for row in typed]), reason=note or None)
    return Reading(outcome="changed" if "contradicts" in note else "empty", reason=note)


@cache
def _known() -> KnownDocuments:
    """Return the reader of this process; its workers end with it."""
    known = KnownDocuments(user_cache() / "documents")
    atexit.register(known.close)
    return known
