"""schema.org Order and Invoice in the markup of mails and pages, as JSON-LD or microdata."""

from collections.abc import Iterator

from parsel import Selector

from spiders.json_ld import Node, of_type, types_of
from spiders.orders.amounts import amounts, writing_of
from spiders.orders.facts import amount, currency, iso_date, iso_time
from spiders.orders.record import Order

_ORDER, _INVOICE, _PARCEL = "Order", "Invoice", "ParcelDelivery"
_PARTS = {"partOfOrder", "referencesOrder", "partOfInvoice", "orderDelivery"}
"""Where an order is told within another record of it, and is not one more."""
_CANCELLED = {"OrderCancelled", "OrderReturned"}
_ON_ITS_WAY = {"OrderInTransit", "OrderDelivered", "OrderPickupAvailable", "OrderProblem"}


def read_markup(markup: str) -> list[Order]:
    """Return the orders, invoices and parcels that a page's or mail's markup states."""
    kinds = (_ORDER, _INVOICE, _PARCEL)
    stated = of_type(markup, *kinds)
    parts = {id(_node(node[name])) for node in stated for name in _PARTS & node.keys()}
    found = [(node, "json_ld") for node in stated if id(node) not in parts]
    found = found or [(node, "microdata") for node in _microdata(markup, *kinds)]
    orders = [_order(node, method) for node, method in found]
    return [order for order in orders if order.order_number or order.invoice_number]


def _order(node: Node, method: str) -> Order:
    types = types_of(node)
    if _PARCEL in types:
        parent = _node(node.get("partOfOrder"))
        return Order(type="delivery", order_number=_text(parent.get("orderNumber")), confidence=0.9, method=method)
    if _INVOICE in types:
        return _invoice(node, method)
    number = _text(node.get("orderNumber") or node.get("confirmationNumber"))
    status = str(node.get("orderStatus") or "").rsplit("/", 1)[-1]
    ordered = node.get("orderDate")
    total, code = _price(node, "price", "totalPaymentDue")
    bill = _node(node.get("partOfInvoice"))
    cancelled = status in _CANCELLED
    return Order(
        type="other" if cancelled else "delivery" if status in _ON_ITS_WAY else "order",
        order_number=number,
        invoice_number=_text(bill.get("confirmationNumber") or bill.get("identifier")),
        order_date=iso_date(ordered),
        order_time=iso_time(ordered),
        total=amount(total) if total is not None else amount(_price(_node(node.get("acceptedOffer")), "price")[0]),
        currency=currency(code) or currency(_price(_node(node.get("acceptedOffer")), "price")[1]),
        seller=_text(_node(node.get("seller") or node.get("merchant")).get("name")),
        confidence=0.95,
        method=method,
        reason="a cancellation" if cancelled else None,
    )


def _invoice(node: Node, method: str) -> Order:
    total, code = _price(node, "totalPaymentDue")
    order = _node(node.get("referencesOrder"))
    return Order(
        type="invoice",
        invoice_number=_text(node.get("confirmationNumber") or node.get("identifier")),
        order_number=_text(order.get("orderNumber")),
        issue_date=iso_date(node.get("dateCreated") or node.get("dateIssued")),
        order_date=iso_date(order.get("orderDate")),
        total=amount(total),
        currency=currency(code),
        seller=_text(_node(node.get("provider") or node.get("broker")).get("name")),
        confidence=0.95,
        method=method,
    )


def _price(node: Node, *names: str) -> tuple[object, object]:
    """Return a price and its currency; either may stand on the object or in one of its own."""
    for name in names:
        told = node.get(name)
        inner = _node(told)
        value = inner.get("price", inner.get("value", inner.get("minPrice"))) if inner else told
        if value is not None:
            return _as_number(value, inner.get("priceCurrency", inner.get("currency", node.get("priceCurrency"))))
    return None, node.get("priceCurrency")


def _as_number(value: object, code: object) -> tuple[object, object]:
    """Return a price and its currency; some write both as people do, "$70.00"."""
    written = amounts(value, writing_of(value, None)) if isinstance(value, str) and amount(value) is None else []
    return (written[0].amount, code or written[0].currency) if len(written) == 1 else (value, code)


def _node(value: object) -> Node:
    first = value[0] if isinstance(value, list) and value else value
    return first if isinstance(first, dict) else {}


def _text(value: object) -> str | None:
    told = str(_node(value).get("value", "") if isinstance(value, dict) else value or "").strip()
    return told or None


def _microdata(markup: str, *types: str) -> Iterator[Node]:
    if "itemscope" not in markup.lower():
        return
    for scope in Selector(text=markup, type="html").css("[itemscope][itemtype]"):
        kind = str(scope.attrib["itemtype"]).rsplit("/", 1)[-1]
        if kind in types and scope.attrib.get("itemprop") not in _PARTS:
            yield _item(scope)


def _item(scope: Selector, depth: int = 0) -> Node:
    """Return an item as JSON-LD would say it; items of items no deeper than anyone writes."""
    node: Node = {"@type": str(scope.attrib.get("itemtype", "")).rsplit("/", 1)[-1]}
    for each in scope.xpath(".//*[@itemprop]"):
        if each.xpath("ancestor::*[@itemscope][1]/@itemtype").get() != scope.attrib.get("itemtype"):
            continue
        value = _item(each, depth + 1) if "itemscope" in each.attrib and depth < 4 else _value(each)
        node.setdefault(str(each.attrib["itemprop"]), value)
    return node


def _value(each: Selector) -> str:
    for name in ("content", "datetime", "href", "value"):
        if name in each.attrib:
            return str(each.attrib[name])
    return " ".join("".join(each.css("::text").getall()).split())
