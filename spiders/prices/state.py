"""The state that a page leaves for its own scripts, as JSON: an object with the heading's name, a price, a currency."""

import json
import re
from collections.abc import Iterator

from spiders.json_ld import Node
from spiders.prices.offer import Offer, amount, availability, currency
from spiders.prices.product import text

_BLOCK = re.compile(
    r"<script[^>]*(?:type\s*=\s*[\"']?(?:application|text)/json|id\s*=\s*[\"']?__NEXT_DATA__)[^>]*>(.*?)</script",
    re.IGNORECASE | re.DOTALL,
)
_LONGEST = 2_000_000
_PRICE = ("price", "salePrice", "currentPrice")
_CURRENCY = ("currency", "priceCurrency", "currencyCode")


def state_offer(markup: str, heading: str) -> Offer | None:
    """Return the offer of the product that the heading names; None where there is none, or several prices of it.

    >>> state = '<script type="application/json">{"p": {"name": "Tea", "price": 2.5, "currency": "EUR"}}</script>'
    >>> state_offer(state, "Tea").price, state_offer(state, "Mug")
    (Decimal('2.50'), None)
    """
    named = [node for node in _objects(markup) if text(node.get("name") or node.get("title")) == heading]
    offers = {(offer.price, offer.currency): offer for node in named if (offer := _offer(node))}
    return next(iter(offers.values())) if len(offers) == 1 else None


def _offer(node: Node) -> Offer | None:
    priced = next((inner for inner in (node, node.get("price"), node.get("offer")) if _is_priced(inner)), None)
    if not isinstance(priced, dict):
        return None
    code = currency(_first(priced, _CURRENCY))
    price = amount(_first(priced, (*_PRICE, "value", "amount")), code)
    if price is None:
        return None
    return Offer(
        name=text(node.get("name") or node.get("title")),
        sku=text(node.get("sku")),
        brand=text(node.get("brand")),
        price=price,
        currency=code,
        availability=availability(node.get("availability")),
        method="state",
    )


def _is_priced(node: object) -> bool:
    """Tell whether an object has an amount and a currency; a whole number may be cents, so it is none."""
    if not isinstance(node, dict) or not _first(node, _CURRENCY):
        return False
    told = next((node[name] for name in (*_PRICE, "value", "amount") if name in node), None)
    return isinstance(told, str | float)


def _first(node: Node, names: tuple[str, ...]) -> str | None:
    return next((told for name in names if (told := text(node.get(name)))), None)


def _objects(markup: str) -> Iterator[Node]:
    for block in _BLOCK.finditer(markup):
        if '"price' in block[1] and len(block[1]) < _LONGEST:
            yield from _walked(_parsed(block[1]))


def _parsed(block: str) -> object:
    try:
        return json.loads(block)
    except (ValueError, RecursionError):
        return None


def _walked(value: object) -> Iterator[Node]:
    left = [value]
    while left:
        here = left.pop()
        if isinstance(here, dict):
            yield here
        left.extend(here.values() if isinstance(here, dict) else here if isinstance(here, list) else ())
