"""What is read of one order: its facts, where they come from, and what contradicts them."""

from dataclasses import dataclass, field, fields, replace
from datetime import datetime
from decimal import Decimal
from typing import Literal

Type = Literal["invoice", "credit_note", "order", "delivery", "other"]

FACTS = (
    "invoice_number", "order_number", "issue_date", "order_date", "total", "tax_total", "currency", "seller",
    "fulfilment", "basket", "order_time", "issue_time",
)  # fmt: skip
"""The fields that a document states, and that two of its parts may state differently."""

_ALLOWED_TO_DIFFER = {"seller", "order_time", "issue_time"}
"""A seller is written in many ways, and of a time one part may leave out the seconds."""

CONTRADICTED = 0.4
"""The confidence that a record has at most when the document contradicts itself."""


@dataclass(frozen=True, kw_only=True)
class Order:
    """One order, invoice or credit note as a document states it; None for what it does not state."""

    type: Type
    invoice_number: str | None = None
    """As printed."""
    order_number: str | None = None
    """As printed."""
    issue_date: str | None = None
    """The invoice's day, ISO 8601, as printed: the seller's day."""
    order_date: str | None = None
    """The day on which was ordered, ISO 8601."""
    total: Decimal | None = None
    """Including tax, before what was paid in advance."""
    tax_total: Decimal | None = None
    currency: str | None = None
    """ISO 4217."""
    seller: str | None = None
    fulfilment: str | None = None
    """pickup or home."""
    basket: str | None = None
    """ambient, fresh or both."""
    order_time: datetime | None = None
    """The instant of the order, with its zone, where a time is stated."""
    issue_time: datetime | None = None
    """The instant of the invoice, likewise."""
    confidence: float = 0.0
    """From 0 to 1: 0.99 from data meant for machines, 0.9 from a value beside its label, below 0.5 to be looked at."""
    method: str = "none"
    """What it was read from: cii, ubl, fatturapa, facturae, finvoice, ksef, json_ld, microdata, ledger, text;
    joined by + where several agree."""
    conflicts: dict[str, list[str]] = field(default_factory=dict)
    """By field, all values that the document states, where it states several."""
    reason: str | None = None
    """Why it is of the type other, or why the confidence is low."""

    def row(self) -> dict[str, object]:
        """Return the record as a plain row, amounts as text, so that it can be written as JSON."""
        row = {each.name: getattr(self, each.name) for each in fields(self)}
        return {name: _plain(value) for name, value in row.items()}


def _plain(value: object) -> object:
    if isinstance(value, Decimal):
        return f"{value:f}"
    return value.isoformat() if isinstance(value, datetime) else value


def other(reason: str, method: str = "none") -> Order:
    """Return the record of a document that states no order, with the reason."""
    return Order(type="other", confidence=0.0, method=method, reason=reason)


def merged(first: Order, second: Order) -> Order:
    """Return both statements of one order as one: the first one's facts, completed; contradictions are kept.

    >>> merged(Order(type="order", total=Decimal(1)), Order(type="order", total=Decimal(2))).conflicts
    {'total': ['1', '2']}
    """
    unsaid = {name: told for name, told in second.conflicts.items() if getattr(first, name) is None}
    conflicts = {name: list(values) for name, values in (first.conflicts | unsaid).items()}
    facts: dict[str, object] = {}
    for name in FACTS:
        one, two = getattr(first, name), getattr(second, name)
        facts[name] = two if one is None else one
        alike = one is None or two is None or _same(one, two)
        if not alike and name not in _ALLOWED_TO_DIFFER:
            told = conflicts.setdefault(name, [str(_plain(one))])
            told.extend({str(_plain(two))} - set(told))
    confidence = max(first.confidence, second.confidence)
    method = "+".join(dict.fromkeys(f"{first.method}+{second.method}".split("+")))
    return replace(
        first,
        **facts,  # type: ignore[arg-type]  # names and values come from the same fields
        confidence=min(confidence, CONTRADICTED) if conflicts else confidence,
        method=method,
        conflicts=conflicts,
        reason=first.reason or (f"contradicts itself: {', '.join(conflicts)}" if conflicts else None),
    )


def _same(one: object, two: object) -> bool:
    if isinstance(one, str) and isinstance(two, str):
        return one.strip("# ").casefold() == two.strip("# ").casefold()
    return one == two
