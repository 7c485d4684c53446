"""When to look within a request budget: where looking pays, near cut-offs and releases.

Pure: what was spent, and what a look costs, is told by whoever asks.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import ClassVar
from zoneinfo import ZoneInfo

from pipelines.clock import to_local
from pipelines.due.timetable import Timetable

_MINUTE = timedelta(minutes=1)
_BEFORE, _AFTER = 60, 10  # minutes around a cut-off that are near it; around a release the other way round


@dataclass(frozen=True, kw_only=True)
class Cadence:
    """How the looks of a day are spread; its fields are the words of ``[sources.cadence]``.

    A factor says how many times as often as by day one looks then. Raises ValueError for what is no factor or budget.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}

    budget_per_day: int
    """Requests a local day to the source's host, those of all its sources together."""
    cutoffs: tuple[time, ...] = ()
    """Local times until which one can order."""
    releases: tuple[time, ...] = ()
    """Local times at which new slots are put on offer."""
    night: tuple[time, time] = (time(23), time(6))
    """From when until when little happens."""
    near_cutoff: float = 4.0
    """In the hour before a cut-off, and the ten minutes after."""
    near_release: float = 4.0
    """In the ten minutes before a release, and the hour after."""
    at_night: float = 0.25

    def __post_init__(self) -> None:
        if self.budget_per_day < 1:
            raise ValueError("a budget is at least one request a day")
        if min(self.near_cutoff, self.near_release, self.at_night) <= 0:
            raise ValueError("a factor is more than 0")

    def weight(self, clock: time) -> float:
        """Return how many times as often as by day one looks at a local time.

        >>> Cadence(budget_per_day=100, cutoffs=(time(20),)).weight(time(19, 30))
        4.0
        """
        if any(_is_near(clock, cutoff, _BEFORE, _AFTER) for cutoff in self.cutoffs):
            return self.near_cutoff
        if any(_is_near(clock, release, _AFTER, _BEFORE) for release in self.releases):
            return self.near_release
        begin, end = self.night
        is_night = begin <= clock < end if begin <= end else clock >= begin or clock < end
        return self.at_night if is_night else 1.0


def _is_near(clock: time, moment: time, before: int, after: int) -> bool:
    minutes = (clock.hour - moment.hour) * 60 + clock.minute - moment.minute
    return (minutes + before) % 1440 <= before + after


@dataclass(frozen=True, kw_only=True)
class Planned(Timetable):
    """The looks that a budget pays for, closer where they show more."""

    cadence: Cadence
    timezone: str
    requests: int
    """What a look costs."""
    shortest: timedelta = _MINUTE
    """How long a look takes; no other begins before it is over."""

    def on(self, day: date) -> tuple[datetime, ...]:
        """Return the due times of a local day, UTC, in order."""
        return _polls(self, day)

    def between(self, after_utc: datetime, until_utc: datetime) -> list[datetime]:
        """Return the due times after the one instant and up to the other."""
        if self.cadence.budget_per_day < self.requests:
            return []
        begin, end = self.local_day(after_utc), self.local_day(until_utc)
        days = (begin + timedelta(days=n) for n in range((end - begin).days + 1))
        return [poll for day in days for poll in self.on(day) if after_utc < poll <= until_utc]

    def in_words(self, now_utc: datetime) -> str:
        """Return how the looks of the day of ``now_utc`` are spread, and what they cost."""
        polls, budget = self.on(self.local_day(now_utc)), self.cadence.budget_per_day
        if not polls:
            return f"never: a look costs {self.requests} requests, and {budget} a day may be made"
        gaps = [int((later - earlier) / _MINUTE) for earlier, later in pairwise(polls)] or [1440]
        return (
            f"{len(polls)} looks a day, {min(gaps)} to {max(gaps)} minutes apart, "
            f"{len(polls) * self.requests} of {budget} requests"
        )

    def local_day(self, instant_utc: datetime) -> date:
        """Return the local day of an instant."""
        return to_local(instant_utc, self.timezone).date()


@lru_cache(maxsize=256)
def _polls(plan: Planned, day: date) -> tuple[datetime, ...]:
    """Cut the day into as many parts of equal weight as looks can be paid for, and look in the middle of each."""
    minutes = list(_minutes(day, ZoneInfo(plan.timezone)))
    weights = [plan.cadence.weight(local.time()) for local in minutes]
    looks = plan.cadence.budget_per_day // max(plan.requests, 1)
    part = sum(weights) / looks if looks else float("inf")
    polls: list[datetime] = []
    passed, target = 0.0, part / 2
    for local, weight in zip(minutes, weights, strict=True):
        passed += weight
        if passed > target:
            target += part * (1 + (passed - target) // part)
            instant = local.astimezone(UTC).replace(tzinfo=None)
            if not polls or instant - polls[-1] >= plan.shortest:
                polls.append(instant)
    return tuple(polls)


def _minutes(day: date, zone: ZoneInfo) -> Iterator[datetime]:
    """Yield the minutes of a local day, 1,380 or 1,500 of them when clocks change."""
    begin, end = (datetime.combine(d, time(), zone).astimezone(UTC) for d in (day, day + timedelta(days=1)))
    for n in range(int((end - begin) / _MINUTE)):
        yield (begin + n * _MINUTE).astimezone(zone)
