"""One order's facts from its evidence: the surest value of a field, and the others where they are as sure."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from spiders.orders.announced import Evidence

_AS_SURE = 0.12
_NUMBERS = ("invoice_number", "order_number")
_HEARSAY = 0.5
"""Below this a number is for a human to look at."""


@dataclass
class Chosen:
    """The values of one order's fields, how sure each is, and what contradicts them."""

    values: dict[str, object] = field(default_factory=dict)
    sure: dict[str, float] = field(default_factory=dict)
    conflicts: dict[str, list[str]] = field(default_factory=dict)

    def choose(self, name: str, evidence: Iterable[Evidence]) -> Evidence | None:
        """Take the surest evidence for a field, and note what contradicts it; None where there is none."""
        ranked = sorted(evidence, key=lambda each: -each.sure)
        if not ranked:
            return None
        best = ranked[0]
        told = {str(each.value).strip("#"): str(each.value) for each in ranked if each.sure >= best.sure - _AS_SURE}
        self.values[name], self.sure[name] = best.value, best.sure
        if len(told) > 1:
            self.conflicts[name] = list(told.values())
        return best

    def leave_out_hearsay(self) -> None:
        """Leave out a number that hangs on a doubtful place or word, where there is one that does not."""
        sure = {name: self.sure[name] for name in _NUMBERS if name in self.sure}
        for name in [name for name, how in sure.items() if how < _HEARSAY <= max(sure.values())]:
            for table in (self.values, self.sure, self.conflicts):
                table.pop(name, None)


def chosen(evidence: list[Evidence]) -> Chosen:
    """Return an order's facts; a total is confirmed, or chosen among several, by net and tax where they are there."""
    facts = Chosen()
    for name in (*_NUMBERS, "issue_date", "order_date", "seller"):
        facts.choose(name, [each for each in evidence if each.field == name])
    facts.leave_out_hearsay()
    if "seller" in facts.conflicts:  # a marketplace: several sellers, none of them the order's
        facts.values.pop("seller")
        facts.conflicts.pop("seller")
    for name, day in (("order_time", "order_date"), ("issue_time", "issue_date")):
        told = facts.values.get(day)
        facts.values[name] = next((e.time for e in evidence if e.time and e.field == day and e.value == told), None)
    tax = _tax(evidence)
    _choose_total(facts, evidence, tax)
    if tax is not None and _believable(tax, facts.values.get("total")):
        facts.values["tax_total"] = tax
    return facts


def _choose_total(facts: Chosen, evidence: list[Evidence], tax: Decimal | None) -> None:
    sums = [each for each in evidence if each.field in {"total", "sum", "due"} and isinstance(each.value, Decimal)]
    nets = [each.value for each in evidence if each.field == "net" and isinstance(each.value, Decimal)]
    proven = [each for each in sums if tax and any(net + tax == each.value for net in nets)]
    strong = [each for each in sums if each.field == "total"]
    best = facts.choose("total", strong or [each for each in sums if each.field == "sum"] or sums)
    if best and facts.conflicts.get("total") and proven:
        facts.conflicts.pop("total")
        best = facts.choose("total", proven)
        facts.conflicts.pop("total", None)
    if best:
        facts.values["currency"] = best.currency
        if proven and best.value == proven[0].value:
            facts.sure["total"] = 0.95


def _tax(evidence: list[Evidence]) -> Decimal | None:
    """Return the tax: as stated for all, else the one stated, else what those of different rates come to."""
    whole = {each.value for each in evidence if each.field == "tax_total"}
    if whole:
        return _only(whole)
    parts = {(each.rate, each.value) for each in evidence if each.field == "tax"}
    rates = {rate for rate, _ in parts}
    if len(rates) == len(parts) and len(parts) > 1 and None not in rates:
        return sum((value for _, value in parts if isinstance(value, Decimal)), Decimal())
    return _only({value for _, value in parts})


def _only(values: set[object]) -> Decimal | None:
    value = next(iter(values)) if len(values) == 1 else None
    return value if isinstance(value, Decimal) else None


def _believable(tax: Decimal, total: object) -> bool:
    """Tell whether a tax can be the total's: no rate of VAT is above 27 percent."""
    return not isinstance(total, Decimal) or 0 <= tax <= abs(total) * Decimal("0.22") + Decimal("0.01")
