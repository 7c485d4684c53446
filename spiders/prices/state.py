"""The state that a page leaves for its own scripts, as JSON: an object with the heading's name, a price, a currency."""

from pipelines.gtin import gtin
from spiders.json_ld import Node, nodes
from spiders.json_path import json_path
from spiders.prices.offer import Offer, amount, availability, currency
from spiders.prices.product import text
from spiders.prices.script import states

_FINAL = "price_range.minimum_price.final_price"
"""Where Magento's answers have the price."""
_PRICE = ("price", "salePrice", "currentPrice")
_CURRENCY = ("currency", "priceCurrency", "currencyCode")


def state_offer(markup: str, heading: str) -> Offer | None:
    """Return the offer of the product that the heading names; None where there is none, or several prices of it.

    >>> state = '<script type="application/json">{"p": {"name": "Tea", "price": 2.5, "currency": "EUR"}}</script>'
    >>> state_offer(state, "Tea").price, state_offer(state, "Mug")
    (Decimal('2.50'), None)
    """
    named = [node for told in states(markup) for node in nodes(told) if _name(node) == heading]
    offers = {(offer.price, offer.currency): offer for node in named if (offer := object_offer(node, "state"))}
    return next(iter(offers.values())) if len(offers) == 1 else None


def object_offer(node: Node, method: str) -> Offer | None:
    """Return the offer of an object that names a thing, its price and the currency; None for any other."""
    inside = (node, node.get("price"), node.get("offer"), json_path(_FINAL)(node))
    priced = next((inner for inner in inside if _is_priced(inner)), None)
    if not isinstance(priced, dict) or not _name(node):
        return None
    code = currency(_first(priced, _CURRENCY))
    price = amount(_first(priced, (*_PRICE, "value", "amount")), code)
    if price is None:
        return None
    return Offer(
        name=_name(node),
        sku=_first(node, ("sku", "id", "code")),
        gtin=next((number for name in ("gtin", "gtin13", "ean", "barcode") if (number := gtin(node.get(name)))), None),
        brand=text(node.get("brand")),
        price=price,
        currency=code,
        availability=availability(node.get("availability")),
        method=method,
    )


def _is_priced(node: object) -> bool:
    """Tell whether an object has an amount and a currency; a whole number may be cents, so it is none."""
    if not isinstance(node, dict) or not _first(node, _CURRENCY):
        return False
    told = next((node[name] for name in (*_PRICE, "value", "amount") if name in node), None)
    return isinstance(told, str | float)


def _first(node: Node, names: tuple[str, ...]) -> str | None:
    return next((told for name in names if (told := text(node.get(name)))), None)


def _name(node: Node) -> str | None:
    return _first(node, ("name", "title"))
