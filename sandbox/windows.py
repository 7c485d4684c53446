"""The windows in which orders can be picked up: one row per location, day and window."""

from dataclasses import dataclass, replace

import numpy as np

from sandbox.arrays import Flags, Ints
from sandbox.days import Days
from sandbox.festivals import rests
from sandbox.kinds import HOUR_S, Habit
from sandbox.network import Location, Network

RELEASED_SHARE = 0.15
"""Share of windows of which some places are offered later than the rest."""
RELEASE_SECOND = 9 * HOUR_S + 300
"""When they are: at 09:05 on the day before."""


@dataclass(frozen=True)
class Windows:
    """All windows, in order of day, location and start."""

    location: Ints
    day: Ints
    start: Ints
    end: Ints
    cutoff: Ints
    """The instant until which one can order for it."""
    capacity: Ints
    """Places in all, those with it that are released late."""
    late: Ints
    """How many of the places are offered only from ``release`` on."""
    release: Ints
    closed: Flags
    """Whether nothing is handed out, as on a public holiday."""

    def offered(self, rows: Ints, now: int) -> Ints:
        """Return the places that windows have at ``now``, taken or not."""
        places: Ints = self.capacity[rows] - self.late[rows] * (now < self.release[rows])
        return places

    def of_days(self, first: int, last: int) -> slice:
        """Return where the windows of these days lie, the last day with them."""
        return slice(int(np.searchsorted(self.day, first)), int(np.searchsorted(self.day, last, side="right")))


def lay_windows(network: Network, days: Days) -> Windows:
    """Lay out the windows of every location on the days when it has pick-up times."""
    rows = [_of_location(index, place, network, days) for index, place in enumerate(network.locations)]
    location, day, second = (np.concatenate(column) for column in zip(*rows, strict=True))
    order = np.lexsort((second, location, day))
    location, day, second = location[order], day[order], second[order]
    habits = [place.habit for place in network.locations]
    start = days.at(day, second)
    length = np.array([habit.window_s for habit in habits])[location]
    rest = np.array([[rests(place.address.country, date) for date in days.dates()] for place in network.locations])
    return Windows(
        location=location,
        day=day,
        start=start,
        end=start + length,
        cutoff=_cutoffs(habits, location, day, start, days),
        capacity=np.array([place.capacity for place in network.locations])[location],
        late=np.zeros(len(day), np.int64),
        release=days.at(day - 1, np.full(len(day), RELEASE_SECOND)),
        closed=rest[location, day],
    )


def hold_back(rng: np.random.Generator, windows: Windows) -> Windows:
    """Draw the windows that get a part of their places late: a third of them, at least one."""
    late = (rng.random(len(windows.day)) < RELEASED_SHARE) & (windows.capacity > 1)
    return replace(windows, late=np.where(late, np.maximum(1, windows.capacity // 3), 0))


def _of_location(index: int, place: Location, network: Network, days: Days) -> tuple[Ints, Ints, Ints]:
    habit = place.habit
    open_days = np.flatnonzero(network.timed[index] & np.isin(days.weekdays(), place.weekdays))
    seconds = np.arange(habit.from_hour * HOUR_S, habit.to_hour * HOUR_S, habit.window_s)
    day, second = np.repeat(open_days, len(seconds)), np.tile(seconds, len(open_days))
    return np.full(len(day), index), day, second


def _cutoffs(habits: list[Habit], location: Ints, day: Ints, start: Ints, days: Days) -> Ints:
    before = np.array([habit.cutoff_s or 0 for habit in habits])[location]
    evening_before = days.at(day - 1, np.full(len(day), 20 * HOUR_S))
    return np.where(before > 0, start - before, evening_before)
