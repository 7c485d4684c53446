"""The price that a reader of a product page sees, where no structured data tells it, and only where there is one."""

import re
from collections.abc import Iterator
from decimal import Decimal
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
from spiders.prices.shown import CROSSED, crossed, is_crossed, shown

_PRICE = re.compile(
    r"price|preis|prijs|precio|prezzo|cijena|hinta|fiyat|harga|tsena|stoimost|(?<![a-z])(?:prix|pris|cena|preco|amount)",
    re.IGNORECASE,
)
_NOT_IT = re.compile(
    r"old|was|before|list|regular|strike|crossed|origin|rrp|msrp|uvp|saving|save|discount|shipping|deliver|unit|per[-_]"
    r"|install?ment|month|credit|tax|vat|bonus|points|range|filter|deposit|coupon|threshold|minimum|club|member|loyal|subscri"
    r"|netto|notax|excl|total|parcel|cuota|raten|mensu|financ|leasing",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"relat|similar|reco(?!rd)|carousel|slider|upsell|cross-?sell|also|viewed|recent|sponsor|accessor|bundle|bought|footer|header|nav|menu|banner|teaser|tile|compare|review|popup|modal|suggest|other|best-?sell|popular|trending|new-?arrival|miniature|featured-?product",
    re.IGNORECASE,
)
_CART = re.compile(r"basket|cart(?!-?(?:form|button))", re.IGNORECASE)
"""What holds what one has bought; within the page's product it is what to buy it with."""
_PRODUCT = re.compile(r"product|article|item", re.IGNORECASE)
_LISTED = re.compile(r"(?<![\w-])products?(?![\w-])|product[-_]?(?:item|card|list|grid|box)|grid-item", re.IGNORECASE)
"""What holds one of many products, unless it holds the heading."""
_TITLE_LINKED = etree.XPath("boolean(.//a[.//h2 or .//h3 or .//h4] | .//h2//a | .//h3//a | .//h4//a)")
"""What leads on to a product of its own."""
_OUTSIDE = CROSSED | {"header", "footer", "nav", "aside", "script", "style", "noscript", "template", "option"}
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
    told = [(element, offer) for element, offer in told if spans.isdisjoint(element.iterancestors())]
    told = [(element, offer) for element, offer in told if not NOT_ASKED.search(_words(element))] or told
    identified = [(element.get("id", ""), offer) for element, offer in told if _PRICE.search(element.get("id", ""))]
    alone = [offer for name, offer in identified if not name[-1].isdigit()]
    offers = alone or [offer for _, offer in identified] or [offer for _, offer in told]
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


def heading_of(root: etree._Element) -> str | None:
    """Return the text of the only heading, or of the one that is the page's title too."""
    texts = [text for heading in root.iter("h1") if (text := " ".join("".join(heading.itertext()).split()))]
    title = " ".join((root.findtext(".//title") or "").split()).lower()
    named = [text for text in texts if text[:30].lower() in title]
    return texts[0] if len(texts) == 1 else named[0] if len(named) == 1 else None


def _prices(root: etree._Element) -> Iterator[etree._Element]:
    """Yield the smallest elements that are named a price and hold one, where a page's own product is."""
    for element in root.xpath("//*[@class or @id]"):
        if element.tag in _OUTSIDE or not _PRICE.search(_named(element)) or _NOT_IT.search(_named(element)):
            continue
        if not any(_is_elsewhere(above) for above in element.iterancestors()):
            yield element


def _named(element: etree._Element) -> str:
    return f"{element.get('class', '')} {element.get('id', '')}"


def _is_elsewhere(element: etree._Element) -> bool:
    if element.tag in {"body", "html"}:
        return False
    named = _named(element)
    outside = element.tag in _OUTSIDE or is_crossed(element)
    if outside or _ELSEWHERE.search(named) or _is_one_of_many(element, named):
        return True
    return bool(_CART.search(named)) and not _is_within_product(element)


def _is_within_product(element: etree._Element) -> bool:
    around = (above for above in element.iterancestors() if above.tag not in {"body", "html"})
    return any(_PRODUCT.search(f"{above.tag} {_named(above)}") and above.find(".//h1") is not None for above in around)


def _is_one_of_many(element: etree._Element, named: str) -> bool:
    is_listed = _LISTED.search(named) or (element.tag == "li" and element.find(".//a") is not None)
    return bool(is_listed or _TITLE_LINKED(element)) and element.find(".//h1") is None


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


def _words(element: etree._Element) -> str:
    return shown(element) or ""


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
