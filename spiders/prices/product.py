"""From a schema.org Product to its offers, whichever syntax it was written in."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from html import unescape

from pipelines.gtin import gtin
from spiders.json_ld import Node, types_of
from spiders.prices.offer import Offer, amount, availability, currency, written_currency
from spiders.prices.specification import Specified, for_members, specified

_GTIN = ("gtin13", "gtin", "gtin14", "gtin12", "gtin8", "ean", "isbn")
_USED = re.compile("used|refurbished|damaged", re.IGNORECASE)
_SKU = ("sku", "productID", "productId", "mpn")


def offers_of(product: Node, method: str, market: str | None = None) -> list[Offer]:
    """Return the offers of a product: one for each that it tells apart, or one without price where it tells none.

    ``market`` is the currency that ``$`` means where the page is from.

    >>> offers_of({"name": "Tea", "offers": {"price": "2.49", "priceCurrency": "EUR"}}, "json-ld")[0].price
    Decimal('2.49')
    """
    variants = [node for node in _listed(product.get("hasVariant")) if isinstance(node, dict)]
    told: Node = {name: product[name] for name in ("name", "brand", "manufacturer") if name in product}
    read = [offer for variant in variants for offer in _offers_of(told | variant, method, market)]
    if any(offer.price is not None for offer in read):
        return [replace(offer, group=text(product.get("name"))) for offer in read]
    return _offers_of(product, method, market)


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _small(node: Node) -> Node:
    """Return an object with its names as schema.org has them: some shops begin them with a capital."""
    return {name[:1].lower() + name[1:]: value for name, value in node.items()}


def _offers_of(product: Node, method: str, market: str | None) -> list[Offer]:
    """Return the offers of a product without variants."""
    product = _small(product)
    nodes = _new(list(_nodes(product.get("offers") or product.get("offer")))) or [product]
    read = [_offer(product, node, method, market) for node in nodes]
    priced = _told_apart(_of_market([offer for offer in read if offer.price is not None], market), nodes)
    return priced or read[:1]


def _of_market(offers: list[Offer], market: str | None) -> list[Offer]:
    """Return the offers in the market's currency, or all where there are none."""
    return [offer for offer in offers if offer.currency == market] or offers


def _new(nodes: list[Node]) -> list[Node]:
    """Return the offers of new things to everybody; those of used ones or to members only where there are no others."""
    everybodys = [node for node in nodes if not for_members(node)] or nodes
    return [node for node in everybodys if not _USED.search(str(node.get("itemCondition", "")))] or everybodys


def _offer(product: Node, node: Node, method: str, market: str | None) -> Offer:
    code = _code(node) or _code(product) or written_currency(_first(node, ("price", "lowPrice")), market)
    told = specified(node, code)
    price, kind = _price(node, told, code)
    return Offer(
        name=text(product.get("name")) or text(node.get("name")),
        sku=_first(node, ("sku",)) or _first(product, _SKU) or _first(node, ("mpn",)),
        gtin=_gtin(node) or _gtin(product),
        size=text(product.get("size")),
        brand=text(product.get("brand")) or text(product.get("manufacturer")),
        price=price,
        currency=told.currency or code,
        list_price=told.list_price if told.list_price != price else None,
        unit_price=told.unit_price,
        unit=told.unit,
        availability=availability(_first(node, ("availability",))),
        kind=kind,
        method=method if price is not None else _why_none(node, method),
        url=_first(node, ("url",)) or _first(product, ("url", "@id")),
    )


def _why_none(node: Node, method: str) -> str:
    """Say of an offer without price what it tells in its place."""
    told = _first(node, ("price", "lowPrice"))
    return f"{method}; {told[:30]!r} is no clear price" if told else method


def _price(node: Node, told: Specified, code: str | None) -> tuple[Decimal | None, str]:
    """Return what one pays, and what kind of price it is."""
    code = told.currency or code
    low, high = (amount(_first(node, (name,)), code) for name in ("lowPrice", "highPrice"))
    asked = amount(_first(node, ("price",)), code)
    if asked is None and low is not None:
        return low, "from" if high is None or high > low else "price"
    if asked is not None and asked == told.list_price and told.price is not None and told.price < asked:
        return told.price, told.kind  # what it is sold at is told apart from what is crossed out
    if asked is not None:
        return asked, told.kind if asked == told.price else "price"
    return told.price, told.kind


def _told_apart(offers: list[Offer], nodes: list[Node]) -> list[Offer]:
    """Return the offers without those that say less: an aggregate beside its parts, prices of one thing not shown.

    What can be had comes first; of several prices of one thing the lowest, and the method says that there are others.
    """
    apart = [offer for offer in offers if offer.kind != "from"] or offers[:1]
    if len({offer.sku for offer in apart}) > 1:
        return sorted(apart, key=lambda offer: offer.availability == "out_of_stock")
    shown = {amount(node.get("shown"), apart[0].currency) for node in nodes} if apart else set()
    one = [offer for offer in apart if offer.price in shown] or apart
    if len({offer.price for offer in one}) < 2:
        return one[:1]
    if len({offer.currency for offer in one}) > 1:
        return [replace(offer, method=f"{offer.method}; several currencies") for offer in one]
    rising = sorted(one, key=lambda offer: offer.price or 0)
    if len(addresses := {_first(node, ("url",)) for node in nodes}) == 1 and None not in addresses:
        # One thing at one address: who pays which of its prices is not told.
        others = ", ".join(str(offer.price) for offer in rising[1:])
        return [replace(rising[0], kind="from", method=f"{one[0].method}; also {others}")]
    method = f"{one[0].method}; several prices of one product"
    return [replace(offer, method=method) for offer in rising]


def _code(node: Node) -> str | None:
    return currency(_first(node, ("priceCurrency", "pricecurrency", "currency")))


def _gtin(node: Node) -> str | None:
    return next((number for name in _GTIN if (number := gtin(text(node.get(name)) or ""))), None)


def _nodes(value: object, depth: int = 0) -> Iterator[Node]:
    """Yield the offers of a value that may be one, a list of them, or hold them: the parts before their aggregate."""
    for node in _listed(value):
        if isinstance(node, dict):
            node = _small(node)  # noqa: PLW2901 - the same one
            inner = list(_nodes(node.get("offers"), depth + 1)) if node.get("offers") and depth < 4 else []
            yield from ({"priceCurrency": node.get("priceCurrency")} | part for part in inner)
            if not inner or "AggregateOffer" in types_of(node) or "price" in node:
                yield node


def _first(node: Node, names: Iterable[str]) -> str | None:
    return next((told for name in names if (told := text(node.get(name)))), None)


def text(value: object) -> str | None:
    """Return a value as text: an object's name, a list's first, a number as it is."""
    if isinstance(value, list):
        return next((told for item in value if (told := text(item))), None)
    if isinstance(value, dict):
        return text(value.get("name") or value.get("@value") or value.get("@id"))
    return " ".join(unescape(str(value)).split()) or None if isinstance(value, str | int | float) else None
