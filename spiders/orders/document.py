"""A document of any kind, read into orders: what it is, its bytes tell before its name does."""

import gzip
import io

from spiders.errors import Changed
from spiders.markup import decoded
from spiders.orders.combining import combined
from spiders.orders.e_invoice import read_e_invoice
from spiders.orders.largest import LARGEST
from spiders.orders.ledger import read_ledger
from spiders.orders.mail import ReadPart, read_mail
from spiders.orders.page import read_page
from spiders.orders.pdf import read_pdf
from spiders.orders.plain import plain_text
from spiders.orders.record import Order, other
from spiders.orders.text import read_text

_MAIL = "message/rfc822"
_BY_SUFFIX = {
    ".eml": _MAIL, ".pdf": "application/pdf", ".html": "text/html", ".htm": "text/html", ".mhtml": _MAIL,
    ".xml": "application/xml", ".csv": "text/csv", ".tsv": "text/csv", ".txt": "text/plain", ".zip": "application/zip",
}  # fmt: skip
_BY_BEGIN = (
    (b"%PDF-", "application/pdf"), (b"PK\x03\x04", "application/zip"), (b"\x89PNG", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"), (b"GIF8", "image/gif"), (b"<?xml", "application/xml"),
    (b"<!doctype html", "text/html"), (b"<html", "text/html"),
)  # fmt: skip
_HEADERS = (b"return-path:", b"received:", b"delivered-to:", b"mime-version:", b"from:", b"subject:", b"date:", b"to:")


def read_document(body: bytes, media_type: str = "", name: str = "", *, timezone: str = "UTC") -> list[Order]:
    """Return a document's orders; one record of the type other, with its reason, where it states none.

    Never raises; a hostile document may take more time and memory than one has: see bounded.py.
    """
    try:
        return _read(body, media_type, name, timezone, depth=0) or [other("it states no order")]
    except Changed as error:
        return [other(str(error))]
    except Exception as error:  # noqa: BLE001 - documents in the wild break their parsers in more ways than these say
        return [other(f"the document cannot be read: {type(error).__name__}")]  # its text may quote the document


def _read(body: bytes, media_type: str, name: str, timezone: str, depth: int) -> list[Order]:
    if body[:2] == b"\x1f\x8b":
        body, name = _unpacked(body), name.lower().removesuffix(".gz")
    kind = kind_of(body, media_type, name)
    if kind == "application/pdf":
        return read_pdf(body, timezone=timezone)
    if kind == "application/xml":
        return read_e_invoice(body) or [other("the XML is no invoice of a known kind")]
    if kind == _MAIL:
        return read_mail(body, _reader_of_parts(timezone, depth + 1), timezone=timezone) if depth < 3 else []
    if kind == "text/html":
        return read_page(decoded(body), timezone=timezone)
    if kind.startswith(("image/", "application/zip")):
        return [other(f"nothing is read from {kind}")]
    text = plain_text(body)
    return combined((read_ledger(text) if kind == "text/csv" else []) or read_text(text, timezone=timezone))


def _reader_of_parts(timezone: str, depth: int) -> ReadPart:
    def read(body: bytes, media_type: str, name: str) -> list[Order]:
        """Return an attached document's orders; none of one that cannot be read: the mail has others."""
        try:
            return _read(body, media_type, name, timezone, depth)
        except Exception:  # noqa: BLE001 - as above
            return []

    return read


def kind_of(body: bytes, media_type: str, name: str) -> str:
    """Return a document's media type, by its first bytes, then as it was told, then by its name."""
    begin = body[:4096].lstrip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n").lower()
    for start, kind in _BY_BEGIN:
        if begin.startswith(start.lower()):
            return "text/html" if kind == "application/xml" and b"<html" in begin[:1000] else kind
    known = media_type if media_type not in {"", "application/octet-stream", "text/plain"} else ""
    suffix = next((kind for end, kind in _BY_SUFFIX.items() if name.lower().endswith(end)), "")
    if begin.startswith(_HEADERS) and suffix in {"", _MAIL, "text/plain"}:
        return _MAIL
    if begin.startswith(b"<") and suffix in {"", "text/plain"}:
        return "text/html" if b"<br" in begin or b"<div" in begin or b"<table" in begin else "application/xml"
    return known or suffix or "text/plain"


def _unpacked(body: bytes) -> bytes:
    """Return what is packed by gzip, up to the size that is read."""
    with gzip.open(io.BytesIO(body)) as packed:
        return packed.read(LARGEST)
