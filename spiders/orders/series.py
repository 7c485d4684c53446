"""Invoice numbers in two parts, as in Romania and the Baltics: "factura seria ABC nr. 0012345"."""

import re
from collections.abc import Iterator
from functools import cache

from spiders.orders import notices, values
from spiders.orders.announced import Evidence
from spiders.orders.labels import Label, labels, languages
from spiders.orders.lines import Line
from spiders.orders.ways import Ways
from spiders.orders.words import fold

_OF_NOUN = {"invoice": "invoice_number", "invoice_number": "invoice_number", "credit": "credit_number"}


def series(lines: list[Line], ways: Ways) -> Iterator[Evidence]:
    """Yield the numbers in two parts of invoices; an identity card has them too, so an invoice is named before it."""
    for at, line in enumerate(lines):
        text = "  ".join(cell.text for cell in line)
        match = _pattern().search(fold(text))
        label = _announced_by(lines, at, text[: match.start()]) if match else None
        if match and label:
            number = f"{text[slice(*match.span('letters'))]} {match['digits']}"
            yield Evidence("invoice_number", number, 0.92, at, label)
            if day := values.day(text[match.end() :], ways.order):
                yield Evidence("issue_date", day.day, 0.8, at, "invoice_number")


@cache
def _pattern() -> re.Pattern[str]:
    told = [table for table in languages().values() if "series" in table]
    series = "|".join(fold(word) for table in told for word in table["series"])
    number = "|".join(re.escape(fold(word)) for table in told for word in table["number"])
    return re.compile(
        rf"\b(?:{series})\b[\s.:]*(?P<letters>[^\W\d_](?:[^\W_]|-){{0,9}})[\s,;/.]+(?:{number})[\s.:]*(?P<digits>\d(?:[\d/-]{{0,12}}\d))(?![\w/-])"
    )


def _adjoins(label: Label, before: str) -> bool:
    """Tell whether a noun for an invoice or a credit note stands right before a place."""
    return label.meaning in _OF_NOUN and not before[label.end :].strip(" :.,")


def _announced_by(lines: list[Line], at: int, before: str) -> str | None:
    """Return what is named right before, in the line or as the heading above it: an invoice, or a credit note."""
    told = labels(before)
    if told and _adjoins(told[-1], before):
        return None if notices.refers(before[: told[-1].start]) else _OF_NOUN[told[-1].meaning]
    heading = before if before.strip() or not at else "  ".join(cell.text for cell in lines[at - 1])
    if notices.credit_heading(heading):
        return "credit_number"
    return "invoice_number" if notices.invoice_heading(heading) else None
