"""Invoice numbers in two parts, as in Romania and the Baltics: "factura seria ABC nr. 0012345"."""

import re
from collections.abc import Iterator
from functools import cache

from spiders.orders import notices, values
from spiders.orders.announced import Evidence, Ways
from spiders.orders.labels import languages
from spiders.orders.lines import Line
from spiders.orders.words import fold

_INVOICES = {"invoice", "invoice_number"}


def series(lines: list[Line], ways: Ways) -> Iterator[Evidence]:
    """Yield the numbers in two parts of invoices; an identity card has them too, so an invoice is named before it."""
    for at, line in enumerate(lines):
        text = "  ".join(cell.text for cell in line)
        match = _pattern().search(fold(text))
        if match and _is_of_an_invoice(lines, at, text[: match.start()]):
            number = f"{text[slice(*match.span('letters'))]} {match['digits']}"
            yield Evidence("invoice_number", number, 0.92, at, "invoice_number")
            if day := values.day(text[match.end() :], ways.order):
                yield Evidence("issue_date", day.day, 0.8, at, "invoice_number")


@cache
def _pattern() -> re.Pattern[str]:
    told = [table for table in languages().values() if "series" in table]
    series = "|".join(fold(word) for table in told for word in table["series"])
    number = "|".join(re.escape(fold(word)) for table in told for word in table["number"])
    return re.compile(
        rf"\b(?:{series})\b[\s.:]*(?P<letters>[a-z][a-z\d-]{{0,9}})[\s,;/.]+(?:{number})[\s.:]*(?P<digits>\d{{2,12}})\b"
    )


def _is_of_an_invoice(lines: list[Line], at: int, before: str) -> bool:
    """Tell whether an invoice is named right before, in the line or as the heading above it."""
    if before.strip():
        return notices.invoice_heading(before)
    return at > 0 and notices.invoice_heading("  ".join(cell.text for cell in lines[at - 1]))
