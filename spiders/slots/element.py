"""An element of a page as the record that its attributes, its classes and its text make."""

import re
from typing import Any

from parsel import Selector

from spiders.slots.moments import time_of, window_of
from spiders.slots.vocabulary import is_status, places_left

_TIME = r"\d{1,2}[:.h]\d\d(?:\s*[ap]\.?m\.?)?"
_RANGE = re.compile(rf"{_TIME}\s*(?:-|\u2013|\u2014|to|tot|bis|à)\s*{_TIME}", re.IGNORECASE)
_CLOCK = re.compile(rf"\b{_TIME}", re.IGNORECASE)
_PIECES = re.compile(r"[\n\t,;|·•()\[\]]+|\s-\s(?=\D)|:\s|\s{2,}")
_OF = re.compile(r"\b(?:of|van|von|de|sur)\s*(\d+)|/\s*(\d+)")
_SHARE = re.compile(r"(\d+)\s*/\s*(\d+)")
_MODIFIER = re.compile(r"^.*?(?:--|__|is-|slot-)")


def text_of(node: Selector) -> str:
    """Return all text of an element, its white space made plain."""
    return " ".join("".join(node.xpath(".//text()").getall()).split())


def times_in(text: str) -> list[str]:
    """Return the windows that a text names, or else the times.

    >>> times_in("10:00 - 12:00, or at 18:30"), times_in("open at 9.30 am")
    (['10:00 - 12:00'], ['9.30 am'])
    """
    return [found[0] for found in _RANGE.finditer(text)] or [found[0] for found in _CLOCK.finditer(text)]


def attributes_of(node: Selector) -> dict[str, Any]:
    """Return what an element's attributes and classes tell.

    >>> attributes_of(Selector('<li class="slot full" data-date="2025-01-06">10:00').css("li")[0])
    {'date': '2025-01-06', 'status': 'full'}
    """
    given = node.attrib
    record: dict[str, Any] = {name.removeprefix("data-"): given[name] for name in given if name.startswith("data-")}
    if moment := node.xpath("(.|.//time)/@datetime").get():
        record.setdefault("start", moment)
    if (value := given.get("value")) and node.root.tag in ("option", "input", "button"):
        record.setdefault("window" if _RANGE.search(value) else "start", value)
    if state := _state_of(node):
        record.setdefault("status", state)
    return record


def record_of(node: Selector) -> dict[str, Any]:
    """Return what an element tells, by its text too: from when until when, a status, how many are left.

    >>> record_of(Selector("<li>10:00 - 12:00, nog 3 plekken van 10</li>").css("li")[0])
    {'window': '10:00 - 12:00', 'places': 3, 'capacity': 10}
    """
    text = "\n".join(" ".join(piece.split()) for piece in node.xpath(".//text()").getall() if piece.strip())
    said: dict[str, Any] = {}
    if times := times_in(text):
        if window_of(times[0]) or time_of(times[0]):
            said["window"] = times[0]
        text = text.replace(times[0], "\n")
    for piece in filter(None, map(str.strip, _PIECES.split(text))):
        said = {**_said(piece), **said}
    order: dict[str, Any] = {name: said[name] for name in ("window", "status", "places", "capacity") if name in said}
    return {**order, **attributes_of(node)}


def _state_of(node: Selector) -> str | None:
    classes = node.attrib.get("class", "").split()
    words = (part for token in classes for part in (token, _MODIFIER.sub("", token)))
    known = next((word for word in words if is_status(word)), None)
    switched_off = "disabled" in node.attrib or node.attrib.get("aria-disabled") == "true"
    return known or ("disabled" if switched_off else None)


def _said(piece: str) -> dict[str, Any]:
    """Return what one piece of text tells of a slot's state."""
    if (left := places_left(piece)) is not None:
        capacity = _OF.search(piece)
        return {"places": left, **({"capacity": int(capacity[1] or capacity[2])} if capacity else {})}
    if is_status(piece):
        return {"status": piece}
    share = _SHARE.fullmatch(piece)
    return {"places": int(share[1]), "capacity": int(share[2])} if share else {}
