"""The price that a reader of a product page sees, where no structured data tells it, and only where there is one."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from itertools import islice

from lxml import etree  # type: ignore[import-untyped]

from pipelines.money import Ambiguous, parse_money
from pipelines.money.offers import Kind, OfferText, parse_offer
from pipelines.money.words import CONDITION, NOT_ASKED
from pipelines.quantity import Unquantified
from pipelines.records import Profile
from pipelines.unit_price import parse_unit_price
from spiders.prices.market import currency_of
from spiders.prices.offer import Offer
from spiders.prices.shown import crossed, shown
from spiders.prices.where import OUTSIDE, is_elsewhere, named

_PRICE = re.compile(
    r"price|preis|prijs|precio|prezzo|cijena|hinta|fiyat|harga|tsena|stoimost|(?<![a-z])(?:prix|pris|cena|preco|amount)",
    re.IGNORECASE,
)
_NOT_IT = re.compile(
    r"old|was|before|list|regular|strike|crossed|origin|rrp|msrp|uvp|saving|save|discount|shipping|deliver|unit|per[-_]"
    r"|install?ment|month|credit|tax|vat|bonus|points|range|filter|deposit|coupon|threshold|minimum|(?<![a-z])tier|club|member|loyal|subscri"
    r"|netto|notax|excl|total|parcel|cuota|raten|mensu|financ|leasing",
    re.IGNORECASE,
)
_LONGEST = 40
_MOST = 500


def visible_offer(root: etree._Element, url: str | None) -> Offer | None:
    """Return the one price that the markup of a page with one product names as such; None where that is open.

    An identifier, which stands on a page once, is more specific than a class, unless a number makes it one of many.

    >>> visible_offer(etree.HTML('<h1>Tea</h1><b class="price">2,49 €</b>'), None).price
    Decimal('2.49')
    """
    heading = heading_of(root)
    if heading is None:
        return None
    told = [(element, offer) for element in islice(_prices(root), _MOST) if (offer := _offer(element, url))]
    spans = {element for element, offer in told if offer.kind == "from"}
    offers = _most_specific([(element, offer) for element, offer in told if spans.isdisjoint(element.iterancestors())])
    if len({(offer.amount, offer.currency) for offer in offers}) != 1:
        return None
    return Offer(
        name=heading,
        price=offers[0].amount,
        currency=offers[0].currency,
        list_price=next((offer.list_price for offer in offers if offer.list_price), None),
        kind="from" if any(offer.kind == "from" for offer in offers) else "price",
        method="visible",
    )


def _most_specific(told: list[tuple[etree._Element, OfferText]]) -> list[OfferText]:
    """Return the offers that are asked where others are named otherwise, and of those the identified ones."""
    asked = [(element, offer) for element, offer in told if not NOT_ASKED.search(shown(element) or "")] or told
    identified = [(element.get("id", ""), offer) for element, offer in asked if _PRICE.search(element.get("id", ""))]
    alone = [offer for name, offer in identified if not name[-1].isdigit()]
    return alone or [offer for _, offer in identified] or [offer for _, offer in asked]


def heading_of(root: etree._Element) -> str | None:
    """Return the text of the only heading, or of the one that is the page's title too."""
    texts = [text for heading in root.iter("h1") if (text := " ".join("".join(heading.itertext()).split()))]
    title = " ".join((root.findtext(".//title") or "").split()).lower()
    named = [text for text in texts if text[:30].lower() in title]
    return texts[0] if len(texts) == 1 else named[0] if len(named) == 1 else None


def _prices(root: etree._Element) -> Iterator[etree._Element]:
    """Yield the smallest elements that are named a price and hold one, where a page's own product is."""
    elsewhere = cache(is_elsewhere)
    for element in root.xpath("//*[@class or @id]"):
        if element.tag in OUTSIDE or not _PRICE.search(named(element)) or _NOT_IT.search(named(element)):
            continue
        if not any(elsewhere(above) for above in element.iterancestors()):
            yield element


def _offer(element: etree._Element, url: str | None) -> OfferText | None:
    """Return the price that an element shows; one without currency is none, nor is that of a kilogram."""
    text, profile = shown(element) or _stated(element), Profile(timezone="UTC", currency=currency_of(url))
    if not text or len(text) > _LONGEST or _is_per_unit(text, profile) or CONDITION.search(_before(element)):
        return None
    try:
        offer = parse_offer(text, profile)
        price, code = parse_money(text, profile) if offer.kind != "range" else (offer.amount, offer.currency)
    except Ambiguous:
        return None
    if not code or not price or price <= 0 or offer.kind not in {"price", "from", "range"}:
        return None
    before = [amount for struck in crossed(element) if (amount := _amount(struck, profile)) and amount > price]
    kind: Kind = "price" if offer.kind == "price" else "from"
    return OfferText(kind=kind, amount=price, currency=code, list_price=before[0] if len(set(before)) == 1 else None)


def _stated(element: etree._Element) -> str | None:
    """Return the price that an element has for the page's scripts, or for those who do not see it."""
    price, code = element.get("data-price"), element.get("data-currency")
    return f"{price} {code}" if price and code and shown(element) == "" else element.get("aria-label")


def _before(element: etree._Element) -> str:
    """Return the words of the sentence that an element stands in, before it."""
    previous, above = element.getprevious(), element.getparent()
    told = previous.tail if previous is not None else above.text if above is not None else ""
    return " ".join((told or "").split())


def _amount(text: str, profile: Profile) -> Decimal | None:
    try:
        offer = parse_offer(text, profile)
        return offer.amount or offer.list_price
    except Ambiguous:
        return None


def _is_per_unit(text: str, profile: Profile) -> bool:
    try:
        parse_unit_price(text, profile)
    except (Ambiguous, Unquantified):
        return False
    return True
