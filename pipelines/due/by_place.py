"""Due times at which some locations of a source are looked at: each has its share of the budget.

A round looks at all that are due then. Rounds lie where the looks of the busiest location lie, and the others take
some of them, so that a round is not a process for each location. Pure: what was learnt is told by whoever asks.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from itertools import pairwise
from math import ceil

from pipelines.clock import to_local
from pipelines.due.cadence import Cadence
from pipelines.due.planned import spread
from pipelines.due.rounds import Round, share_out
from pipelines.due.shares import Learnt
from pipelines.due.timetable import Timetable

_DAY, _MINUTE = timedelta(days=1), timedelta(minutes=1)


@dataclass(frozen=True, kw_only=True)
class ByPlace(Timetable):
    """The looks at each location that a budget pays for, closer where they show more."""

    cadence: Cadence
    timezone: str
    asked: tuple[str, ...]
    """The locations, each once."""
    requests: int
    """What a look at one of them costs, as long as nothing was learnt."""
    seconds: float
    """How long a request takes; no round begins before the one before it is over."""
    beside: int = 0
    """Requests that a round costs whatever it looks at: robots.txt."""
    learnt: tuple[Learnt, ...] = ()
    """The latest first."""

    def on(self, day: date) -> tuple[Round, ...]:
        """Return the rounds of a local day, in order."""
        return _rounds(self, day)

    def looks(self, day: date) -> dict[str, int]:
        """Return how often each location is looked at on a local day: once at least where the budget allows it.

        Where it does not, they take turns from day to day.
        """
        known, number, budget = self.known(day), len(self.asked), self.cadence.budget_per_day
        total = max(budget - self.beside, 0) // known.requests
        if total < number:
            turn = day.toordinal() * total
            return {self.asked[(turn + n) % number]: 1 for n in range(total)}
        # What is looked at oftener needs more rounds, too: of so many looks as many as the budget pays for with them.
        paid = bisect_right(range(number, total + 1), budget, key=lambda n: self._requests(n, known))
        return self._shared(number + paid - 1, known)

    def known(self, day: date) -> Learnt:
        """Return what is gone by on a local day."""
        nothing = Learnt(from_date=day, requests=max(self.requests, 1), shares=())
        return next((learnt for learnt in self.learnt if learnt.from_date <= day), nothing)

    def between(self, after_utc: datetime, until_utc: datetime) -> list[datetime]:
        """Return the due times after the one instant and up to the other."""
        return [found.at_utc for found in self._between(after_utc, until_utc)]

    def places(self, due_utc: datetime) -> frozenset[str] | None:
        """Return the locations that are looked at at a due time; None for all."""
        found = next((r.places for r in self.on(self.local_day(due_utc)) if r.at_utc == due_utc), frozenset())
        return None if len(found) == len(self.asked) else found

    def in_words(self, now_utc: datetime) -> str:
        """Return how the looks of the day of ``now_utc`` are spread, and what they cost."""
        day = self.local_day(now_utc)
        rounds, requests, budget = self.on(day), self.known(day).requests, self.cadence.budget_per_day
        spent = sum(self.cost(r.places, r.at_utc) for r in rounds)
        if not rounds:
            return f"never: a look at a location costs {requests} requests, and {budget} a day may be made"
        looks = [sum(place in r.places for r in rounds) for place in self.asked]
        gaps = _minutes_between([r.at_utc for r in rounds])
        return (
            f"{len(rounds)} rounds a day, {min(gaps)} to {max(gaps)} minutes apart, {_range(looks)} looks "
            f"at each of {len(self.asked)} locations, {spent} of {budget} requests"
        )

    def by_place(self, day: date) -> Iterator[Mapping[str, object]]:
        """Yield a row a location: looks on a local day, minutes between them and from the last before, and the cost."""
        requests = self.known(day).requests
        for place in self.asked:
            before, times = ([r.at_utc for r in self.on(on) if place in r.places] for on in (day - _DAY, day))
            gaps = _minutes_between([*before[-1:], *times])
            yield {
                "location": place,
                "looks_a_day": len(times),
                "shortest_gap_minutes": min(gaps),
                "longest_gap_minutes": max(gaps),
                "requests": len(times) * requests,
                "budget": self.cadence.budget_per_day,
            }

    def cost(self, places: frozenset[str] | None, due_utc: datetime) -> int:
        """Return how many requests a look at some locations costs, at all where there are none."""
        number = len(self.asked if places is None else places)
        return self.beside + self.known(self.local_day(due_utc)).requests * number

    def local_day(self, instant_utc: datetime) -> date:
        """Return the local day of an instant."""
        return to_local(instant_utc, self.timezone).date()

    def _shared(self, total: int, known: Learnt) -> dict[str, int]:
        """Share out so many looks: each location gets one, and its part of the rest."""
        named = dict(known.shares)
        shares = {place: named.get(place, 1.0) for place in self.asked}
        whole, rest = sum(shares.values()), total - len(self.asked)
        return {place: 1 + int(rest * share / whole) for place, share in shares.items()}

    def _requests(self, total: int, known: Learnt) -> int:
        looks = self._shared(total, known).values()
        return sum(looks) * known.requests + max(looks) * self.beside

    def _between(self, after_utc: datetime, until_utc: datetime) -> Iterator[Round]:
        begin, end = self.local_day(after_utc), self.local_day(until_utc)
        for n in range((end - begin).days + 1):
            yield from (r for r in self.on(begin + timedelta(days=n)) if after_utc < r.at_utc <= until_utc)


@lru_cache(maxsize=256)
def _rounds(plan: ByPlace, day: date) -> tuple[Round, ...]:
    looks = plan.looks(day)
    if not looks:
        return ()
    most, total = max(looks.values()), sum(looks.values())
    of_a_round = timedelta(seconds=ceil(total / most) * plan.known(day).requests * plan.seconds)
    times = spread(plan.cadence, plan.timezone, day, most, max(of_a_round, _MINUTE))
    return share_out(times, looks)


def _minutes_between(times: list[datetime]) -> list[int]:
    return [int((later - earlier) / _MINUTE) for earlier, later in pairwise(times)] or [1440]


def _range(numbers: list[int]) -> str:
    least, most = min(numbers), max(numbers)
    return f"{least}" if least == most else f"{least} to {most}"
