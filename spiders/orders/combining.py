"""What several parts of one document say of the same orders: data first, then texts."""

from collections.abc import Iterable
from dataclasses import replace

from spiders.orders.record import Order, merged


def combined(*parts: Iterable[Order]) -> list[Order]:
    """Return the orders of all parts, surest parts first; the same order is one record.

    A part that names no number completes the one order that there is, and is left out where there are several.
    """
    orders: list[Order] = []
    for part in parts:
        before = len(orders)
        for order in part:
            at = _same(order, orders[:before])
            if at is None:
                orders.append(order)
            else:
                orders[at] = _joined(orders[at], order)
    numbered = [order for order in orders if order.invoice_number or order.order_number]
    return numbered or orders[:1]


def _same(order: Order, known: list[Order]) -> int | None:
    """Return which known order it is: that of its invoice number, else of its order number, else the only one."""
    for at, each in enumerate(known):
        if order.invoice_number and each.invoice_number and _plain(order) == _plain(each):
            return at
    for at, each in enumerate(known):
        unlike = order.invoice_number and each.invoice_number
        if not unlike and order.order_number and order.order_number == each.order_number:
            return at
    numbers = order.invoice_number or order.order_number
    alone = len(known) == 1 and (
        not numbers or not (known[0].invoice_number or known[0].order_number) or _sure(known[0])
    )
    return 0 if alone else None


def _sure(order: Order) -> bool:
    """Tell whether an order was read from a part meant for machines: another number beside it contradicts it."""
    return order.confidence >= 0.99


def _plain(order: Order) -> str:
    return (order.invoice_number or "").strip("# ").casefold()


def _joined(first: Order, second: Order) -> Order:
    """Return both as one; what says more of its type decides: an invoice in the mail of an order is an invoice."""
    both = merged(first, second)
    if first.method == "text" and {first.type, second.type} == {"order", "invoice"} and both.invoice_number:
        return replace(both, type="invoice")
    return both
