"""schema.org data in a page's markup (itemprop, or RDFa's property), as the same nodes that JSON-LD gives."""

import re

from lxml import etree  # type: ignore[import-untyped]

from spiders.json_ld import Node
from spiders.microdata import attribute_of, told_by
from spiders.prices.offer import amount
from spiders.prices.shown import shown

_NAMES = {name.lower(): name for name in ("priceCurrency", "lowPrice", "highPrice", "productID", "priceSpecification")}
_OTHERS = {"isRelatedTo", "isSimilarTo", "isAccessoryOrSparePartFor", "isConsumableFor", "review", "itemListElement"}
_MARKS = "@itemprop or @itemscope or contains(@itemtype, 'schema.org') or @typeof or @property"
_CROSSED = "self::s|self::del|self::strike|ancestor::s|ancestor::del|ancestor::strike|./s|./del|./strike"
_OLD = re.compile(r"\bold|\bwas|before|strike|crossed|\blist|regular|rrp|msrp", re.IGNORECASE)
"""What the first of two prices is called that holds no longer."""
_AFTER_PREFIX = re.compile(r"[/#:]")
_NUMBER = re.compile(r"\d[\d.,\s]*\d|\d")


def products(root: etree._Element) -> list[Node]:
    """Return the products of a page; those around its heading where it has several.

    >>> page = '<div itemscope itemtype="http://schema.org/Product"><p itemprop="sku">7</p></div>'
    >>> products(etree.HTML(page))
    [{'@type': 'Product', 'sku': '7'}]
    """
    scopes: dict[etree._Element, Node] = {}
    for element in root.xpath(f"//*[{_MARKS}]"):
        owner = next((scopes[above] for above in element.iterancestors() if above in scopes), None)
        kind = element.get("itemtype") or element.get("typeof") or ""
        if element.get("itemscope") is not None or kind:
            scopes[element] = {"@type": _AFTER_PREFIX.split(kind.rstrip("/"))[-1]}
        for name in map(_local, (element.get("itemprop") or element.get("property") or "").split()):
            if owner is not None:
                _add(owner, _NAMES.get(name.lower(), name), element, scopes.get(element))
    for element, node in scopes.items():
        _mark_shown(element, node)
    found = {e: node for e, node in scopes.items() if node["@type"] == "Product" and not _is_other(e)}
    if not found:
        return _unowned(scopes)
    headed = [node for element, node in found.items() if element.find(".//h1") is not None]
    return headed or list(found.values())


def _unowned(scopes: dict[etree._Element, Node]) -> list[Node]:
    """Return what is offered on a page that marks an offer and no product; nothing where the offers differ."""
    owned = [value for node in scopes.values() for value in node.values()]
    offers = [
        node for node in scopes.values() if node["@type"] == "Offer" and not any(node is other for other in owned)
    ]
    return [{"@type": "Product", "offers": offers}] if len({str(node.get("price")) for node in offers}) == 1 else []


def _local(name: str) -> str:
    """Return a property's name without the vocabulary: ``schema:price`` is ``price``."""
    return _AFTER_PREFIX.split(name)[-1]


def _add(owner: Node, name: str, element: etree._Element, inner: Node | None) -> None:
    """Add a property to its item; a crossed-out price is a list price, further values make a list."""
    value: object = inner if inner is not None else _value(element, name)
    if name == "price" and element.xpath(_CROSSED):
        name, value = "priceSpecification", {"priceType": "ListPrice", "price": value}
    if name == "price" and _OLD.search(str(owner.get("named"))):
        owner["priceSpecification"] = {"priceType": "ListPrice", "price": owner.pop("price", None)}
    if name not in owner:
        owner[name] = value
        owner |= {"named": element.get("class", "")} if name == "price" else {}
    elif name in {"offers", "priceSpecification"}:
        before = owner[name]
        owner[name] = [*(before if isinstance(before, list) else [before]), value]


def _value(element: etree._Element, name: str) -> str:
    if name.lower().endswith("price") and not attribute_of(element):
        return shown(element) or ""
    return told_by(element)


def _mark_shown(element: etree._Element, node: Node) -> None:
    """Say of an offer that a reader of the page sees its price, too."""
    price = amount(node.get("price"), None) if "Offer" in str(node["@type"]) and "price" in node else None
    seen = _NUMBER.findall("".join(element.itertext())[:2000]) if price else []
    if any(amount(number, None) == price for number in seen):
        node["shown"] = node["price"]


def _is_other(element: etree._Element) -> bool:
    """Tell whether an item is what another one says about others."""
    around = (element, *element.iterancestors())
    return any(_local(above.get("itemprop") or above.get("property") or "") in _OTHERS for above in around)
