"""A table of slots: days along one side, times along the other, or a row for each slot under named columns."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from parsel import Selector

from spiders.slots.element import attributes_of, record_of, text_of
from spiders.slots.moments import day_of, time_of, window_of
from spiders.slots.record import Around, slots_of
from spiders.slots.state import state_in
from spiders.slots.told import Told
from spiders.slots.vocabulary import is_named, plain

_FIELDS = ("date", "start", "end", "window", "status", "places", "capacity", "location_ref", "service")


def slots_of_table(table: Selector, around: Around) -> Iterator[Told]:
    """Yield the slots of a table whose first row says what the columns are: days, times, or the parts of a slot."""
    rows = [row.xpath("./th|./td") for row in table.xpath("./tr|./thead/tr|./tbody/tr|./tfoot/tr")]
    if len(rows) < 2:
        return
    head = [text_of(cell) for cell in rows[0]]
    axes = [_axis(cell, text) for cell, text in zip(rows[0], head, strict=True)]
    if sum(axis is not None for axis in axes[1:]):
        yield from _of_grid(rows, axes, around)
    else:
        yield from _of_list(rows, head, around)


def _of_grid(rows: list[Any], axes: list[dict[str, str] | None], around: Around) -> Iterator[Told]:
    for row in rows[1:]:
        side = _axis(row[0], text_of(row[0])) if row else None
        for cell, axis in zip(row[1:], axes[1:], strict=False):
            told = {**_of_only_child(cell), **record_of(cell)}
            if not told and any(sign.isalpha() for sign in text_of(cell)):
                told = {"status": text_of(cell)}  # a word that is not known is not free
            record = {**told, **(side or {}), **(axis or {})}
            if axis and (side or "window" in told) and (state_in(told) or "window" in told):
                yield from slots_of(record, around.within(record))


def _of_only_child(cell: Selector) -> dict[str, Any]:
    """Return what the classes of the one button in a cell say of its state."""
    inner = cell.xpath("./*")
    status = attributes_of(inner[0]).get("status") if len(inner) == 1 else None
    return {"status": status} if status else {}


def _of_list(rows: list[Any], head: list[str], around: Around) -> Iterator[Told]:
    names = [next((field for field in _FIELDS if is_named(field, plain(name))), None) for name in head]
    if not {"start", "window"} & {name for name in names if name}:
        return
    for row in rows[1:]:
        record = {name: text_of(cell) for name, cell in zip(names, row, strict=False) if name and text_of(cell)}
        if ref := row.xpath("./parent::*/@data-location | ./parent::*/@data-store").get():
            record.setdefault("location_ref", ref)
        yield from slots_of(record, replace(around, state=None).within(record))


def _axis(cell: Selector, text: str) -> dict[str, str] | None:
    """Return what a heading stands for: a day or a time of day."""
    attribute = cell.attrib.get("data-date") or cell.xpath(".//time/@datetime").get() or ""
    day = attribute if day_of(attribute) else text if day_of(text) else None
    if day:
        return {"date": day}
    return {"window": text} if window_of(text) or time_of(text) else None
