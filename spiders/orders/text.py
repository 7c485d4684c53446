"""Orders in a text for people, by labels in the languages of Europe."""

import re
from dataclasses import replace

from spiders.orders import notices
from spiders.orders.beside import beside
from spiders.orders.circumstances import basket, fulfilment
from spiders.orders.credit import own_numbers, without_others
from spiders.orders.evidence import evidence
from spiders.orders.grouping import parted
from spiders.orders.headed import headed
from spiders.orders.heads import unfolded
from spiders.orders.lines import lines_of
from spiders.orders.one_order import order_of
from spiders.orders.others import doubted
from spiders.orders.record import Order
from spiders.orders.references import sellers_own
from spiders.orders.sellers import company
from spiders.orders.series import series
from spiders.orders.stacked import paired
from spiders.orders.tables import tables
from spiders.orders.tidied import tidied
from spiders.orders.ways import ways_of

_EUROPE = re.compile(r"€|£|\b(?:EUR|GBP|CHF|PLN|CZK|SEK|NOK|DKK|HUF|RON|INR|AUD|VAT|GST)\b")


def read_text(text: str, *, subject: str = "", timezone: str = "UTC") -> list[Order]:
    """Return the orders of a text in its order."""
    told = tidied(text)
    ways = ways_of(told, timezone)
    lines = paired(unfolded(lines_of(f"{subject}\n{told}"), ways.order), ways)
    rows, taken = tables(lines, ways)
    stated = sorted([*rows, *evidence(lines, ways, taken), *series(lines, ways)], key=lambda each: each.line)
    stated = sorted([*stated, *beside(lines, stated, ways), *headed(lines, stated, ways)], key=lambda each: each.line)
    about = _about(subject, told)
    takes_back = (about == "credit_note" or notices.credit_heading(told)) and not notices.credit_is_invoice(told)
    stated = own_numbers(stated) if takes_back else without_others(stated)
    orders = [
        order for group in parted(sellers_own(doubted(stated, lines))) if (order := order_of(group, about, told, ways))
    ]
    whole = _circumstanced(_listed(orders), f"{subject}\n{told}")
    return [_sold_by(order, company(lines)) for order in whole]


def _about(subject: str, text: str) -> str | None:
    """Return what a text is about; a booking that says how the goods get to the customer is the order of a slot."""
    about = notices.notice(subject, text)
    return "order" if about == "booking" and fulfilment(f"{subject}\n{text}") else about


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
