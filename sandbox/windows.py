"""The windows in which orders can be picked up: one row per location, day and window."""

from dataclasses import dataclass

import numpy as np

from sandbox.arrays import Flags, Ints
from sandbox.days import Days
from sandbox.festivals import rests
from sandbox.kinds import HOUR_S, Habit
from sandbox.network import Location, Network


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
    closed: Flags
    """Whether nothing is handed out, as on a public holiday."""

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
        closed=rest[location, day],
    )


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
