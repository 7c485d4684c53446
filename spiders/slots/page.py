"""Slots in a web page: in its attributes, in tables of days and times, in lists under days."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from parsel import Selector

from spiders.slots.calendar import slots_in
from spiders.slots.element import attributes_of, record_of, text_of, times_in
from spiders.slots.moments import day_of
from spiders.slots.record import Around, slots_of
from spiders.slots.state import state_in
from spiders.slots.table import slots_of_table
from spiders.slots.told import Told

_LEAVES = {"a", "button", "dd", "div", "input", "label", "li", "option", "p", "span", "td", "time", "tr"}
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6", "dt", "caption", "summary", "legend", "header", "strong", "b", "th"}
_DEEPEST = 100


def slots_in_page(page: Selector, today: date) -> Iterator[Told]:
    """Yield the slots that a page shows; where it shows none, those in the data that its scripts carry."""
    shown = [slot for body in page.css("body") for slot in _within(body, Around(today=today), _DEEPEST)]
    yield from shown or _in_scripts(page, today)


def _in_scripts(page: Selector, today: date) -> Iterator[Told]:
    for text in page.css('script[type="application/json"]::text').getall():
        try:
            yield from slots_in(json.loads(text), today)
        except (ValueError, RecursionError):
            continue


def _within(node: Selector, around: Around, depth: int) -> Iterator[Told]:
    """Yield the slots of an element: the one that it is, or those below it."""
    here = around.within(attributes_of(node))
    record = record_of(node) if node.root.tag in _LEAVES else {}
    if _has_one_time(node, record):
        yield from slots_of(record, here.within(record))
    elif below := list(_below(node, here, depth - 1)):
        yield from below
    elif state_in(record):
        yield from slots_of(record, here.within(record))


def _below(node: Selector, around: Around, depth: int) -> Iterator[Told]:
    """Yield the slots below an element; a heading that is a day holds for what comes after it."""
    here = around
    for child in node.xpath("./*[not(self::script or self::style or self::template)]") if depth else ():
        if child.root.tag == "table" and (told := list(slots_of_table(child, here))):
            yield from told
        elif day := _heading(child):
            here = replace(here, day=day)
        else:
            yield from _within(child, here, depth)


def _heading(node: Selector) -> date | None:
    """Return the day that an element names, where it says nothing else: by its text, or its attribute."""
    text = text_of(node)
    attribute = node.xpath("(.|.//time)/@datetime | @data-date").get()
    day = day_of(text) or (day_of(attribute) if attribute and not times_in(text) else None)
    is_plain = not (node.xpath("./*") or state_in(record_of(node)))
    return day if node.root.tag in _HEADINGS or is_plain else None


def _has_one_time(node: Selector, record: dict[str, Any]) -> bool:
    """Tell whether an element is about one time, so that what stands in it says more of that."""
    if not {"window", "start"} & record.keys():
        return False
    starts = node.xpath(".//@datetime | .//@data-start").getall()
    return len(times_in(text_of(node))) <= 1 and len(set(starts)) <= 1
