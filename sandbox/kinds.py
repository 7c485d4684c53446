"""How each kind of location hands out orders: on which days, in which windows, for how many."""

from dataclasses import dataclass

import numpy as np

HOUR_S = 3600
WEEKDAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")


@dataclass(frozen=True)
class Habit:
    """The way in which a group of locations works."""

    kind: str
    """own, partner, locker or campus."""
    weekdays: int
    """On how many days of a week it hands out."""
    among: tuple[int, ...]
    """The weekdays it may choose from, Monday is 0."""
    from_hour: int
    to_hour: int
    window_s: int
    capacity: tuple[int, int]
    """The fewest and the most places in a window."""
    cutoff_s: int | None
    """How long before a window one must order; None for 20:00 the evening before."""
    draw: float = 1.0
    """How much customers like it, beside the others."""

    def draw_weekdays(self, rng: np.random.Generator) -> tuple[int, ...]:
        """Choose the weekdays of one location."""
        return tuple(sorted(int(day) for day in rng.choice(self.among, self.weekdays, replace=False)))


OWN_SHOP = Habit("own", 6, (0, 1, 2, 3, 4, 5), 10, 20, HOUR_S // 2, (2, 3), 2 * HOUR_S, 4.0)
PARTNER = Habit("partner", 3, (0, 1, 2, 3, 4, 5), 14, 18, 2 * HOUR_S, (2, 4), None)
LOCKER = Habit("locker", 7, (0, 1, 2, 3, 4, 5, 6), 8, 20, 2 * HOUR_S, (1, 3), 4 * HOUR_S, 0.8)
CAMPUS = Habit("campus", 2, (1, 2, 3), 12, 14, 2 * HOUR_S, (3, 5), None, 0.6)
PARIS = Habit("partner", 2, (1, 2, 4, 5), 14, 18, 2 * HOUR_S, (3, 5), None, 1.2)
ONE_WEEKDAY = Habit("partner", 1, (2, 3, 4, 5), 16, 20, 2 * HOUR_S, (3, 6), None)
NO_TIME = Habit("partner", 0, (0,), 14, 18, 2 * HOUR_S, (1, 1), None)
