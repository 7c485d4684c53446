"""A week of windows: what every way of writing them is read into, and how it is written in OSM syntax."""

from collections.abc import Iterable, Mapping, Sequence

DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
HOLIDAYS = 7
"""The day of a week that stands for public holidays."""
EVERY_DAY = frozenset(range(7))
DAY = 24 * 60
WEEK = 7 * DAY

Span = tuple[int, int]
"""Minutes since midnight, from and to; one that ends on the next day ends above ``DAY``."""
ALL_DAY: Span = (0, DAY)
Week = Mapping[int, Sequence[Span]]
"""Windows by day, Monday is 0; no windows: closed. A day that is not in it was not spoken of."""


class Unreadable(ValueError):  # noqa: N818 - it is what the windows are
    """Windows that cannot be read, or can be read in two ways; the message says why."""


def span(begin: int, end: int) -> Span:
    """Return a window between two times of day, in minutes; one that ends before it begins ends on the next day.

    Raises Unreadable for times that no day has, and for a window without length: it may mean all day, or closed.
    """
    if not (0 <= begin < DAY and 0 <= end <= 2 * DAY):
        raise Unreadable("a time that no day has")
    if begin == end:
        raise Unreadable("a window that ends when it begins")
    if end == DAY - 1 and begin < end:
        end = DAY  # 23:59 is how those write midnight who have no 24:00
    length = (end - begin) % DAY or DAY
    return (begin, begin + length)


def united(spans: Iterable[Span]) -> list[Span]:
    """Return windows in order, those that touch or overlap as one."""
    whole: list[Span] = []
    for begin, end in sorted(spans):
        if whole and begin <= whole[-1][1]:
            whole[-1] = (whole[-1][0], max(end, whole[-1][1]))
        else:
            whole.append((begin, end))
    return whole


def minutes(week: Week) -> int:
    """Return for how many minutes of a week without holidays some window is open; what overlaps counts once."""
    laid = [(day * DAY + begin, day * DAY + end) for day in EVERY_DAY & week.keys() for begin, end in week[day]]
    over = [(0, end - WEEK) for _, end in laid if end > WEEK]  # what ends after Sunday goes on on Monday
    return sum(min(end, WEEK) - begin for begin, end in united([*laid, *over]))


def told(week: Week) -> Week:
    """Return the week if it says when one can come, or that one never can.

    Raises Unreadable where it only says on which days one cannot, or of a day that it is longer than a day.
    """
    if week and not any(week[day] for day in EVERY_DAY & week.keys()) and not week.keys() >= EVERY_DAY:
        raise Unreadable("only days without windows")
    if any(end - begin > DAY for spans in week.values() for begin, end in united(spans)):
        raise Unreadable("a day that is longer than a day")
    return week


def osm(week: Week) -> str:
    """Write a week in OSM opening_hours syntax; empty when no day has a window.

    >>> osm({0: [(600, 1080)], 1: [(600, 1080)], 4: [(840, 1560)], 7: []})
    'Mo,Tu 10:00-18:00; Fr 14:00-02:00; PH off'
    """
    days_of: dict[str, list[int]] = {}
    for day in sorted(EVERY_DAY & week.keys()):
        if week[day]:
            days_of.setdefault(_times(week[day]), []).append(day)
    if not days_of:
        return ""
    rules = [f"{_days(days)} {times}" for times, days in days_of.items()]
    if rules == ["Mo-Su 00:00-24:00"]:
        rules = ["24/7"]
    if HOLIDAYS in week:
        rules.append(f"PH {_times(week[HOLIDAYS]) or 'off'}")
    return "; ".join(rules)


def _times(spans: Iterable[Span]) -> str:
    return ",".join(f"{_clock(begin)}-{_clock(end if end <= DAY else end - DAY)}" for begin, end in united(spans))


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


def _days(days: Sequence[int]) -> str:
    runs: list[list[int]] = []
    for day in days:
        if runs and runs[-1][-1] == day - 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    return ",".join(_run([DAYS[day] for day in run]) for run in runs)


def _run(names: Sequence[str]) -> str:
    return ",".join(names) if len(names) < 3 else f"{names[0]}-{names[-1]}"
