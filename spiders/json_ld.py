"""schema.org data in a page's JSON-LD blocks, read by hand and tolerant of what shops really write.

A library that reads all syntaxes of structured data needs 40 times as long, and stops at breakage that is common:
trailing commas, comments, line breaks in texts, entities.
"""

import html
import json
import re
from collections.abc import Container, Iterable, Iterator

_BLOCK = re.compile(
    r"<script[^>]*type\s*=\s*[\"']?application/ld\+json[^>]*>(.*?)</script", re.IGNORECASE | re.DOTALL
)  # fmt: skip
_BEGIN = re.compile(r"[{\[]")
_OTHERS = {"isRelatedTo", "isSimilarTo", "isAccessoryOrSparePartFor", "isConsumableFor", "review", "isVariantOf"}
"""What a product says about other things; those are not on this page."""
_LISTED = _OTHERS | {"itemListElement"}
_GOODS = {"product", "productgroup", "productmodel", "individualproduct", "vehicle", "car"}
_WORKS = {"book", "creativework", "softwareapplication", "videogame", "musicalbum", "menuitem"}
"""What is goods only where it is offered."""
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")
_TEXT_OR_COMMENT = re.compile(r"(\"(?:[^\"\\]|\\.)*(?:\"|\Z))|/\*.*?(?:\*/|\Z)|//[^\n]*", re.DOTALL)
_DECODER = json.JSONDecoder(strict=False)
Node = dict[str, object]


def products(markup: str, *, lists: bool = True) -> list[Node]:
    """Return the goods of a page's JSON-LD blocks; those of a list only where the page is about nothing else.

    Without ``lists`` those never count. Blocks that cannot be read are left out.

    >>> products('<script type="application/ld+json">{"@type": ["Product"], "sku": "1",}</script>')
    [{'@type': ['Product'], 'sku': '1'}]
    """
    blocks = _blocks(markup)
    return _goods(blocks, _LISTED | {"hasVariant"}) or (_goods(blocks, _OTHERS | {"hasVariant"}) if lists else [])


def of_type(markup: str, *types: str) -> list[Node]:
    """Return the objects of the given schema.org types in a page's JSON-LD blocks.

    >>> of_type('<script type="application/ld+json">{"@type": "Order", "orderNumber": "1"}</script>', "Order")
    [{'@type': 'Order', 'orderNumber': '1'}]
    """
    return [n for block in _blocks(markup) for n in nodes(block, _OTHERS) if types_of(n) & set(types)]


def objects(markup: str, without: Iterable[str]) -> list[Node]:
    """Return all objects in a page's JSON-LD blocks that can be reached without following the given names."""
    return [node for block in _blocks(markup) for node in nodes(block, set(without))]


def _blocks(markup: str) -> list[object]:
    return [_parsed(block.group(1)) for block in _BLOCK.finditer(markup)]


def _goods(blocks: list[object], without: set[str]) -> list[Node]:
    """Return the goods that can be reached without following the given names."""
    found = [node for block in blocks for node in nodes(block, without)]
    by_id = {str(node["@id"]): node for node in found if len(node) > 2 and "@id" in node}
    variants = [inner for node in found for inner in _listed(node.get("hasVariant")) if isinstance(inner, dict)]
    grouped = {str(variant["@id"]) for variant in variants if "@id" in variant}
    goods = [_whole(node, by_id) for node in found if _is_goods(node) and str(node.get("@id")) not in grouped]
    items = [(node, item) for node in found if isinstance(item := node.get("itemOffered"), dict)]
    offered = [by_id.get(str(item.get("@id")), item) | {"offers": node} for node, item in items]
    return [*(node for node in goods if not any(node.items() <= item.items() for item in offered)), *offered]


def _is_goods(node: Node) -> bool:
    if "@type" not in node:
        return "offers" in node and "name" in node
    names = {name.lower() for name in types_of(node)}
    return bool(names & _GOODS) or ("offers" in node and bool(names & _WORKS))


def _whole(node: Node, by_id: dict[str, Node]) -> Node:
    """Return a node with the offers and variants that it only refers to."""
    for name in ("offers", "hasVariant"):
        told = _listed(node.get(name))
        refers = [by_id.get(str(inner.get("@id")), inner) if isinstance(inner, dict) else inner for inner in told]
        node = node | {name: refers} if refers != told else node
    return node


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def types_of(node: Node) -> set[str]:
    """Return an object's types without the vocabulary's address."""
    names = node.get("@type")
    return {str(name).rsplit("/", 1)[-1] for name in (names if isinstance(names, list) else [names])}


def _parsed(block: str) -> object:
    """Return what a block holds, from its first bracket on: comments and CDATA marks stand around it."""
    plain = block.replace("<![CDATA[", "")
    begin = _BEGIN.search(plain)
    told = plain[begin.start() :] if begin else ""
    for repaired in (str, _without_breakage, lambda block: _without_breakage(html.unescape(block))):
        try:
            return _DECODER.raw_decode(repaired(told))[0]
        except (ValueError, RecursionError):
            continue
    return None


def _without_breakage(block: str) -> str:
    """Return a block without comments between its texts, and without commas behind a last item."""
    return _TRAILING_COMMA.sub(r"\1", _TEXT_OR_COMMENT.sub(lambda found: found[1] or "", block))


def nodes(value: object, without: Container[str] = ()) -> Iterator[Node]:
    """Yield every object of parsed JSON that can be reached without some names, the outer before the inner."""
    left = [value]
    while left:
        here = left.pop()
        if isinstance(here, dict):
            yield here
            left.extend(here[name] for name in reversed(here) if name not in without)
        elif isinstance(here, list):
            left.extend(reversed(here))
