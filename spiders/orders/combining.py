"""What several parts of one document say of the same orders: data first, then texts."""

from dataclasses import replace

from spiders.orders.record import Order, merged


def combined(*parts: list[Order], one_document: bool = False) -> list[Order]:
    """Return the orders of all parts, surest parts first; the same order is one record.

    A part that names no number completes the one order that there is, and is left out where there are several.
    ``one_document``: the parts say the same in several forms, so that another number is a contradiction.
    """
    orders: list[Order] = []
    for part in parts:
        known = list(orders)
        alone = len(known) == 1 and len(part) == 1
        for order in part:
            at = _same(order, known)
            if at is None and alone and _speaks_of(order, known[0], one_document=one_document):
                at = 0
            if at is None:
                orders.append(order)
            else:
                orders[at] = _joined(orders[at], order)
    numbered = [order for order in orders if order.invoice_number or order.order_number]
    return numbered or orders[:1]


def _same(order: Order, known: list[Order]) -> int | None:
    """Return which known order it is: that of its invoice number, else of its order number."""
    for at, each in enumerate(known):
        if order.invoice_number and each.invoice_number and _plain(order) == _plain(each):
            return at
    for at, each in enumerate(known):
        unlike = order.invoice_number and each.invoice_number
        if not unlike and order.order_number and order.order_number == each.order_number:
            return at
    return None


def _speaks_of(order: Order, known: Order, *, one_document: bool) -> bool:
    """Tell whether what is said of an order is said of the only other one: it has no number, or contradicts it.

    What was read from a part meant for machines is contradicted by another number beside it.
    """
    unnumbered = [each for each in (order, known) if not (each.invoice_number or each.order_number)]
    return bool(unnumbered) or one_document or known.confidence >= 0.99


def _plain(order: Order) -> str:
    return (order.invoice_number or "").strip("# ").casefold()


def _joined(first: Order, second: Order) -> Order:
    """Return both as one; what says more of its type decides: an invoice in the mail of an order is an invoice."""
    both = merged(first, second)
    if first.method == "text" and {first.type, second.type} == {"order", "invoice"} and both.invoice_number:
        return replace(both, type="invoice")
    return both
