"""The price in a page's head: OpenGraph's, or that of a card for messages."""

import re
from html import unescape

from pipelines.gtin import gtin
from spiders.prices.offer import Offer, amount, availability, currency, written_currency

_TAG = re.compile(r"<meta\b[^>]{0,4000}>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"([\w:-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+))")
_PRICE = ("product:sale_price:amount", "product:price:amount", "og:price:amount")
_CURRENCY = ("product:sale_price:currency", "product:price:currency", "og:price:currency")
_IS_PRICE = re.compile(r"price|preis|prijs|prix|precio|prezzo|preço|cena|pris", re.IGNORECASE)
_LIST = ("product:original_price:amount", "og:price:standard_amount")


def meta(markup: str) -> dict[str, list[str]]:
    """Return what a page's meta tags say, by name; a name may have several values.

    >>> meta('<meta content=7 property="og:price:amount">')
    {'og:price:amount': ['7']}
    """
    told: dict[str, list[str]] = {}
    for tag in _TAG.findall(markup):
        words = {name.lower(): unescape(a or b or c) for name, a, b, c in _ATTRIBUTE.findall(tag)}
        if (name := words.get("property") or words.get("name") or "") and words.get("content"):
            told.setdefault(name.lower(), []).append(words["content"].strip())
    return told


def meta_offer(told: dict[str, list[str]], market: str | None = None) -> Offer:
    """Return the offer that OpenGraph tells; without price where it tells none, or several.

    ``market`` is the currency that ``$`` means where the page is from.
    """
    labelled = _labelled(told)
    code = currency(_only(told, *_CURRENCY)) or written_currency(labelled, market)
    price = amount(_only(told, *_PRICE) or labelled, code)
    before = amount(_only(told, *_LIST), code) or amount(_only(told, "product:price:amount"), code)
    return Offer(
        name=_only(told, "og:title"),
        sku=_only(told, "product:retailer_item_id", "product:sku"),
        gtin=gtin(_only(told, "product:gtin", "product:ean", "product:isbn") or ""),
        brand=_only(told, "product:brand", "og:brand"),
        price=price,
        currency=code,
        list_price=before if before and price and before > price else None,
        availability=availability(_only(told, "product:availability", "og:availability")),
        method="opengraph",
    )


def _labelled(told: dict[str, list[str]]) -> str | None:
    """Return what a card for messages shows as the price: ``twitter:data1`` where ``twitter:label1`` says so."""
    for label, data in (("twitter:label1", "twitter:data1"), ("twitter:label2", "twitter:data2")):
        if _IS_PRICE.fullmatch(_only(told, label) or ""):
            return _only(told, data)
    return None


def _only(told: dict[str, list[str]], *names: str) -> str | None:
    """Return the value of the first name that has one; several different ones are none."""
    values = next((told[name] for name in names if name in told), [])
    return values[0] if len(set(values)) == 1 else None
