"""A PDF invoice: the data attached to it, else the text of its pages as it is laid out."""

from collections.abc import Iterator
from io import BytesIO

from pypdf import PdfReader

from spiders.errors import Changed
from spiders.orders.combining import combined
from spiders.orders.e_invoice import read_e_invoice
from spiders.orders.record import Order
from spiders.orders.text import read_text

_PAGES = 20
_ATTACHMENTS = 10
_LARGEST = 5_000_000
"""Of an attached file, in bytes; an invoice's data has some thousands."""


def read_pdf(body: bytes, *, subject: str = "", timezone: str = "UTC") -> list[Order]:
    """Return the orders of a PDF: of its attached data, completed by its text.

    Its first 20 pages are read. Time and memory have no bound here: see bounded.py.
    """
    reader = PdfReader(BytesIO(body))
    if reader.is_encrypted:
        reader.decrypt("")
    attached = [order for xml in _attached(reader) for order in _invoices(xml)]
    text = "\n".join(_page_texts(reader))
    return combined(attached, read_text(text, subject=subject, timezone=timezone), one_document=True)


def _attached(reader: PdfReader) -> Iterator[bytes]:
    for nth, attachment in enumerate(reader.attachment_list):
        if nth == _ATTACHMENTS:
            return
        if attachment.name.lower().endswith(".xml") and len(attachment.content) < _LARGEST:
            yield attachment.content


def _invoices(xml: bytes) -> list[Order]:
    """Return an attachment's invoices; none of what is no invoice, or broken: the text is there still."""
    try:
        return read_e_invoice(xml)
    except Changed:
        return []


def _page_texts(reader: PdfReader) -> Iterator[str]:
    """Yield the pages' texts: in columns as they are laid out, else in the order in which they were written."""
    for nth, page in enumerate(reader.pages):
        if nth == _PAGES:
            return
        try:
            laid_out = page.extract_text(extraction_mode="layout")
        except Exception:  # noqa: BLE001 - fonts without widths and matrices break it in ways it does not document
            laid_out = ""
        yield laid_out if laid_out.strip() else page.extract_text()
