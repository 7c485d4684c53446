"""Slots in a web page: in its attributes, in tables of days and times, in lists under days.

Each element is read as the record that its attributes, its classes and its text make, so that the same words are
understood as in JSON.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from parsel import Selector

from spiders.slots.calendar import slots_in
from spiders.slots.moments import day_of, time_of, window_of
from spiders.slots.record import Around, slots_of
from spiders.slots.state import state_in
from spiders.slots.table import slots_of_table
from spiders.slots.told import Told
from spiders.slots.vocabulary import is_status, places_left, plain

_LEAVES = {"a", "button", "dd", "div", "input", "label", "li", "option", "p", "span", "td", "time", "tr"}
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6", "dt", "caption", "summary", "legend", "header", "strong", "b", "th"}
_PIECES = re.compile(r"[\n\t,;|·•()\[\]]+|\s-\s(?=\D)|:\s|\s{2,}")
_RANGE = re.compile(
    r"\d{1,2}[:.h]\d\d[^\n]{0,6}?\s*(?:-|–|—|to|tot|bis|à)\s*\d{1,2}[:.h]\d\d(?:\s*[ap]\.?m\.?)?", re.IGNORECASE
)
_CLOCK = re.compile(r"\b\d{1,2}[:.h]\d\d(?:\s*[ap]\.?m\.?)?", re.IGNORECASE)


def slots_in_page(page: Selector, today: date) -> Iterator[Told]:
    """Yield the slots that a page shows; where it shows none, those in the data that its scripts carry."""
    shown = [slot for body in page.css("body") for slot in _within(body, Around(today=today))]
    yield from shown or _in_scripts(page, today)


def _in_scripts(page: Selector, today: date) -> Iterator[Told]:
    for text in page.css('script[type="application/json"]::text').getall():
        try:
            yield from slots_in(json.loads(text), today)
        except (ValueError, RecursionError):
            continue


def _within(node: Selector, around: Around) -> Iterator[Told]:
    """Yield the slots below an element; a heading that is a day holds for what comes after it."""
    here = around.within(record_of(node, own_text=False))
    record = record_of(node) if node.root.tag in _LEAVES else {}
    if _has_one_time(node, record):
        yield from slots_of(record, here.within(record))
    elif below := list(_below(node, here)):
        yield from below
    elif state_in(record):
        yield from slots_of(record, here.within(record))


def _below(node: Selector, around: Around) -> Iterator[Told]:
    here = around
    for child in node.xpath("./*[not(self::script or self::style or self::template)]"):
        if child.root.tag == "table" and (told := list(slots_of_table(child, here, record_of))):
            yield from told
            continue
        day = _day_in(child)
        if day and (child.root.tag in _HEADINGS or not (child.xpath("./*") or state_in(record_of(child)))):
            here = replace(here, day=day)
            continue
        yield from _within(child, here)


def _day_in(node: Selector) -> date | None:
    """Return the day that an element names and says nothing else: by its attribute or its text."""
    text = " ".join("".join(node.xpath(".//text()").getall()).split())
    attribute = node.xpath("(.|.//time)/@datetime | @data-date").get()
    return day_of(text) or (day_of(attribute) if attribute and not _CLOCK.search(text) else None)


def record_of(node: Selector, *, own_text: bool = True) -> dict[str, Any]:
    """Return what an element tells: its data attributes, its classes, and the pieces of its text.

    >>> record_of(Selector('<li class="slot full" data-date="2025-01-06">10:00 - 12:00</li>').css("li"))
    {'date': '2025-01-06', 'status': 'full', 'window': '10:00 - 12:00'}
    """
    node = node[0] if not isinstance(node, Selector) else node
    attributes = node.attrib
    record: dict[str, Any] = {
        name.removeprefix("data-"): v for name, v in attributes.items() if name.startswith("data-")
    }
    if datetime_attribute := node.xpath("(.|.//time)/@datetime").get():
        record.setdefault("start", datetime_attribute)
    if (value := attributes.get("value")) and node.root.tag in ("option", "input", "button"):
        record.setdefault("start" if not _RANGE.search(value) else "window", value)
    if state := _state_of(node, attributes.get("class", "")):
        record.setdefault("status", state)
    return {**_of_text(node), **record} if own_text else record


def _state_of(node: Selector, classes: str) -> str | None:
    words = (
        plain(part) for token in classes.split() for part in (token, re.sub(r"^.*?(?:--|__|is-|slot-)", "", token))
    )
    known = next((word for word in words if is_status(word)), None)
    switched_off = "disabled" in node.attrib or node.attrib.get("aria-disabled") == "true"
    return known or ("disabled" if switched_off else None)


def _of_text(node: Selector) -> dict[str, Any]:
    """Return what the pieces of an element's text say: from when until when, a status, how many are left."""
    text = "\n".join(" ".join(piece.split()) for piece in node.xpath(".//text()").getall() if piece.strip())
    said: dict[str, Any] = {}
    if found := _RANGE.search(text) or _CLOCK.search(text):
        if window_of(found[0]) or time_of(found[0]):
            said["window"] = found[0]
        text = text.replace(found[0], "\n")
    for piece in filter(None, map(str.strip, _PIECES.split(text))):
        if (left := places_left(piece)) is not None:
            said.setdefault("places", left)
            if capacity := re.search(r"(?:of|van|von|de|sur|/)\s*(\d+)", piece):
                said.setdefault("capacity", int(capacity[1]))
        elif is_status(piece):
            said.setdefault("status", piece)
        elif found := re.fullmatch(r"(\d+)\s*/\s*(\d+)", piece):
            said |= {"places": int(found[1]), "capacity": int(found[2])}
    return said


def _has_one_time(node: Selector, record: dict[str, Any]) -> bool:
    """Tell whether an element is about one time, and what stands in it says more of that."""
    if not {"window", "start"} & record.keys():
        return False
    text = " ".join(node.xpath(".//text()").getall())
    starts = node.xpath(".//@datetime | .//@data-start").getall()
    return len(_RANGE.findall(text) or _CLOCK.findall(text)) <= 1 and len(set(starts)) <= 1
