"""Reads what was recorded elsewhere: as the declared platform does, or else as a table whose columns say what they are.

A public history of a retailer is seldom in the form of the retailer's own pages.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from pipelines.records import Kind, Page, Reader, Reading, Row
from spiders.adapter import AdapterWords
from spiders.adapter.items import kept, told_in
from spiders.adapter.unwrap import unwrapped
from spiders.adapter.words import Form
from spiders.errors import Changed
from spiders.json_lines import gathered
from spiders.platform import Platform
from spiders.reading import found, platform_reader
from spiders.rows import is_record, known_fields

_FILE = "file:"


def recorded_reader(of: Platform) -> Reader:
    """Return the reader of a source's pages, and of tables of its records in files; pure, as every reader."""
    read = platform_reader(of)

    def read_either(page: Page) -> Reading:
        reading = read(page)
        if reading.outcome != "changed" or not page.url.startswith(_FILE):
            return reading
        return _table(page, of.source.kind) or reading

    return read_either


def _table(page: Page, kind: Kind) -> Reading | None:
    """Read a table of records; None where it is none."""
    try:
        rows = _rows(replace(page, body=gathered(page.body)), kind)
    except Changed:
        return None
    return found(rows) if any(is_record(row, kind) for row in rows) else None


def _rows(page: Page, kind: Kind) -> list[Row]:
    form: Form = "csv" if page.media_type == "text/csv" else "json"
    data = unwrapped(page, form)
    if kind == "locations" and not _in_our_words(data, kind):
        return [kept(row, kind) for row in told_in(data, AdapterWords(url=_FILE, unwrap=form), kind)]
    if not isinstance(data, list):
        raise Changed("there is no table")
    known = known_fields(kind)
    records: Sequence[dict[str, Any]] = [record for record in data if isinstance(record, dict)]
    return [{k: v for k, v in record.items() if k in known and v not in (None, "")} for record in records]


def _in_our_words(data: object, kind: Kind) -> bool:
    """Tell whether the records are in our words already, rather than in those of a source."""
    return isinstance(data, list) and bool(data) and isinstance(data[0], dict) and is_record(data[0], kind)
