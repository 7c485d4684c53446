"""An offer in the words of a sighting."""

from dataclasses import asdict

from pipelines.records import Row
from spiders.prices.offer import Offer

_WORDS = ("name", "brand", "gtin", "size", "currency", "unit", "availability", "availability_text")
_AMOUNTS = ("price", "list_price", "unit_price")


def row_of(offer: Offer, url: str) -> Row:
    """Return what a platform lands of an offer of the page at ``url``; amounts are texts with a point.

    >>> row_of(Offer(sku="7", name="Tea", kind="from", method="json-ld"), "https://shop.example/p/7")
    {'offer_key': '7', 'name': 'Tea', 'offer_kind': 'from'}
    """
    told = asdict(offer)
    amounts = {name: format(told[name], "f") for name in _AMOUNTS if told[name]}
    kind = {} if offer.kind == "price" else {"offer_kind": offer.kind}
    key = offer.sku or offer.gtin or offer.url or url
    return {"offer_key": key} | {name: told[name] for name in _WORDS if told[name]} | kind | amounts
