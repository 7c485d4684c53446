"""The grid of local days on which the bridge stands, and what share of each day a span of time holds."""

from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np

from analysis.estimators.moments import Bools, Floats

HOURS = (1.5, 0.8, 0.5, 0.4, 0.4, 0.6, 1.5, 3, 4.5, 5.5, 6, 6, 6, 5.5, 5.5, 5.5, 5.5, 5.5, 6, 6.5, 7, 7, 5.5, 3.5)
"""How a web shop's orders usually spread over the hours of a local day: few at night, most in the evening."""


@dataclass(frozen=True, kw_only=True)
class Days:
    """Local days from ``first`` (days since 1970, a whole number)."""

    first: int
    size: int
    shut: Bools
    """Days on which the shop is known to be closed: nothing is sold."""
    hours: tuple[float, ...] = field(default=HOURS)

    @property
    def weekday(self) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
        """Monday 0 to Sunday 6; 1 January 1970 was a Thursday."""
        return np.asarray((np.arange(self.size) + self.first + 3) % 7, dtype=np.int64)

    def shares(self, start: float, end: float) -> Floats:
        """Share of each day's volume that falls between two moments; 0 on closed days."""
        edges = np.arange(self.first, self.first + self.size + 1, dtype=float)
        sold = np.r_[0.0, np.cumsum(self.hours)] / sum(self.hours)
        hour = np.clip(np.array([[start], [end]]) - edges[:-1], 0, 1) * len(self.hours)
        until = np.interp(hour, np.arange(len(self.hours) + 1), sold)
        return np.asarray((until[1] - until[0]) * ~self.shut)


def days_between(first: int, last: int, closed: Iterable[int] = (), hours: tuple[float, ...] = HOURS) -> Days:
    """Make the grid of the days from ``first`` up to, without, ``last``."""
    shut = np.isin(np.arange(first, last), list(closed))
    return Days(first=first, size=last - first, shut=shut, hours=hours)
