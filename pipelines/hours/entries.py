"""From days and windows as data state them to a week: what is named or numbered, and what the numbers count."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipelines.hours import text
from pipelines.hours.clock import Time, counts_to_24, window
from pipelines.hours.numbered import numbered_week
from pipelines.hours.stated import stated_time, unit
from pipelines.hours.weekly import Span, Unreadable, Week, united
from pipelines.hours.windows import Stated


@dataclass(frozen=True)
class Entry:
    """The windows of a day, or of some."""

    day: object
    """As the source names it, a name or a number; a set of weekdays where it is known already."""
    windows: Sequence[Stated] | None
    """None where the source names the day and leaves its windows open."""


def week_of(entries: Sequence[Entry]) -> Week:
    """Put windows on the weekdays that the entries name, or number; raises Unreadable."""
    if all(entry.windows is None for entry in entries):
        raise Unreadable("days without windows")
    spans = _spans([entry.windows or () for entry in entries])
    numbers: dict[int, list[Span]] = {}
    week: dict[int, list[Span]] = {}
    for days, windows_of in zip(_days([entry.day for entry in entries]), spans, strict=True):
        for day in [days] if isinstance(days, int) else days:
            known = numbers if isinstance(days, int) else week
            known[day] = _added(known.get(day), windows_of)
    if numbers and week:
        raise Unreadable("weekdays by name and by number")
    return numbered_week(numbers) if numbers else week


def _added(before: list[Span] | None, spans: list[Span]) -> list[Span]:
    """Return a day's windows with those of another entry of it."""
    if before is None or before == spans:
        return spans
    both = united([*before, *spans])
    if not before or not spans or len(both) < len(before) + len(spans):
        raise Unreadable("a day with two times that contradict each other")
    return both


def _days(named: Sequence[object]) -> list[int | frozenset[int]]:
    """Return each day as a number, or as a set of weekdays where it has a name; all names are of one language."""
    names = {day: str(day).rpartition("/")[2] for day in named if isinstance(day, str) and not day.strip().isdecimal()}
    known = dict(zip(names, text.weekdays(tuple(names.values())), strict=True)) if names else {}
    return [known[day] if isinstance(day, str) and day in known else _numbered(day) for day in named]


def _numbered(day: object) -> int | frozenset[int]:
    if isinstance(day, str):
        return int(day)
    if isinstance(day, frozenset) or (isinstance(day, int) and not isinstance(day, bool)):
        return day
    raise Unreadable("something else where a day belongs")


def _spans(stated: Sequence[Sequence[Stated]]) -> list[list[Span]]:
    """Return windows in minutes; what their numbers count, and whether to 12 or to 24, follows from all of them."""
    values = [value for pairs in stated for pair in pairs for value in pair]
    each = unit([value for value in values if isinstance(value, int | float)])
    times = iter([value if isinstance(value, Time) else stated_time(value, each) for value in values])
    read = [[(next(times), next(times)) for _ in pairs] for pairs in stated]
    whole_day = counts_to_24(time for pairs in read for pair in pairs for time in pair)
    found = [[window(begin, end, whole_day=whole_day) for begin, end in pairs] for pairs in read]
    if any(len(united(spans)) < len(set(spans)) and _overlap(spans) for spans in found):
        raise Unreadable("times that overlap")
    return [united(spans) for spans in found]


def _overlap(spans: Sequence[Span]) -> bool:
    laid = sorted(set(spans))
    return any(after[0] < before[1] for before, after in pairwise(laid))
