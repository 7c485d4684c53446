"""Slots in JSON of any shape: records with times, days that hold them, grids of days, weekly patterns."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import lru_cache

from spiders.slots.moments import day_of, moment_of, time_of, window_of
from spiders.slots.record import Around, Record, slots_of
from spiders.slots.state import State
from spiders.slots.told import Told
from spiders.slots.vocabulary import is_named, status_of, weekday_of


def slots_in(answer: object, today: date) -> Iterator[Told]:
    """Yield the slots of an answer; ``today`` is the local day of the look."""
    yield from _within(answer, Around(today=today), times=True)


def _within(node: object, around: Around, *, times: bool) -> Iterator[Told]:
    """Yield what is in a node; ``times``: whether a bare time in a list is a slot, and not a date of something else."""
    if isinstance(node, dict):
        yield from _of_grid(node, around) if _is_grid(node) else _of_record(node, around)
    elif isinstance(node, list):
        for item in node:
            if isinstance(item, dict | list):
                yield from _within(item, around, times=times)
            elif times and isinstance(item, str):
                yield from _of_text(item, around)


def _of_record(record: Record, around: Around) -> Iterator[Told]:
    record = {name: _moment_in(name, value) for name, value in record.items()}
    here = around.within(record)
    lists = [value for name, value in record.items() if is_named("nested", name) and isinstance(value, list | dict)]
    inside = [slot for value in lists for slot in _within(value, replace(here, state=None), times=True)]
    if not inside and not any(isinstance(value, list) for value in lists):
        flat = _flat(record)
        inside = list(slots_of(flat, here if flat is record else here.within(flat)))
    yield from inside or _of_parts(record, here)


def _moment_in(name: str, value: object) -> object:
    """Return the moment in a start or an end that says more of itself: {"dateTime": "2025-01-06T10:00", ...}."""
    if not isinstance(value, dict) or _is_grid(value) or not (is_named("start", name) or is_named("end", name)):
        return value
    return next((said for said in value.values() if moment_of(said) or time_of(said)), value)


def _of_parts(record: Record, around: Around) -> Iterator[Told]:
    by_place = _is_by_place(record)
    for name, value in record.items():
        here = replace(around, location_ref=name) if by_place else around
        if isinstance(value, dict | list):
            # The state of one part is its record's; beside a list of many stands the state of none of them.
            yield from _within(value, here if isinstance(value, dict) else replace(here, state=None), times=False)


def _is_by_place(record: Record) -> bool:
    """Tell whether a record's names are identifiers, and its values what is at each of these places."""
    return len(record) > 1 and all(
        any(map(str.isdigit, name)) and isinstance(value, dict | list) for name, value in record.items()
    )


def _flat(record: Record) -> Record:
    """Return a record with what its part about the state tells: {"capacity": {"total": 9, "left": 2}}."""
    parts = [
        value
        for name, value in record.items()
        if isinstance(value, dict) and (is_named("capacity", name) or is_named("status", name))
    ]
    return {**{name: value for part in parts for name, value in part.items()}, **record} if parts else record


def _is_grid(record: Record) -> bool:
    """Tell whether a record's names are days, times of day or weekdays, and its values what is then."""
    return bool(record) and 2 * sum(_axis(name) is not None for name in record) >= len(record)


@lru_cache(maxsize=10_000)
def _axis(name: str) -> str | None:
    if day_of(name) or moment_of(name):
        return "date"
    if time_of(name) or window_of(name):
        return "window"
    return "weekday" if weekday_of(name) is not None else None


def _of_grid(grid: Mapping[str, object], around: Around) -> Iterator[Told]:
    for name, value in grid.items():
        if (axis := _axis(name)) is None:
            continue
        at: Record = {axis: name}
        here = around.within(at)
        if isinstance(value, dict):
            yield from _within({**at, **value} if axis == "window" else value, here, times=True)
        elif isinstance(value, list):
            yield from _within(value, here, times=True)
        elif isinstance(value, str) and _axis(value):
            yield from _of_text(value, here)
        elif value is not None:
            places = value if isinstance(value, int) and not isinstance(value, bool) else None
            state = State(status=status_of(value), places=places)
            yield from slots_of({**at, "status": state.status}, replace(here, state=state))


def _of_text(text: str, around: Around) -> Iterator[Told]:
    """Yield the slot that a bare time in a list is: it is listed, so one can choose it."""
    listed = replace(around, state=None)
    if moment_of(text) and not day_of(text):
        yield from slots_of({"start": text}, listed)
    elif day_of(text):
        yield from slots_of({"date": text, "status": "free"}, listed.within({"date": text}))
    else:
        yield from slots_of({"window": text}, listed)
