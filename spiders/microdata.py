"""schema.org data in a page's markup (itemprop), as the same nodes that JSON-LD gives."""

from lxml import etree  # type: ignore[import-untyped]

from spiders.json_ld import Node

_LINK = {"a": "href", "link": "href", "area": "href", "img": "src", "time": "datetime", "data": "value"}


def nodes(root: etree._Element) -> list[Node]:
    """Return the items of a page that are no part of another one; several values of a property as a list.

    >>> page = '<div itemscope itemtype="http://schema.org/Store"><p itemprop="name">Shop 7</p></div>'
    >>> nodes(etree.HTML(page))
    [{'@type': 'Store', 'name': 'Shop 7'}]
    """
    scopes: dict[etree._Element, Node] = {}
    inner: list[Node] = []
    for element in root.xpath("//*[@itemprop or @itemscope]"):
        owner = next((scopes[above] for above in element.iterancestors() if above in scopes), None)
        if element.get("itemscope") is not None:
            scopes[element] = {"@type": (element.get("itemtype") or "").strip().rstrip("/").rsplit("/", 1)[-1]}
            if element.get("itemid"):
                scopes[element]["@id"] = element.get("itemid")
        names = (element.get("itemprop") or "").split()
        if owner is not None and names:
            value = scopes.get(element) or told_by(element)
            inner.extend([value] if isinstance(value, dict) else [])
            for name in names:
                _add(owner, name, value)
    return [node for node in scopes.values() if not any(node is one for one in inner)]


def _add(owner: Node, name: str, value: object) -> None:
    before = owner.get(name)
    owner[name] = value if before is None else [*(before if isinstance(before, list) else [before]), value]


def attribute_of(element: etree._Element) -> str | None:
    """Return the attribute in which an element tells its value to programs; None where its text tells it."""
    told: str | None = element.get("content") or element.get(_LINK.get(str(element.tag), "content"))
    return told


def told_by(element: etree._Element) -> str:
    """Return an element's value: its attribute, or else its text in one line."""
    attribute = attribute_of(element)
    return " ".join((attribute or "".join(element.itertext())).split())
