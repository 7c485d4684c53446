"""Which parts of a product page are about something else than its product: carts, lists, recommendations."""

import re

from lxml import etree  # type: ignore[import-untyped]

from spiders.prices.shown import CROSSED, is_crossed

_ELSEWHERE = re.compile(
    r"relat|similar|reco(?!rd)|carousel|slider|upsell|cross-?sell|also|viewed|recent|sponsor|accessor|bundle|bought|footer|header|nav|menu|banner|teaser|tile|compare|review|popup|modal|suggest|other|best-?sell|popular|(?<![a-z])tier|trending|new-?arrival|miniature|featured-?product",
    re.IGNORECASE,
)
_CART = re.compile(r"basket|cart(?!-?(?:form|button))", re.IGNORECASE)
"""What holds what one has bought; within the page's product it is what to buy it with."""
_PRODUCT = re.compile(r"product|article|item", re.IGNORECASE)
_LISTED = re.compile(r"(?<![\w-])products?(?![\w-])|product[-_]?(?:item|card|list|grid|box)|grid-item", re.IGNORECASE)
"""What holds one of many products, unless it holds the heading."""
_TITLE_LINKED = etree.XPath("boolean(.//a[h2 or h3 or h4] | .//h2/a | .//h3/a | .//h4/a)")
"""What leads on to a product of its own."""
OUTSIDE = CROSSED | {"header", "footer", "nav", "aside", "script", "style", "noscript", "template", "option"}


def named(element: etree._Element) -> str:
    """Return the classes and the identifier of an element."""
    return f"{element.get('class', '')} {element.get('id', '')}"


def is_elsewhere(element: etree._Element) -> bool:
    """Tell whether what an element holds is not about the page's own product."""
    if element.tag in {"body", "html"}:
        return False
    names = named(element)
    outside = element.tag in OUTSIDE or is_crossed(element)
    if outside or _ELSEWHERE.search(names) or _is_one_of_many(element, names):
        return True
    return bool(_CART.search(names)) and not _is_within_product(element)


def _is_within_product(element: etree._Element) -> bool:
    around = (above for above in element.iterancestors() if above.tag not in {"body", "html"})
    return any(_PRODUCT.search(f"{above.tag} {named(above)}") and above.find(".//h1") is not None for above in around)


def _is_one_of_many(element: etree._Element, names: str) -> bool:
    is_listed = _LISTED.search(names) or (element.tag == "li" and element.find(".//a") is not None)
    return element.find(".//h1") is None and bool(is_listed or _TITLE_LINKED(element))
