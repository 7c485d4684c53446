"""Due times that a request budget pays for, closer where they show more.

Pure: what a look costs is told by whoever asks.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from itertools import pairwise
from zoneinfo import ZoneInfo

from pipelines.clock import to_local
from pipelines.due.cadence import Cadence
from pipelines.due.timetable import Timetable

_MINUTE = timedelta(minutes=1)


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
        looks = self.cadence.budget_per_day // max(self.requests, 1)
        return spread(self.cadence, self.timezone, day, looks, self.shortest)

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
def spread(cadence: Cadence, timezone: str, day: date, looks: int, shortest: timedelta) -> tuple[datetime, ...]:
    """Cut a local day into as many parts of equal weight as there are looks, and look in the middle of each, UTC.

    Where two would be closer than the shortest time between them, the later one is left out.
    """
    minutes = list(_minutes(day, ZoneInfo(timezone)))
    weights = [cadence.weight(local.time()) for local in minutes]
    part = sum(weights) / looks if looks else float("inf")
    polls: list[datetime] = []
    passed, target = 0.0, part / 2
    for local, weight in zip(minutes, weights, strict=True):
        passed += weight
        if passed > target:
            target += part * (1 + (passed - target) // part)
            instant = local.astimezone(UTC).replace(tzinfo=None)
            if not polls or instant - polls[-1] >= shortest:
                polls.append(instant)
    return tuple(polls)


def _minutes(day: date, zone: ZoneInfo) -> Iterator[datetime]:
    """Yield the minutes of a local day, 1,380 or 1,500 of them when clocks change."""
    begin, end = (datetime.combine(d, time(), zone).astimezone(UTC) for d in (day, day + timedelta(days=1)))
    for n in range(int((end - begin) / _MINUTE)):
        yield (begin + n * _MINUTE).astimezone(zone)
