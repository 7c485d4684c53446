"""How the looks of a day are spread: within a request budget, closer where they show more."""

from dataclasses import dataclass
from datetime import time
from typing import ClassVar

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
