"""A ledger kept as a spreadsheet (.xlsx): the cells of its sheets as texts."""

import io
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from itertools import islice

from openpyxl import load_workbook

from spiders.errors import Changed

_UNPACKED = 100_000_000
"""Of all parts together, in bytes."""
_PARTS = 2000
_SHEETS = 20
_ROWS = 100_000
_COLUMNS = 200
Sheet = list[list[str]]


def is_spreadsheet(body: bytes) -> bool:
    """Tell whether an archive is a spreadsheet, by the names of its parts."""
    return body.startswith(b"PK\x03\x04") and b"xl/" in body and b"[Content_Types].xml" in body


def sheets(body: bytes) -> Iterator[Sheet]:
    """Yield the rows of each sheet; raises Changed for an archive that unpacks to more than a ledger has."""
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        parts = archive.infolist()
    if len(parts) > _PARTS or sum(part.file_size for part in parts) > _UNPACKED:
        raise Changed("the spreadsheet unpacks to more than is read")
    book = load_workbook(io.BytesIO(body), read_only=True, data_only=True, keep_links=False)
    try:
        for sheet in book.worksheets[:_SHEETS]:
            rows = sheet.iter_rows(max_col=_COLUMNS, values_only=True)
            yield [[_text(cell) for cell in row] for row in islice(rows, _ROWS)]
    finally:
        book.close()


def _text(cell: object) -> str:
    """Return a cell as a ledger of texts would have it; a whole number has no decimals, whatever it is stored as."""
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == datetime.min.time() else cell.isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else f"{cell:.10g}"
    return "" if cell is None else str(cell).strip()
