"""The grid of local days on which the bridge stands, and what share of each day a span of time holds."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from analysis.estimators.moments import Bools, Floats

Course = tuple[float, ...]
"""How a day's sales spread over its hours; any scale."""
WEB_SHOP: Course = (
    *(1.5, 0.8, 0.5, 0.4, 0.4, 0.6, 1.5, 3, 4.5, 5.5, 6, 6),
    *(6, 5.5, 5.5, 5.5, 5.5, 5.5, 6, 6.5, 7, 7, 5.5, 3.5),
)
"""Few orders at night, most in the evening."""
OFFICE: Course = (*(0,) * 7, *(1,) * 11, *(0,) * 6)
ALL_DAY: Course = (1,) * 24
COURSES = (WEB_SHOP, OFFICE, ALL_DAY)
"""Which of them fits is left to the evidence: between two orders of one day it matters."""


@dataclass(frozen=True, kw_only=True)
class Days:
    """Local days from ``first`` (days since 1970, a whole number)."""

    first: int
    size: int
    shut: Bools
    """Days on which the shop is known to be closed: nothing is sold."""
    hours: Course = WEB_SHOP

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


def days_between(first: int, last: int, closed: Iterable[int] = ()) -> Days:
    """Make the grid of the days from ``first`` up to, without, ``last``."""
    shut = np.isin(np.arange(first, last), list(closed))
    return Days(first=first, size=last - first, shut=shut)
