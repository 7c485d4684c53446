"""Places that a page describes in schema.org's words, as JSON-LD or as microdata."""

from collections.abc import Iterable

from lxml import etree  # type: ignore[import-untyped]
from parsel import Selector

from spiders import json_ld, microdata
from spiders.json_ld import Node
from spiders.places.one_line import with_parts
from spiders.places.plan import plan_of

_OTHERS = (
    "department", "parentOrganization", "subOrganization", "branchOf", "containedInPlace", "event", "events", "review",
    "reviews", "publisher", "author", "provider", "seller", "worksFor", "employee", "founder", "member", "offers",
    "makesOffer", "areaServed", "brand", "amenityFeature", "nearbyAttraction",
)  # fmt: skip
"""What a place says about others; those are not on this page."""
_NO_PLACE = {
    "PostalAddress", "GeoCoordinates", "Person", "Event", "JobPosting", "Product", "Offer", "WebSite", "WebPage",
    "Article", "NewsArticle", "BlogPosting", "ContactPoint", "City", "Country", "AdministrativeArea", "Review",
}  # fmt: skip
_OFFICES = {"Organization", "Corporation", "NGO", "OnlineStore", "OnlineBusiness"}
"""What has an address where nobody need be able to go; a place only where it has hours or a position."""


def places_of(markup: str, url: str | None = None) -> list[dict[str, object]]:
    """Return what a page says of its own places, all that is told of each; ``url`` is where the page came from.

    >>> block = '{"@type": "GroceryStore", "branchCode": "7", "name": "Shop 7", "address": {"postalCode": "9000"}}'
    >>> places_of(f'<script type="application/ld+json">{block}</script>')
    [{'location_ref': '7', 'name': 'Shop 7', 'postcode': '9000'}]
    """
    found = _places(json_ld.objects(markup, _OTHERS)) or _places(_marked(markup))
    items = [_with_ref(node, url if len(found) == 1 else None) for node in found]
    rows = [with_parts(plan_of([item]).row(item)) for item in items]
    return [row for row in rows if row.keys() - {"location_ref", "url"}]


def _marked(markup: str) -> list[Node]:
    root = Selector(text=markup, type="html").root if "itemprop" in markup else None
    return microdata.nodes(root) if etree.iselement(root) else []


def _places(nodes: Iterable[Node]) -> list[Node]:
    """Return the nodes that are places, each once; offices only where there is nothing else."""
    found = [node for node in nodes if _is_place(node)]
    shops = [node for node in found if not json_ld.types_of(node) & _OFFICES] or found
    return [node for at, node in enumerate(shops) if node not in shops[:at]]


def _is_place(node: Node) -> bool:
    types = json_ld.types_of(node)
    if types & _NO_PLACE or not ("address" in node or "geo" in node):
        return False
    return not types & _OFFICES or any(name in node for name in ("geo", "openingHours", "openingHoursSpecification"))


def _with_ref(node: Node, url: str | None) -> Node:
    """Return a node with its best identifier first: branch code, identifier, @id, its own page, this page."""
    identifier = node.get("identifier")
    if isinstance(identifier, dict):
        identifier = identifier.get("value")
    refs = (node.get("branchCode"), identifier, node.get("@id"), node.get("url"), url)
    ref = next((ref for ref in refs if isinstance(ref, str | int) and str(ref).strip()), None)
    plain = {name: value for name, value in node.items() if not name.startswith("@")}
    return {"id": ref, **plain} if ref is not None else plain
