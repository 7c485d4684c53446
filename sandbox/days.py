"""The local days of a world and where they lie on the line of instants."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import numpy as np

from sandbox.arrays import Ints
from sandbox.instants import instant_of

DAY_S = 86_400
_EPOCH = date(1970, 1, 1)


@dataclass(frozen=True)
class Days:
    """Consecutive local days, counted from 0."""

    start: date
    count: int
    timezone: str
    midnights: Ints
    """Instants at which the days begin, and one more: the end of the last day."""
    offsets_s: Ints
    """By how much local time is ahead of UTC at noon of each day."""

    @classmethod
    def starting(cls, start: date, count: int, timezone: str) -> "Days":
        """Lay out ``count`` days of ``timezone`` from ``start`` on."""
        zone = ZoneInfo(timezone)
        dates = [start + timedelta(days=day) for day in range(count + 1)]
        midnights = [instant_of(datetime(d.year, d.month, d.day, tzinfo=zone)) for d in dates]
        noons = [instant_of(datetime(d.year, d.month, d.day, 12, tzinfo=zone)) for d in dates[:-1]]
        offsets = [(d - _EPOCH).days * DAY_S + DAY_S // 2 - noon for d, noon in zip(dates, noons, strict=False)]
        return cls(start, count, timezone, np.array(midnights, np.int64), np.array(offsets, np.int64))

    def at(self, day: Ints, second: Ints) -> Ints:
        """Return the instants when the wall clock shows ``second`` of ``day``; day -1 is the day before the first.

        Clocks change before 04:00, so a second before that is wrong on those days.
        """
        return self._local_noon(day) - DAY_S // 2 + second - self.offsets_s[np.maximum(day, 0)]

    def day_of(self, instants: Ints) -> Ints:
        """Return the day in which each instant lies."""
        return np.searchsorted(self.midnights, instants, side="right").astype(np.int64) - 1

    def date_of(self, day: int) -> date:
        """Return the date of a day."""
        return self.start + timedelta(days=day)

    def dates(self) -> list[date]:
        """Return all dates in order."""
        return [self.date_of(day) for day in range(self.count)]

    def weekdays(self) -> Ints:
        """Return the weekday of each day, Monday is 0."""
        return (self.start.weekday() + np.arange(self.count)) % 7

    def text(self, instants: Ints) -> list[str]:
        """Write instants as ISO local time with offset, as the shop's API does."""
        offsets = self.offsets_s[np.clip(self.day_of(instants), 0, self.count - 1)]
        walls = np.datetime_as_string((instants + offsets).astype("datetime64[s]"))
        return [f"{wall}{_offset_text(int(offset))}" for wall, offset in zip(walls, offsets, strict=True)]

    def _local_noon(self, day: Ints) -> Ints:
        return ((self.start - _EPOCH).days + day) * DAY_S + DAY_S // 2


def _offset_text(offset_s: int) -> str:
    sign, minutes = ("-" if offset_s < 0 else "+"), abs(offset_s) // 60
    return f"{sign}{minutes // 60:02d}:{minutes % 60:02d}"
