"""From a schema.org Product to a price row, with the values as the shop wrote them."""

from collections.abc import Iterable, Iterator

from spiders.json_ld import Node, types_of

AVAILABILITY = {
    "InStock": "in_stock", "LimitedAvailability": "in_stock", "OnlineOnly": "in_stock", "InStoreOnly": "in_stock",
    "OutOfStock": "out_of_stock", "SoldOut": "out_of_stock", "Discontinued": "out_of_stock",
    "BackOrder": "out_of_stock", "PreOrder": "out_of_stock", "PreSale": "out_of_stock",
}  # fmt: skip
GTIN = ("gtin13", "gtin", "gtin14", "gtin12", "gtin8")


def price_row(product: Node, url: str) -> dict[str, object]:
    """Return the row of a product: its first offer with a price, or an aggregate's lowest; in stock if any offer is."""
    offers = list(_nodes(product.get("offers")))
    offer = next((o for o in offers if _price(o) is not None), offers[0] if offers else {})
    identifier = _first(product, ("sku", "productID", "mpn")) or _first(offer, ("sku",))
    return {
        "offer_key": identifier or _first(product, GTIN) or _first(product, ("url", "@id")) or url,
        "name": _text(product.get("name")),
        "brand": _text(product.get("brand")),
        "gtin": _first(product, GTIN) or _first(offer, GTIN),
        "price": _price(offer),
        "currency": _currency(offer),
        "list_price": _list_price(offer),
        "availability": _availability(offers),
    }


def _availability(offers: list[Node]) -> str | None:
    words = [AVAILABILITY.get(str(_text(offer.get("availability"))).rsplit("/", 1)[-1]) for offer in offers]
    return "in_stock" if "in_stock" in words else next((word for word in words if word), None)


def _price(offer: Node) -> str | None:
    """Return what one pays; shops write 0 for what has no price at the moment."""
    asked = [_first(spec, ("price",)) for spec in _specifications(offer) if not _is_list_price(spec)]
    return next(
        (price for price in [_first(offer, ("price", "lowPrice")), *asked] if price and price.strip("0.,")), None
    )


def _currency(offer: Node) -> str | None:
    specified = (_text(spec.get("priceCurrency")) for spec in _specifications(offer))
    return _text(offer.get("priceCurrency")) or next((code for code in specified if code), None)


def _list_price(offer: Node) -> str | None:
    return next((_first(spec, ("price",)) for spec in _specifications(offer) if _is_list_price(spec)), None)


def _is_list_price(specification: Node) -> bool:
    kind = str(specification.get("priceType", "")).rsplit("/", 1)[-1]
    return kind in {"ListPrice", "StrikethroughPrice", "MSRP", "SRP"}


def _specifications(offer: Node) -> list[Node]:
    return list(_nodes(offer.get("priceSpecification")))


def _nodes(value: object) -> Iterator[Node]:
    """Yield the objects of a value that may be one, a list of them, or an aggregate that holds them."""
    for node in value if isinstance(value, list) else [value]:
        if isinstance(node, dict):
            inner = node.get("offers") if "AggregateOffer" in types_of(node) and "lowPrice" not in node else None
            yield from _nodes(inner) if inner else iter([node])


def _first(node: Node, names: Iterable[str]) -> str | None:
    return next((text for name in names if (text := _text(node.get(name)))), None)


def _text(value: object) -> str | None:
    """Return a value as text: an object's name, a list's first, a number as it is."""
    if isinstance(value, list):
        return next((text for item in value if (text := _text(item))), None)
    if isinstance(value, dict):
        return _text(value.get("name") or value.get("@id") or value.get("@value"))
    return str(value).strip() or None if isinstance(value, str | int | float) else None
