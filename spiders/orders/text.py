"""Orders in a text for people, by labels in the languages of Europe."""

import re
from collections import Counter
from dataclasses import replace
from functools import cache
from zoneinfo import ZoneInfo

from spiders.orders import notices
from spiders.orders.amounts import currencies, writing_of
from spiders.orders.announced import Evidence, Ways
from spiders.orders.beside import beside
from spiders.orders.choosing import Chosen, chosen
from spiders.orders.circumstances import basket, fulfilment
from spiders.orders.credit import own_numbers, without_others
from spiders.orders.dates import order_of
from spiders.orders.evidence import evidence
from spiders.orders.grouping import parted
from spiders.orders.heads import unfolded
from spiders.orders.labels import languages
from spiders.orders.lines import lines_of
from spiders.orders.record import CONTRADICTED, Order, Type
from spiders.orders.sellers import company
from spiders.orders.series import series
from spiders.orders.tables import tables
from spiders.orders.tidied import tidied
from spiders.orders.types import NOT_AN_ORDER, type_of
from spiders.orders.words import words

_EUROPE = re.compile(r"€|£|\b(?:EUR|GBP|CHF|PLN|CZK|SEK|NOK|DKK|HUF|RON|INR|AUD|VAT|GST)\b")


def read_text(text: str, *, subject: str = "", timezone: str = "UTC") -> list[Order]:
    """Return the orders of a text in its order."""
    told = tidied(text)
    language = _language(told)
    ways = Ways(
        writing=writing_of(told, language),
        order=order_of(told, european=language != "en" or _EUROPE.search(told) is not None),
        timezone=ZoneInfo(timezone),
    )
    lines = unfolded(lines_of(f"{subject}\n{told}"), ways.order)
    rows, taken = tables(lines, ways)
    stated = sorted([*rows, *evidence(lines, ways, taken), *series(lines, ways)], key=lambda each: each.line)
    stated = sorted([*stated, *beside(lines, stated, ways)], key=lambda each: each.line)
    about = notices.notice(subject, told)
    takes_back = about == "credit_note" or notices.credit_heading(told)
    stated = own_numbers(stated) if takes_back else without_others(stated)
    orders = [order for group in parted(stated) if (order := _order(group, about, told, ways))]
    whole = _circumstanced(_listed(orders), f"{subject}\n{told}")
    return [_sold_by(order, company(lines)) for order in whole]


def _listed(orders: list[Order]) -> list[Order]:
    """Take several orders without an invoice number for a list of orders: what it links to are their invoices."""
    if len(orders) < 2 or any(order.invoice_number for order in orders):
        return orders
    return [replace(order, type="order") if order.type == "invoice" else order for order in orders]


def _circumstanced(orders: list[Order], text: str) -> list[Order]:
    """Add how the order is delivered and what is in it; a text of several orders does not tell of which it speaks."""
    if len({order.order_number for order in orders}) > 1:
        return orders
    return [replace(order, fulfilment=fulfilment(text), basket=basket(text)) for order in orders]


def _sold_by(order: Order, name: str | None) -> Order:
    """Name the company that heads an invoice as its seller, where the invoice does not name it by a label."""
    return replace(order, seller=order.seller or name) if order.type in {"invoice", "credit_note"} else order


def _language(text: str) -> str | None:
    """Return the language whose labels' words are most frequent; None where there are none."""
    told = Counter(word.text for word in words(text[:20_000]))
    scores = {name: sum(told[word] for word in _vocabulary(name)) for name in languages()}
    best = max(scores, key=scores.__getitem__)
    return best if scores[best] else None


@cache
def _vocabulary(name: str) -> frozenset[str]:
    table = languages()[name]
    return frozenset(
        word.text for phrases in table.values() for phrase in phrases for word in words(phrase) if len(word.text) > 2
    )


def _order(evidence: list[Evidence], about: str | None, text: str, ways: Ways) -> Order | None:
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
    return Order(
        type=kind,
        **(told | {"currency": facts.values.get("currency") or _currency(text, ways)}),  # type: ignore[arg-type]
        confidence=round(min(confidence, CONTRADICTED) if facts.conflicts else confidence, 2),
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
