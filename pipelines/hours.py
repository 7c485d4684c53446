"""Pick-up windows in OSM opening_hours syntax, and what they come to in a week."""

import re
from collections.abc import Iterable, Mapping

WEEKDAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
_DAY, _TIMES = "(?:Mo|Tu|We|Th|Fr|Sa|Su)", r"\d{1,2}:\d{2}-\d{1,2}:\d{2}"
_RULE = re.compile(rf"(?P<days>{_DAY}(?:[-,]{_DAY})*) (?P<times>{_TIMES}(?:,{_TIMES})*)")
_SPAN = re.compile(r"(\d{1,2}):(\d{2})-(\d{1,2}):(\d{2})")


def from_windows(windows: Iterable[Mapping[str, str]]) -> str:
    """Write windows ``{"weekday": "Mo", "from": "10:00", "to": "18:00"}`` in OSM syntax; empty for none.

    >>> from_windows([{"weekday": day, "from": "14:00", "to": "18:00"} for day in ("Tu", "Mo")])
    'Mo,Tu 14:00-18:00'
    """
    spans: dict[str, list[str]] = {day: [] for day in WEEKDAYS}
    for window in windows:
        spans[window["weekday"]].append(f"{window['from']}-{window['to']}")
    days_of: dict[str, list[str]] = {}
    for day in WEEKDAYS:
        if spans[day]:
            days_of.setdefault(",".join(sorted(spans[day])), []).append(day)
    return "; ".join(f"{','.join(days)} {times}" for times, days in days_of.items())


def week(osm: str) -> tuple[float, int] | None:
    """Return hours a week and number of weekdays; None when the text is beyond day lists and clock spans.

    >>> week("Mo-Fr 10:00-18:00; Sa 22:00-02:00")
    (44.0, 6)
    """
    minutes: dict[str, int] = {}
    for rule in filter(None, (part.strip() for part in osm.split(";"))):
        found = _RULE.fullmatch(rule)
        if not found:
            return None
        a_day = sum(_minutes(*map(int, span)) for span in _SPAN.findall(found["times"]))
        for day in _days(found["days"]):
            minutes[day] = minutes.get(day, 0) + a_day
    return sum(minutes.values()) / 60, len(minutes)


def _minutes(from_hour: int, from_minute: int, to_hour: int, to_minute: int) -> int:
    length = (to_hour * 60 + to_minute) - (from_hour * 60 + from_minute)
    return length if length > 0 else length + 24 * 60


def _days(text: str) -> Iterable[str]:
    for part in text.split(","):
        first, _, last = part.partition("-")
        start, end = WEEKDAYS.index(first), WEEKDAYS.index(last or first)
        yield from (WEEKDAYS[i % 7] for i in range(start, end + 1 if end >= start else end + 8))
