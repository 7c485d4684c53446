"""The form in which rows of a private page are archived: their declared fields, and nothing around them.

It is a web page of its own, so that one can look at the evidence, and it can be read again: a list with an entry a
row and an element a field.
"""

from collections.abc import Iterable
from dataclasses import replace
from html import escape

from pipelines.records import Page, Row
from spiders.markup import tree

_MARK = "orderscope-kept"


def with_rows_only(page: Page, rows: Iterable[Row], note: str = "") -> Page:
    """Return a page that holds the rows' values and a note, with no header or markup of the original."""
    entries = "".join(f"<li>{_fields(row)}</li>\n" for row in rows)
    body = f'<!DOCTYPE html><meta charset="utf-8">\n<ol class="{_MARK}" title="{escape(note)}">\n{entries}</ol>\n'
    return replace(page, body=body.encode(), media_type="text/html", headers={})


def _fields(row: Row) -> str:
    return "".join(f'<data class="{name}">{escape(str(value))}</data> ' for name, value in row.items())


def kept_rows(page: Page) -> tuple[list[dict[str, str]], str] | None:
    """Return the rows and the note of a page in this form; None for any other page."""
    kept = tree(page).css(f"ol.{_MARK}")
    if not kept:
        return None
    rows = [
        {str(data.attrib["class"]): "".join(data.css("::text").getall()) for data in li.css("data")}
        for li in kept.css("li")
    ]
    return rows, str(kept[0].attrib.get("title", ""))
