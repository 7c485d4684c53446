"""A document of any kind, read into orders."""

import gzip
import io
from collections.abc import Callable, Mapping
from functools import partial

from spiders.errors import Changed
from spiders.markup import decoded
from spiders.orders.combining import combined
from spiders.orders.e_invoice import read_e_invoice
from spiders.orders.kinds import LEDGER, MAIL, PAGE, PDF, SPREADSHEET, XML, kind_of
from spiders.orders.largest import LARGEST
from spiders.orders.ledger import read_ledger, read_rows
from spiders.orders.mail import read_mail
from spiders.orders.page import read_page
from spiders.orders.pdf import read_pdf
from spiders.orders.plain import plain_text
from spiders.orders.record import Order, other
from spiders.orders.signed import content_of, is_signed
from spiders.orders.spreadsheet import sheets
from spiders.orders.text import read_text

_MAILS_IN_MAILS = 3


def read_document(body: bytes, media_type: str = "", name: str = "", *, timezone: str = "UTC") -> list[Order]:
    """Return a document's orders; one record of the type other, with its reason, where it states none.

    Never raises; a hostile document may take more time and memory than one has: see bounded.py.
    """
    try:
        return _read(body, media_type, name, timezone=timezone, depth=0) or [other("it states no order")]
    except Changed as error:
        return [other(str(error))]
    except Exception as error:  # noqa: BLE001 - documents in the wild break their parsers in more ways than these say
        return [other(f"the document cannot be read: {type(error).__name__}")]  # its text may quote the document


def _read(body: bytes, media_type: str, name: str, *, timezone: str, depth: int) -> list[Order]:
    if body[:2] == b"\x1f\x8b":
        body, name = _unpacked(body), name.lower().removesuffix(".gz")
    if is_signed(body):
        body, name = content_of(body), name.lower().removesuffix(".p7m")
    kind = kind_of(body, media_type, name)
    if kind == MAIL:
        read_part = partial(_read_part, timezone=timezone, depth=depth + 1)
        return read_mail(body, read_part, timezone=timezone) if depth < _MAILS_IN_MAILS else []
    if kind.startswith(("image/", "application/zip")):
        return [other(f"nothing is read from {kind}")]
    return _READERS.get(kind, _read_plain)(body, timezone)


def _read_part(body: bytes, media_type: str, name: str, *, timezone: str, depth: int) -> list[Order]:
    """Return an attached document's orders; none of one that cannot be read: the mail has others."""
    try:
        return _read(body, media_type, name, timezone=timezone, depth=depth)
    except Exception:  # noqa: BLE001 - as above
        return []


def _unpacked(body: bytes) -> bytes:
    """Return what is packed by gzip, up to the size that is read."""
    with gzip.open(io.BytesIO(body)) as packed:
        return packed.read(LARGEST)


def _read_xml(body: bytes, _timezone: str) -> list[Order]:
    return read_e_invoice(body) or [other("the XML is no invoice of a known kind")]


def _read_page(body: bytes, timezone: str) -> list[Order]:
    return read_page(decoded(body), timezone=timezone)


def _read_spreadsheet(body: bytes, timezone: str) -> list[Order]:
    return [order for sheet in sheets(body) for order in read_rows(sheet, timezone)]


def _read_ledger(body: bytes, timezone: str) -> list[Order]:
    return read_ledger(plain_text(body), timezone) or _read_plain(body, timezone)


def _read_plain(body: bytes, timezone: str) -> list[Order]:
    return combined(read_text(plain_text(body), timezone=timezone))


_READERS: Mapping[str, Callable[[bytes, str], list[Order]]] = {
    PDF: lambda body, timezone: read_pdf(body, timezone=timezone),
    XML: _read_xml,
    PAGE: _read_page,
    SPREADSHEET: _read_spreadsheet,
    LEDGER: _read_ledger,
}
