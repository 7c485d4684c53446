"""Reads windows that sources state as data: by day, as lists of days, as periods, as lists of seven."""

from collections.abc import Iterator, Mapping
from typing import Any

from pipelines.hours import text
from pipelines.hours.entries import Entry, week_of
from pipelines.hours.keys import by_day, is_key, value_of
from pipelines.hours.numbered import from_sunday
from pipelines.hours.stated import stated_time
from pipelines.hours.weekly import EVERY_DAY, Unreadable, osm, told
from pipelines.hours.windows import WHOLE_DAY, windows

_DEEPEST = 6


def read(value: object, country: str | None = None) -> str:
    """Return the windows of parsed JSON in OSM syntax, empty for an empty list; raises Unreadable with the reason."""
    if _never_closes(value):
        return "24/7"
    value = _unwrapped(value)
    if isinstance(value, str):
        return text.read(value, country)
    if isinstance(value, list) and not value:
        return ""
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        try:
            return text.read("\n".join(value), country)
        except Unreadable:
            if len(value) != 7:
                raise
    return osm(told(week_of(list(_entries(value, country)))))


def _never_closes(value: object) -> bool:
    """Tell whether all that is said is that it is always open."""
    return (
        isinstance(value, Mapping) and bool(value) and all(is_key(k, "always") and v is True for k, v in value.items())
    )


def _unwrapped(value: object) -> object:
    """Return what holds the days: the value itself, or what lies in it under a key such as ``openingHours``."""
    for _ in range(_DEEPEST):
        if isinstance(value, Mapping) and not by_day(_told(value)) and not _is_day(value):
            if not value:
                return []
            value = value_of(_told(value), "wrapper")
        elif isinstance(value, list | tuple):
            return list(value)
        elif value is None:
            raise Unreadable("no days in it")
        else:
            return value
    raise Unreadable("deeper than windows lie")


def _told(words: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in words.items() if not is_key(key, "ignored")}


def _is_day(words: Mapping[str, Any]) -> bool:
    return _is_period(words) or (not by_day(_told(words)) and not isinstance(value_of(words, "day"), Mapping | None))


def _is_period(words: Mapping[str, Any]) -> bool:
    """Tell Google's periods: the day stands within ``open``, and 0 is Sunday."""
    return isinstance(words.get("open"), Mapping) and "day" in words["open"]


def _entries(value: object, country: str | None) -> Iterator[Entry]:
    if isinstance(value, Mapping) and not _is_day(value):
        for name, stated in by_day(_told(value)).items():
            yield Entry(name, windows(stated, country))
        return
    days: list[Any] = value if isinstance(value, list) else [value]
    if all(isinstance(day, Mapping) and (_is_day(day) or by_day(_told(day))) for day in days):
        for day in days:
            yield from _of_day(day, country) if _is_day(day) else _entries(day, country)
    elif len(days) == 7:
        for number, windows_of in enumerate(days):
            yield Entry(number, windows(windows_of, country))
    else:
        raise Unreadable("a list of neither days nor seven")


def _of_day(words: Mapping[str, Any], country: str | None) -> Iterator[Entry]:
    if _is_period(words):
        yield _period(words["open"], words.get("close"))
        return
    if words.get("validFrom") or words.get("validThrough"):
        raise Unreadable("windows of a season")
    day = value_of(words, "day")
    times = windows(_told({k: v for k, v in words.items() if not is_key(k, "day")}), country)
    for one in day if isinstance(day, list | tuple) else [day]:
        yield Entry(one, times)


def _period(begin: Mapping[str, Any], end: object) -> Entry:
    if not isinstance(end, Mapping):
        if begin.get("day") == 0 and stated_time(begin, 60).minute == 0:
            return Entry(EVERY_DAY, [WHOLE_DAY])
        raise Unreadable("a time without its end")
    if (int(end["day"]) - int(begin["day"])) % 7 > 1:
        raise Unreadable("a window of several days")
    return Entry(frozenset({from_sunday(int(begin["day"]))}), [(begin, end)])
