"""What stands behind a label: a value of its kind, and how surely it is meant."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from spiders.orders import numbers, sums, values
from spiders.orders.ways import Ways

_SURE = {
    "invoice_number": 0.92, "order_number": 0.92, "credit_number": 0.92, "receipt_number": 0.75,
    "invoice": 0.72, "order": 0.72, "credit": 0.72, "before": 0.92, "before_invoice": 0.92,
    "issue_date": 0.92, "order_date": 0.92, "date": 0.6, "total": 0.92, "sum": 0.75, "due": 0.6,
    "tax": 0.75, "tax_total": 0.92, "net": 0.9, "seller": 0.8,
}  # fmt: skip
"""How surely a value is meant that stands right behind a label."""
AHEAD = {"before", "before_invoice"}
"""What announces the number that stands before it."""
NUMBERS = {"invoice_number", "order_number", "credit_number", "receipt_number", "invoice", "order", "credit", *AHEAD}
"""What announces a number."""
NOUNS = {"invoice": "issue_date", "order": "order_date", "credit": "issue_date"}
"""What announces a number or, as in "order of 3 May", the day of what it names."""
FIELD = {
    "invoice": "invoice_number", "order": "order_number", "credit": "invoice_number",
    "credit_number": "invoice_number", "receipt_number": "invoice_number", "before": "order_number",
    "before_invoice": "invoice_number",
}  # fmt: skip
"""The field of an order whose number is announced."""
AMOUNTS = {"total", "sum", "due", "tax", "tax_total", "net"}
"""What announces an amount of money."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One value that a text states."""

    field: str
    """A field of Order, or date, sum, due, tax, net."""
    value: object
    sure: float
    line: int
    label: str
    """The list of labels.toml that announced it."""
    currency: str | None = None
    time: datetime | None = None
    rate: str | None = None
    table: int | None = None
    """The line of the head, where it stands in a table with an order a row: its line holds one order and no more."""
    elsewhere: bool = False
    """Whether words at its label say that it is another's: the invoice that a credit note takes back."""
    whose: Literal["customer", "seller"] | None = None
    """Whose reference it is, where words at its label tell."""


def announced(meaning: str, texts: list[str], ways: Ways) -> Iterator[Evidence]:
    """Yield what texts behind a label of a meaning state; their line is 0."""
    sure = _SURE[meaning]
    if meaning in NUMBERS:
        yield from _numbers(meaning, texts[0] if texts[0].strip(" :#") or len(texts) == 1 else texts[1], ways)
    elif meaning in AMOUNTS:
        yield from _sums(meaning, texts, ways)
    elif meaning == "seller":
        if told := values.seller(texts[0]):
            yield Evidence("seller", told, sure, 0, meaning)
    else:
        yield from _days(meaning, texts[0], sure, ways, meaning)


def _numbers(meaning: str, text: str, ways: Ways) -> Iterator[Evidence]:
    found = numbers.number(text, weak=meaning in NOUNS, like_days=ways.dotted)
    field = FIELD.get(meaning, meaning)
    about = "order_date" if field == "order_number" else "issue_date"
    if found:
        yield Evidence(field, found.text, _SURE[meaning] * found.sure, 0, meaning)
        yield from _days(about, found.rest, 0.8, ways, meaning)
    elif meaning in NOUNS:
        yield from _days(about, text, 0.85, ways, meaning)


def _days(field: str, text: str, sure: float, ways: Ways, label: str) -> Iterator[Evidence]:
    if found := values.day(text, ways.order):
        yield Evidence(field, found.day, sure, 0, label, time=values.instant(text, found, ways.timezone))


def _sums(meaning: str, texts: list[str], ways: Ways) -> Iterator[Evidence]:
    if meaning in {"tax", "tax_total"}:
        if (found := sums.tax(texts, ways.writing)) and found.amount >= 0:
            rate = sums.rate(texts[0])
            yield Evidence(meaning, found.amount, _SURE[meaning], 0, meaning, found.currency, rate=rate)
        return
    found, beside = sums.gross(texts, ways.writing)
    if found:
        yield Evidence(meaning, found.amount, _SURE[meaning], 0, meaning, found.currency)
    if beside:
        yield Evidence("tax_total", beside.amount, 0.8, 0, meaning, beside.currency)
