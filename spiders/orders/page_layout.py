"""Pages made ready to be read as text: without what is not shown; in tables of orders, a row is one line."""

import re
from collections.abc import Iterator

from lxml import etree  # type: ignore[import-untyped]
from parsel import Selector

from spiders.markup import HIDDEN
from spiders.orders.lines import EMPTY, cells_of
from spiders.orders.tables import keys_of

_TABLE = re.compile(r"<table\b|role=[\"']?row\b", re.IGNORECASE)
_ROLES = {
    "table": "table",
    "grid": "table",
    "row": "tr",
    "cell": "td",
    "gridcell": "td",
    "columnheader": "th",
    "rowheader": "th",
}
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_HEADS = 3
"""Among how many first rows of a table its head is looked for."""


def readable(markup: str) -> str:
    """Return the markup without what is not shown, and with the cells of its tables of orders flattened."""
    if not (_TABLE.search(markup) or _HIDDEN.search(markup)):
        return markup
    root = Selector(text=markup, type="html").root
    _table_of_roles(root)
    hidden = [each for each in root.iter() if _HIDDEN.search(str(each.get("style", "")))]
    for each in hidden:
        if each.getparent() is not None:
            each.drop_tree()
    tables = [table for table in root.iter("table") if table.find(".//table") is None and _is_of_orders(table)]
    for table in tables:
        for row in table.iter("tr"):
            _flatten(row)
    return str(etree.tostring(root, encoding="unicode", method="html")) if tables or hidden else markup


def _table_of_roles(root: etree._Element) -> None:
    """Make a table of elements that are one by their roles only."""
    for each in root.iter():
        role = _ROLES.get(str(each.get("role", "")).lower())
        if role and each.tag in {"div", "span", "li", "ul"}:
            each.tag = role


def _is_of_orders(table: etree._Element) -> bool:
    """Tell whether a table's head names columns of orders, and rows of as many cells follow."""
    rows = [list(_cells(row)) for row in table.iter("tr")]
    heads = [[_text(cell) for cell in row] for row in rows[:_HEADS]]
    return any(
        keys_of(cells_of(head)) and any(len(row) == len(head) for row in rows[at + 1 :])
        for at, head in enumerate(heads)
    )


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    return (cell for cell in row if cell.tag in {"td", "th"})


def _text(cell: etree._Element) -> str:
    parts = cell.xpath(".//text()")
    return " ".join(" ".join(part for part in parts if part.getparent().tag not in HIDDEN).split())


def _flatten(row: etree._Element) -> None:
    for cell in list(_cells(row)):
        told, wide = _text(cell), str(cell.get("colspan", "1"))
        for child in list(cell):
            cell.remove(child)
        cell.text = told or EMPTY
        for _ in range(min(int(wide), 20) - 1 if wide.isdecimal() else 0):
            added = etree.Element("td")
            added.text = EMPTY
            cell.addnext(added)
