"""The price specifications of a schema.org Offer: which of its prices is which."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from spiders.json_ld import Node
from spiders.prices.offer import amount, currency

_LIST = {"ListPrice", "StrikethroughPrice", "MSRP", "SRP", "SuggestedRetailPrice", "RegularPrice"}
_UNITS = {
    "KGM": ("kg", 1), "GRM": ("kg", 1000), "LTR": ("l", 1), "MLT": ("l", 1000), "CLT": ("l", 100), "C62": ("piece", 1),
    "H87": ("piece", 1), "EA": ("piece", 1), "KG": ("kg", 1), "G": ("kg", 1000), "L": ("l", 1), "ML": ("l", 1000),
}  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Specified:
    """What an offer's specifications say."""

    price: Decimal | None = None
    kind: str = "price"
    currency: str | None = None
    list_price: Decimal | None = None
    unit_price: Decimal | None = None
    unit: str | None = None


def specified(offer: Node, code: str | None) -> Specified:
    """Return what the specifications of an offer say; prices for members only, and net ones, are left out.

    >>> specified({"priceSpecification": [{"price": 3, "priceType": "https://schema.org/ListPrice"}]}, "EUR").list_price
    Decimal('3')
    """
    nodes = [node for node in _objects(offer.get("priceSpecification")) if "validForMemberTier" not in node]
    code = code or next((found for node in nodes if (found := currency(node.get("priceCurrency")))), None)
    crossed = [node for node in nodes if str(node.get("priceType", "")).rsplit("/", 1)[-1] in _LIST]
    units = [node for node in nodes if node.get("referenceQuantity")]
    asked = [node for node in nodes if node not in crossed and (node not in units or _is_whole(node))]
    asked = [node for node in asked if not _is_net(node)]
    price, low = _first_price(asked, code), _first_price(asked, code, "minPrice")
    unit_price, unit = _unit_price(units[0], code) if units else (None, None)
    monthly = any(str(node.get("unitCode", "")) == "MON" or node.get("billingDuration") for node in asked)
    return Specified(
        price=price or low,
        kind="per_period" if monthly else "from" if low and not price else "price",
        currency=code,
        list_price=_first_price(crossed, code), unit_price=unit_price, unit=unit,
    )  # fmt: skip


def for_members(offer: Node) -> bool:
    """Tell whether all that an offer specifies is for members only."""
    nodes = list(_objects(offer.get("priceSpecification")))
    return "validForMemberTier" in offer or (bool(nodes) and all("validForMemberTier" in node for node in nodes))


def _is_net(specification: Node) -> bool:
    """Tell whether a price is said to be without tax, which nobody pays."""
    return str(specification.get("valueAddedTaxIncluded", "true")).rsplit("/", 1)[-1].lower() == "false"


def _first_price(nodes: list[Node], code: str | None, name: str = "price") -> Decimal | None:
    return next((price for node in nodes if (price := amount(node.get(name), code)) is not None), None)


def _is_whole(specification: Node) -> bool:
    """Tell whether its price is for all that one buys, and the reference quantity says how much that is."""
    return any("valueReference" in quantity for quantity in _objects(specification.get("referenceQuantity")))


def _unit_price(specification: Node, code: str | None) -> tuple[Decimal | None, str | None]:
    """Return the price of a kilogram, litre or piece."""
    price = amount(specification.get("price"), code)
    for quantity in _objects(specification.get("referenceQuantity")):
        unit, parts = _UNITS.get(str(quantity.get("unitCode") or quantity.get("unitText") or "").upper(), (None, 1))
        value = amount(quantity.get("value", 1), None)
        if price and unit and value:
            return (price * parts / value).quantize(Decimal("0.0001")), unit
    return None, None


def _objects(value: object) -> Iterator[Node]:
    return (node for node in (value if isinstance(value, list) else [value]) if isinstance(node, dict))
