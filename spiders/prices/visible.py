"""The price that a reader of a product page sees, where no structured data tells it, and only where there is one."""

import re
from collections.abc import Iterator
from decimal import Decimal

from lxml import etree  # type: ignore[import-untyped]

from pipelines.money import Ambiguous, parse_money
from pipelines.records import Profile
from spiders.prices.market import currency_of
from spiders.prices.offer import Offer

_PRICE = re.compile(r"price|preis|prijs|precio|prezzo|(?<![a-z])(?:prix|pris|cena|preco|amount)", re.IGNORECASE)
_NOT_IT = re.compile(
    r"old|was|before|list|regular|strike|crossed|origin|rrp|msrp|uvp|saving|save|discount|shipping|deliver|unit|per[-_]"
    r"|install?ment|month|credit|tax|vat|bonus|points|range|filter|deposit|coupon|threshold|minimum",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"relat|similar|recommend|carousel|slider|upsell|cross-?sell|also|viewed|recent|sponsor|accessor|bundle|bought|basket"
    r"|cart(?!-?(?:form|button))|footer|header|nav|menu|banner|teaser|tile|compare|review|popup|modal|suggest|other",
    re.IGNORECASE,
)
_CROSSED = {"del", "s", "strike"}
_OUTSIDE = _CROSSED | {"header", "footer", "nav", "aside", "script", "style", "noscript", "template", "option"}
_LONGEST = 40


def visible_offer(root: etree._Element, url: str | None) -> Offer | None:
    """Return the one price that the markup of a page with one product names as such; None where that is open.

    An identifier, which stands on a page once, is more specific than a class.

    >>> visible_offer(etree.HTML('<h1>Tea</h1><b class="price">2,49 €</b>'), None).price
    Decimal('2.49')
    """
    heading = heading_of(root)
    if heading is None:
        return None
    found = [(element, money) for element in _prices(root) if (money := _money(element, url))]
    told = {money for element, money in found if _PRICE.search(element.get("id", ""))} or {money for _, money in found}
    if len(told) != 1:
        return None
    ((price, code),) = told
    return Offer(name=heading, price=price, currency=code, method="visible")


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
    return element.tag in _OUTSIDE or bool(element.tag not in {"body", "html"} and _ELSEWHERE.search(_named(element)))


def _money(element: etree._Element, url: str | None) -> tuple[Decimal, str] | None:
    """Return the amount and currency that an element shows; one without currency is none."""
    shown = " ".join("".join(element.itertext()).split())
    if not shown or len(shown) > _LONGEST or next(element.iter(*_CROSSED), None) is not None:
        return None
    try:
        price, code = parse_money(shown, Profile(timezone="UTC", currency=currency_of(url)))
    except Ambiguous:
        return None
    return (price, code) if code and price > 0 else None
