"""The researcher's calendar: days on which the shop is shut, and events on which it sells more.

Public holidays may be offered by whoever builds it; the estimators take it as it is.
"""

from dataclasses import dataclass
from datetime import date

import numpy as np

from analysis.estimators.moments import Floats

_EPOCH = date(1970, 1, 1)


@dataclass(frozen=True, kw_only=True)
class Event:
    """Days in a row on which more (or less) is sold than usual."""

    start: date
    days: int = 1
    label: str = ""


@dataclass(frozen=True, kw_only=True)
class Calendar:
    """Local days that are not like others."""

    closed: tuple[date, ...] = ()
    events: tuple[Event, ...] = ()

    @property
    def closed_days(self) -> list[int]:
        """Days since 1970 on which nothing is sold."""
        return sorted({(day - _EPOCH).days for day in self.closed})

    def event_days(self, first: int, last: int) -> Floats:
        """Days x events, 1 where an event is on; from ``first`` up to, without, ``last``, without events outside."""
        grid = np.arange(first, last)[:, None]
        starts = np.array([(event.start - _EPOCH).days for event in self.events], dtype=int)
        lengths = np.array([event.days for event in self.events], dtype=int)
        on = ((grid >= starts) & (grid < starts + lengths)).astype(float)
        return np.asarray(on[:, on.any(0)])


ORDINARY = Calendar()
"""No day is known to be unlike others."""
