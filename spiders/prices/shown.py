"""What stands in an element that shows a price: the text of it, cents set apart by a point, and what is crossed out."""

import re
from collections.abc import Iterator

from lxml import etree  # type: ignore[import-untyped]

CROSSED = {"del", "s", "strike"}
_PRICE = re.compile(r"price|preis|prijs|precio|prezzo|prix|pris|cena", re.IGNORECASE)
_OLD = re.compile(
    r"(?<![a-z])old|(?<![a-z])was|before|list|regular|strike|crossed|origin|rrp|msrp|uvp|(?<![a-z])prev", re.IGNORECASE
)
_GONE = re.compile(_OLD.pattern.replace("|list|regular", ""), re.IGNORECASE)
"""What is no price any more even where no other stands beside it; a regular price alone is the price."""
_CENTS = re.compile(r"cent|dec|frac|penn|small|sup", re.IGNORECASE)
_HIDDEN = {"script", "style", "noscript", "template"}


def is_crossed(element: etree._Element, old: re.Pattern[str] = _OLD) -> bool:
    """Tell whether an element is crossed out, by its tag or by a class of its own.

    >>> [is_crossed(each) for each in etree.HTML('<s>9</s><b class="price-old">9</b><b class="price">8</b>')[0]]
    [True, True, False]
    """
    told = str(element.get("class") or "").split()
    return element.tag in CROSSED or any(_PRICE.search(name) and old.search(name) for name in told)


def shown(element: etree._Element) -> str | None:
    """Return the text of an element without what is crossed out; None where two numbers touch and may be one.

    >>> shown(etree.HTML("<p>€ 12<sup>99</sup> <del>€ 20</del>")), shown(etree.HTML("<p>12<b>99</b> €"))
    ('€ 12.99', None)
    """
    text = _text(element, _OLD)
    return _text(element, _GONE) if text == "" else text


def _text(element: etree._Element, old: re.Pattern[str]) -> str | None:
    """Return the text of an element without what is crossed out or named old."""
    text = ""
    for piece, parent in _pieces(element, old):
        if text[-1:].isdigit() and piece[:1].isdigit():
            if not (len(piece.strip()) == 2 and piece.strip().isdigit() and _is_cents(parent)):
                return None
            text += "."
        text += piece
    return " ".join(text.split())


def crossed(element: etree._Element) -> list[str]:
    """Return the texts that are crossed out in an element."""
    return [" ".join("".join(struck.itertext()).split()) for struck in element.iter("*") if is_crossed(struck)]


def _pieces(element: etree._Element, old: re.Pattern[str]) -> Iterator[tuple[str, etree._Element]]:
    """Yield each text and the element it is in; markup of others may be nested deeper than Python likes."""
    without = 0
    for event, node in etree.iterwalk(element, events=("start", "end")):
        is_left_out = node.tag in _HIDDEN or (node is not element and is_crossed(node, old))
        without += is_left_out * (1 if event == "start" else -1)
        text = node.text if event == "start" else node.tail if node is not element else None
        if text and not without:
            yield text, node if event == "start" else node.getparent()


def _is_cents(element: etree._Element) -> bool:
    return element.tag in {"sup", "small"} or bool(_CENTS.search(element.get("class", "")))
