"""schema.org data in a page's JSON-LD blocks, read by hand and tolerant of what shops really write.

A library that reads all syntaxes of structured data needs 40 times as long, and stops at breakage that is common:
trailing commas, comments, line breaks in texts, entities.
"""

import html
import json
import re
from collections.abc import Iterator

_BLOCK = re.compile(
    r"<script[^>]*type\s*=\s*[\"']?application/ld\+json[^>]*>(.*?)</script", re.IGNORECASE | re.DOTALL
)  # fmt: skip
_BEGIN = re.compile(r"[{\[]")
_OTHERS = {"isRelatedTo", "isSimilarTo", "isAccessoryOrSparePartFor", "isConsumableFor", "review"}
"""What a product says about other things; those are not on this page."""
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")
_DECODER = json.JSONDecoder(strict=False)
Node = dict[str, object]


def nodes(markup: str) -> Iterator[Node]:
    """Yield every object of every JSON-LD block, outer ones first; blocks that cannot be read are left out."""
    for block in _BLOCK.finditer(markup):
        yield from _objects(_parsed(block.group(1)))


def of_type(markup: str, *types: str) -> list[Node]:
    """Return the objects of the given schema.org types.

    >>> of_type('<script type="application/ld+json">{"@type": ["Product"], "sku": "1",}</script>', "Product")
    [{'@type': ['Product'], 'sku': '1'}]
    """
    return [node for node in nodes(markup) if types_of(node) & set(types)]


def types_of(node: Node) -> set[str]:
    """Return an object's types without the vocabulary's address."""
    names = node.get("@type")
    return {str(name).rsplit("/", 1)[-1] for name in (names if isinstance(names, list) else [names])}


def _parsed(block: str) -> object:
    """Return what a block holds, from its first bracket on: comments and CDATA marks stand around it."""
    plain = block.replace("<![CDATA[", "")
    begin = _BEGIN.search(plain)
    told = plain[begin.start() :] if begin else ""
    repaired = _TRAILING_COMMA.sub(r"\1", told)
    for attempt in (told, repaired, html.unescape(repaired)):
        try:
            return _DECODER.raw_decode(attempt)[0]
        except (ValueError, RecursionError):
            continue
    return None


def _objects(value: object) -> Iterator[Node]:
    """Walk parsed JSON without recursion, in the order of the text."""
    left = [value]
    while left:
        here = left.pop()
        if isinstance(here, dict):
            yield here
            left.extend(here[name] for name in reversed(here) if name not in _OTHERS)
        elif isinstance(here, list):
            left.extend(reversed(here))
