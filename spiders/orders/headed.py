"""The number of an invoice that is called nothing but number, below the heading that says what the document is."""

from collections.abc import Iterator
from functools import cache

from spiders.orders import notices
from spiders.orders.announced import Evidence, announced
from spiders.orders.labels import languages
from spiders.orders.lines import Cell, Line
from spiders.orders.ways import Ways
from spiders.orders.words import fold

_BELOW = 8
"""How many lines below its heading a number stands at most."""
_SURE = 0.62
_LESS = {"id", "ref", "reference", "referencia", "codice", "κωδικος", "s", "#"}
"""Words for numbers of anything."""


def headed(lines: list[Line], stated: list[Evidence], ways: Ways) -> Iterator[Evidence]:
    """Yield the one number below the heading, where no label of an invoice's number has told the document's own."""
    head = None if any(e.field == "invoice_number" and not e.elsewhere for e in stated) else _heading(lines)
    if head is None:
        return
    at, label = head
    found = [
        (line, each.value)
        for line in range(at, min(at + _BELOW, len(lines)))
        for nth, cell in enumerate(lines[line])
        if (value := _value(cell, lines[line][nth + 1 :])) is not None
        for each in announced(label, [value], ways)
        if each.field == "invoice_number"
    ]
    if len({value for _, value in found}) == 1:
        yield Evidence("invoice_number", found[0][1], _SURE, found[0][0], label)


def _heading(lines: list[Line]) -> tuple[int, str] | None:
    """Return the line of the first heading, and whose number stands below it: a credit note's or an invoice's."""
    for at, line in enumerate(lines):
        for text in (part for cell in line for part in cell.text.split("/")):
            if notices.credit_heading(text):
                return at, "credit_number"
            if notices.invoice_heading(text):
                return at, "receipt_number"
    return None


def _value(cell: Cell, right: Line) -> str | None:
    """Return what stands behind a mere word for a number: in its cell behind a colon, or alone in the next one."""
    name, _, rest = cell.text.partition(":")
    if cell.labels or not {fold(each).strip(" .°º") for each in name.split("/")} <= _numbers():
        return None
    if rest.strip():
        return rest
    return right[0].text if right and not right[0].labels else None


@cache
def _numbers() -> frozenset[str]:
    told = {fold(word).strip(" .°º") for table in languages().values() for word in table["number"]}
    return frozenset(told - _LESS)
