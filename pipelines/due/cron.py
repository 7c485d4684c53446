"""Cron expressions on a retailer's wall clock; on days when clocks change nothing is doubled or skipped.

A time of day that comes twice is taken the first time; one that is left out is taken when the clock has jumped over it.
Where the hour is left open (``*`` or ``*/2``) real time counts: an hour that comes twice is looked at twice.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from pipelines.clock import to_local, to_utc
from pipelines.due.timetable import Timetable

if TYPE_CHECKING:
    from apscheduler.triggers.cron import CronTrigger

_WEEKDAYS = ("sun", "mon", "tue", "wed", "thu", "fri", "sat", "sun")
_AROUND = timedelta(hours=3)  # more than any clock is changed by


@dataclass(frozen=True)
class Cron(Timetable):
    """Minute, hour, day of the month, month and weekday (0 and 7 are Sunday), in a time zone.

    Raises ValueError for what is no such expression, and for one that names a day of the month and one of the week:
    programs differ in whether both must hold.
    """

    expression: str
    timezone: str

    def __post_init__(self) -> None:
        _trigger(self.expression)

    def between(self, after_utc: datetime, until_utc: datetime) -> list[datetime]:
        """Return the due times after the one instant and up to the other."""
        begin, end = (to_local(instant, self.timezone) for instant in (after_utc, until_utc))
        walls = _walls(self.expression, begin - _AROUND, end + _AROUND)
        instants = {instant for wall in walls for instant in self._instants(wall)}
        return sorted(instant for instant in instants if after_utc < instant <= until_utc)

    def in_words(self, now_utc: datetime) -> str:  # noqa: ARG002 - it is the same on every day
        """Return the expression and its zone."""
        return f"cron {self.expression} in {self.timezone}"

    def _instants(self, wall: datetime) -> Iterator[datetime]:
        yield to_utc(wall, self.timezone)
        again = to_utc(wall.replace(fold=1), self.timezone)
        if self.expression.split()[1].startswith("*") and to_local(again, self.timezone) == wall:
            yield again


def _walls(expression: str, begin: datetime, end: datetime) -> Iterator[datetime]:
    """Yield the times of the wall clock that an expression means, as if no clock were ever changed."""
    moment = begin.replace(tzinfo=UTC)
    while found := _trigger(expression).get_next_fire_time(None, moment):
        wall = found.replace(tzinfo=None)
        if wall > end:
            return
        yield wall
        moment = found + timedelta(seconds=1)


@lru_cache(maxsize=4096)
def _trigger(expression: str) -> "CronTrigger":
    from apscheduler.triggers.cron import CronTrigger  # noqa: PLC0415 - only sources with cron pay for its import

    fields = expression.split()
    if len(fields) != 5:
        raise ValueError(f"{expression!r} has {len(fields)} fields: minute, hour, day, month and weekday are five")
    minute, hour, day, month, weekday = fields
    if not day.startswith("*") and not weekday.startswith("*"):
        raise ValueError(f"{expression!r} names a day of the month and one of the week: write two sources, or one day")
    words = {"minute": minute, "hour": hour, "day": day, "month": month, "day_of_week": _named(weekday)}
    return CronTrigger(**words, timezone=UTC)


def _named(weekdays: str) -> str:
    """Write days of the week by name: where a number counts from, programs disagree.

    >>> _named("1-5"), _named("5-7"), _named("sat,0"), _named("*")
    ('mon,tue,wed,thu,fri', 'fri,sat,sun', 'sat,sun', '*')
    """
    return ",".join(_named_part(part) for part in weekdays.split(","))


def _named_part(part: str) -> str:
    days, _, step = part.partition("/")
    first, _, last = days.partition("-")
    if not first.isdigit() or not (last or first).isdigit():
        return part
    numbers = range(int(first), int(last or first) + 1, int(step or 1))
    if not numbers or numbers[-1] >= len(_WEEKDAYS):
        raise ValueError(f"{part!r} is no day of the week: 0 to 7, Sunday is both, or mon to sun")
    return ",".join(_WEEKDAYS[number] for number in numbers)
