"""When to look: on a fixed grid, or within a request budget where looking pays, near cut-offs and releases.

Pure: what was spent, and what a look costs, is told by whoever asks.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import ClassVar, Protocol
from zoneinfo import ZoneInfo

_EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001 - instants are UTC without zone
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


class Timetable(Protocol):
    """When a source is due."""

    def last(self, now_utc: datetime) -> datetime | None:
        """Return the last due time up to now; None when there is none."""

    def after(self, instant_utc: datetime) -> datetime | None:
        """Return the first due time after an instant; None when there is none."""


@dataclass(frozen=True)
class Every:
    """A grid that begins with 1970, so that all who ask agree.

    >>> Every(timedelta(hours=12)).last(datetime(2025, 1, 6, 13, 20))
    datetime.datetime(2025, 1, 6, 12, 0)
    """

    step: timedelta

    def last(self, now_utc: datetime) -> datetime:
        """Return the last due time up to now."""
        return now_utc - (now_utc - _EPOCH) % self.step

    def after(self, instant_utc: datetime) -> datetime:
        """Return the first due time after an instant."""
        return self.last(instant_utc) + self.step


@dataclass(frozen=True, kw_only=True)
class Planned:
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

    def last(self, now_utc: datetime) -> datetime | None:
        """Return the last due time up to now."""
        return max((poll for poll in self._around(now_utc) if poll <= now_utc), default=None)

    def after(self, instant_utc: datetime) -> datetime | None:
        """Return the first due time after an instant."""
        return min((poll for poll in self._around(instant_utc) if poll > instant_utc), default=None)

    def _around(self, instant_utc: datetime) -> Iterator[datetime]:
        today = self.local_day(instant_utc)
        for days in (-1, 0, 1):
            yield from self.on(today + timedelta(days=days))

    def local_day(self, instant_utc: datetime) -> date:
        """Return the local day of an instant."""
        return instant_utc.replace(tzinfo=UTC).astimezone(ZoneInfo(self.timezone)).date()


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


def in_words(plan: Timetable, now_utc: datetime) -> str:
    """Return a line about the looks of the day of ``now_utc``.

    >>> in_words(Every(timedelta(hours=12)), datetime(2025, 1, 6))
    'every 12:00:00'
    """
    if isinstance(plan, Every):
        return f"every {plan.step}"
    assert isinstance(plan, Planned)
    polls, budget = plan.on(plan.local_day(now_utc)), plan.cadence.budget_per_day
    if not polls:
        return f"never: a look costs {plan.requests} requests, and {budget} a day may be made"
    gaps = [int((later - earlier) / _MINUTE) for earlier, later in pairwise(polls)] or [1440]
    return (
        f"{len(polls)} looks a day, {min(gaps)} to {max(gaps)} minutes apart, "
        f"{len(polls) * plan.requests} of {budget} requests"
    )
