"""Weekdays by number: which day is 0, 1 or 7 follows from the numbers there are, and from what shops do."""

from collections.abc import Callable, Mapping, Sequence

from pipelines.hours.weekly import Span, Unreadable, Week

_FROM_SUNDAY_0: Callable[[int], int] = lambda number: (number - 1) % 7  # noqa: E731 - a table of three
_FROM_MONDAY_0: Callable[[int], int] = lambda number: number % 7  # noqa: E731
_FROM_SUNDAY_1: Callable[[int], int] = lambda number: (number - 2) % 7  # noqa: E731
_FROM_MONDAY_1 = _FROM_SUNDAY_0


def from_sunday(number: int) -> int:
    """Return the weekday, Monday is 0, of a number that counts from Sunday, which is 0."""
    return _FROM_SUNDAY_0(number)


def numbered_week(days: Mapping[int, Sequence[Span]]) -> Week:
    """Return the week of windows by number; raises Unreadable where two ways of counting are as good.

    >>> numbered_week({1: [(540, 1080)], 7: []})
    {0: [(540, 1080)], 6: []}
    """
    if not all(0 <= number <= 7 for number in days) or {0, 7} <= days.keys():
        raise Unreadable("numbers that are no weekdays")
    if 0 not in days:
        return _from_one(days)
    weeks = [_counted(days, count) for count in (_FROM_SUNDAY_0, _FROM_MONDAY_0)]
    for sign in (_same_on_workdays, _shut_on_sunday):
        likely = [week for week in weeks if sign(week)]
        if len(likely) == 1:
            return likely[0]
    if weeks[0] != weeks[1]:
        raise Unreadable("weekdays by number, from Sunday or from Monday")
    return weeks[0]


def _from_one(days: Mapping[int, Sequence[Span]]) -> Week:
    """Count from Monday, as ISO 8601 does, unless only the other way makes workdays alike."""
    week, other = _counted(days, _FROM_MONDAY_1), _counted(days, _FROM_SUNDAY_1)
    if _same_on_workdays(other) and not _same_on_workdays(week):
        raise Unreadable("weekdays by number, from Sunday or from Monday")
    return week


def _counted(days: Mapping[int, Sequence[Span]], count: Callable[[int], int]) -> dict[int, list[Span]]:
    return {count(number): list(spans) for number, spans in days.items()}


def _same_on_workdays(week: Week) -> bool:
    return bool(week.get(0)) and all(week.get(day) == week[0] for day in range(5))


def _shut_on_sunday(week: Week) -> bool:
    return not week.get(6) and all(week.get(day) for day in range(5))
