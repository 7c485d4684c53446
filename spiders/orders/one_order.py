"""The record of one order, from what a text states of it."""

from spiders.orders.amounts import currencies
from spiders.orders.announced import Evidence
from spiders.orders.choosing import Chosen, chosen
from spiders.orders.record import CONTRADICTED, Order, Type
from spiders.orders.types import DOUBTED, NOT_AN_ORDER, type_of
from spiders.orders.ways import Ways


def order_of(evidence: list[Evidence], about: str | None, text: str, ways: Ways) -> Order | None:
    """Return the order that evidence makes; None where it makes none."""
    facts = chosen(evidence)
    numbered = {"invoice_number", "order_number"} & set(facts.values)
    kind = type_of(facts.values, about, text)
    if not numbered and "total" not in facts.values and kind != "delivery":
        return None
    undated = [each for each in evidence if each.field == "date"]
    _date(facts, kind, undated)
    sure = [facts.sure[name] for name in ("invoice_number", "order_number", "total") if name in facts.sure]
    reason = _reason(facts, about, numbered)
    confidence = min([0.92, *sure] if numbered else [CONTRADICTED, *sure])
    told = {name: value for name, value in facts.values.items() if value is not None}
    doubted = bool(facts.conflicts) or about in DOUBTED
    return Order(
        type=kind,
        **(told | {"currency": facts.values.get("currency") or _currency(text, ways)}),  # type: ignore[arg-type]
        confidence=round(min(confidence, CONTRADICTED) if doubted else confidence, 2),
        method="text",
        conflicts=facts.conflicts,
        reason=reason,
    )


def _date(facts: Chosen, kind: Type, undated: list[Evidence]) -> None:
    """Take a date that is called nothing but date for the document's own."""
    name = "order_date" if kind == "order" else "issue_date"
    if name not in facts.values and kind in {"order", "invoice", "credit_note"}:
        facts.choose(name, undated)
        if facts.conflicts.pop(name, None):
            facts.values.pop(name)
        facts.values[name.replace("date", "time")] = next((e.time for e in undated if e.time), None)


def _reason(facts: Chosen, about: str | None, numbered: set[str]) -> str | None:
    if about in NOT_AN_ORDER:
        return NOT_AN_ORDER[about]
    if facts.conflicts:
        return f"contradicts itself: {', '.join(facts.conflicts)}"
    return None if numbered else "no invoice number and no order number beside a label"


def _currency(text: str, ways: Ways) -> str | None:
    """Return the one currency of a text's amounts; None where there are several or none."""
    told = currencies(text, ways.writing)
    return told.pop() if len(told) == 1 else None
