"""One record of a source as a slot: when it is, where, and what is told of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from spiders.slots.moments import day_of, moment_of, time_of, window_of
from spiders.slots.state import State, state_in
from spiders.slots.told import Told
from spiders.slots.vocabulary import values_of, weekday_of

Record = Mapping[str, object]
End = datetime | time | None


@dataclass(frozen=True, kw_only=True)
class Around:
    """What the records around a record say of it, too."""

    today: date
    """The local day of the look; opening patterns are laid out from it on."""
    location_ref: str | None = None
    service: str | None = None
    day: date | None = None
    weekday: int | None = None
    state: State | None = None

    def within(self, record: Record) -> "Around":
        """Return what holds inside a record."""
        day = next(filter(None, map(day_of, values_of("date", record))), None)
        return replace(
            self,
            location_ref=_place(record) or self.location_ref,
            service=_text(values_of("service", record)) or self.service,
            day=day or self.day,
            weekday=next((n for n in map(weekday_of, values_of("weekday", record)) if n is not None), self.weekday),
            state=state_in(record) or self.state,
        )


def slots_of(record: Record, around: Around) -> Iterator[Told]:
    """Yield the slot that a record is: one with a time, a day with a state, or the next seven days of a weekly pattern.

    ``around`` is what holds inside the record.
    """
    times = _times(record, around.day)
    if times is not None:
        told = _told(times[0], times[1], around, _cutoff(record))
        yield replace(told, slot_ref=_text(values_of("slot_ref", record)))
    elif around.day is None and around.weekday is not None and (pattern := _clock(record)):
        days = (around.today + timedelta(days=n) for n in range(7))
        for day in days:
            if day.weekday() == around.weekday:
                yield _told(datetime.combine(day, pattern[0]), pattern[1], around)
    elif state_in(record) and (whole := _own_day(record) or (around.day if not _clock(record) else None)):
        yield _told(whole, None, around, _cutoff(record))


def _told(start: date | datetime, end: End, around: Around, cutoff: datetime | None = None) -> Told:
    # What is listed with its time and without a word about it is what one can choose.
    state = around.state or State(status="free")
    return Told(
        start=start,
        end=end,
        status=state.status,
        places=state.places,
        capacity=state.capacity,
        cutoff=cutoff,
        location_ref=around.location_ref,
        service=around.service,
    )


def _times(record: Record, day: date | None) -> tuple[datetime, End] | None:
    """Return start and end where the record has a full moment, or a time of day on a day that is known."""
    start = next(filter(None, map(moment_of, values_of("start", record))), None)
    if start is None and day is not None and (clock := _clock(record)):
        return datetime.combine(day, clock[0]), clock[1]
    if start is None:
        start = next((m for value in values_of("date", record) if (m := moment_of(value)) and not day_of(value)), None)
    return (start, _end(record)) if start else None


def _end(record: Record) -> End:
    return next((end for value in values_of("end", record) if (end := moment_of(value) or time_of(value))), None)


def _clock(record: Record) -> tuple[time, time | None] | None:
    """Return times of day: from and until in two fields, or in one."""
    start = next(filter(None, map(time_of, values_of("start", record))), None)
    if start is not None:
        return start, next(filter(None, map(time_of, values_of("end", record))), None)
    for value in (*values_of("window", record), *values_of("start", record)):
        if window := window_of(value):
            return window
        if single := time_of(value):
            return single, None
    return None


def _own_day(record: Record) -> date | None:
    return next(filter(None, (day_of(v) for field in ("date", "start") for v in values_of(field, record))), None)


def _cutoff(record: Record) -> datetime | None:
    return next(filter(None, map(moment_of, values_of("cutoff", record))), None)


def _place(record: Record) -> str | None:
    """Return the place's reference: under a name for it, or the id of a record that describes a place."""
    for value in values_of("location_ref", record):
        inner = _own_ref(value) if isinstance(value, dict) else value
        if isinstance(inner, str | int) and not isinstance(inner, bool):
            return str(inner)
    if any(True for _ in values_of("place_name", record)):
        return _text(record.get(name) for name in ("ref", "id", "code", "number"))
    return None


def _own_ref(place: Record) -> object:
    names = [place.get(name) for name in ("id", "ref", "code")]
    return next((ref for ref in (*names, *values_of("location_ref", place)) if ref), None)


def _text(values: object) -> str | None:
    assert isinstance(values, Iterator)
    return next((str(v) for v in values if isinstance(v, str | int) and not isinstance(v, bool) and v != ""), None)
