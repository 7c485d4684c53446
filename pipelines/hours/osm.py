"""Reads OSM opening_hours syntax: weekdays, public holidays and clock spans, one rule or several.

What goes beyond (months, weeks, dates, school holidays, sunrise, open ends, comments, fallbacks) is refused: a week's
sum of it would be wrong in other weeks.
"""

import re
from collections.abc import Iterator

from pipelines.hours.weekly import ALL_DAY, DAY, DAYS, EVERY_DAY, HOLIDAYS, Span, Unreadable, Week, span, told, united

_NAMES = (*DAYS, "PH")
_NAME = f"(?:{'|'.join(_NAMES)})"
_TIMES = r"\d{1,2}:\d{2}-\d{1,2}:\d{2}"
_RULE = re.compile(
    rf"(?:(?P<days>{_NAME}(?: ?[-,] ?{_NAME})*):?)? ?"
    rf"(?P<times>off|closed|open|24/7|{_TIMES}(?: ?, ?{_TIMES})*)(?: open)?",
    re.IGNORECASE,
)
_SPAN = re.compile(r"(\d{1,2}):(\d{2})-(\d{1,2}):(\d{2})")
# A comma parts rules where a weekday follows the times before it.
_PARTS = re.compile(rf"\s*(;|(?<=[0-9fd]), ?(?={_NAME}))\s*", re.IGNORECASE)
_DASHES = str.maketrans({"\u2013": "-", "\u2014": "-"})


def parse(text: str) -> Week:
    """Read a text in OSM syntax; a later rule replaces an earlier one, behind a comma it adds to it.

    Raises Unreadable.

    >>> dict(parse("Mo,Tu 10:00-12:00; Tu 14:00-15:00"))
    {0: [(600, 720)], 1: [(840, 900)]}
    """
    week: dict[int, list[Span]] = {}
    for adds, rule in _rules(text):
        for days, spans in _read(rule):
            for day in days:
                week[day] = united([*week.get(day, ()), *spans]) if adds and spans else list(spans)
    return told(week)


def _rules(text: str) -> Iterator[tuple[bool, str]]:
    """Yield each rule, and whether it adds to those before it."""
    parts = _PARTS.split(re.sub(r"\s*-\s*", "-", text.translate(_DASHES)).strip(" ;"))
    yield from zip([False, *(sign != ";" for sign in parts[1::2])], parts[::2], strict=True)


def _read(rule: str) -> Iterator[tuple[frozenset[int], list[Span]]]:
    found = _RULE.fullmatch(rule)
    if not found:
        raise Unreadable("not weekdays and clock times in OSM syntax")
    days = _days(found["days"]) if found["days"] else EVERY_DAY
    times = found["times"].lower()
    if times in ("off", "closed"):
        yield days, []
    elif times == "24/7" or (times == "open" and not found["days"]):
        yield days, [ALL_DAY]
    elif times == "open":
        raise Unreadable("days without times")
    else:
        yield days, united(_span(*map(int, numbers)) for numbers in _SPAN.findall(times))


def _span(from_hour: int, from_minute: int, to_hour: int, to_minute: int) -> Span:
    if max(from_minute, to_minute) > 59:
        raise Unreadable("a time that no day has")
    end = to_hour * 60 + to_minute
    if end > 2 * DAY:
        raise Unreadable("a time that no day has")
    return span(from_hour * 60 + from_minute, end if end <= DAY else end - DAY)


def _days(text: str) -> frozenset[int]:
    """Return the days of a list of days and ranges.

    >>> sorted(_days("Sa-Mo,We,PH"))
    [0, 2, 5, 6, 7]
    """
    days: set[int] = set()
    for part in text.replace(" ", "").split(","):
        first, *last = (_number(name) for name in part.split("-"))
        days |= day_range(first, last[0] if last else first)
    return frozenset(days)


def _number(name: str) -> int:
    return [known.lower() for known in _NAMES].index(name.lower())


def day_range(first: int, last: int) -> frozenset[int]:
    """Return the days from one to another, over the week's end where need be; raises Unreadable for holidays."""
    if HOLIDAYS in (first, last) and first != last:
        raise Unreadable("a range of days that ends in holidays")
    if first == HOLIDAYS:
        return frozenset({HOLIDAYS})
    return frozenset((first + i) % 7 for i in range((last - first) % 7 + 1))
