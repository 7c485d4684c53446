"""Rare shocks: bursts, closures, lasting steps, a weekday off; the heavy tail of the bridge.

A Gaussian intensity has no festivals: one spike would widen all intervals. Each shock multiplies the days it touches by
1 + u, u normal with a mean and a size of its kind, and is there with a small prior probability (spike and slab). An
indicator is a shock of the log intensity with prior odds 1 and elasticity N(0, 0.7^2): the share of draws that hold it
is the evidence that it helps (reference, 7.1).
"""

from dataclasses import dataclass
from typing import Self

import numpy as np

from analysis.estimators.bridge.days import Days
from analysis.estimators.moments import Bools, Floats, Ints

YEAR = 365.0


@dataclass(frozen=True, kw_only=True)
class Kind:
    """A kind of shock: how long, how large, how often."""

    days: tuple[int, ...]
    mean: float
    sd: float
    a_year: float


BURST = Kind(days=(2, 3, 5), mean=1.2, sd=0.9, a_year=0.6)
CLOSURE = Kind(days=(2, 5, 10), mean=-0.9, sd=0.15, a_year=0.1)
STEP = Kind(days=(10_000,), mean=0.0, sd=0.5, a_year=0.08)
STEP_EVERY = 7
DAY_OFF = Kind(days=(1,), mean=-0.93, sd=0.1, a_year=0.0)
DAY_OFF_PRIOR = (0.002, 0.002, 0.002, 0.002, 0.002, 0.02, 0.05)
"""Monday to Sunday: chance that nothing much is sold on this day of the week."""
ELASTICITY = 0.7


@dataclass(frozen=True, kw_only=True)
class Shocks:
    """All shocks that the sampler may switch on, one per column."""

    start: Ints
    """First day of each window; windows come first."""
    stop: Ints
    """The day after its last."""
    other: Floats
    """Days x further shocks: weekdays off, then indicators."""
    mean: Floats
    sd: Floats
    log_odds: Floats
    """Prior log odds that the shock is there."""
    logarithmic: Bools
    """Acts on the log intensity (an indicator), not as a factor 1 + u."""

    @classmethod
    def of(cls, days: Days, indicators: Floats) -> Self:
        """Make the dictionary for a grid; ``indicators``: days x indicators, centred logs."""
        starts, stops, kinds, odds = [], [], [], []
        for kind, every in ((BURST, 1), (CLOSURE, 1), (STEP, STEP_EVERY)):
            for length in kind.days:
                first = np.arange(every if length > days.size else 1 - length, days.size, every)
                starts.append(np.maximum(first, 0))
                stops.append(np.minimum(first + length, days.size))
                kinds += [kind] * len(first)
                odds += [kind.a_year * every / YEAR / len(kind.days)] * len(first)
        kinds += [DAY_OFF] * 7
        helps = indicators.shape[1]
        return cls(
            start=np.concatenate(starts),
            stop=np.concatenate(stops),
            other=np.concatenate([(days.weekday[:, None] == np.arange(7)).astype(float), indicators], axis=1),
            mean=np.r_[[kind.mean for kind in kinds], np.zeros(helps)],
            sd=np.r_[[kind.sd for kind in kinds], np.full(helps, ELASTICITY)],
            log_odds=np.r_[np.log(np.r_[odds, DAY_OFF_PRIOR]), np.zeros(helps)],
            logarithmic=np.r_[np.zeros(len(kinds), dtype=bool), np.ones(helps, dtype=bool)],
        )

    def gathered(self, weights: Floats) -> Floats:
        """Sum ``weights`` (rows x days) over each shock's days: rows x shocks."""
        sums = np.concatenate([np.zeros((len(weights), 1)), np.cumsum(weights, axis=1)], axis=1)
        return np.concatenate([sums[:, self.stop] - sums[:, self.start], weights @ self.other], axis=1)

    def shape(self, chosen: Ints) -> Floats:
        """Return which days some shocks touch, and how much: days x chosen."""
        day, windows = np.arange(len(self.other))[:, None], len(self.start)
        window, other = chosen[chosen < windows], chosen[chosen >= windows] - windows
        inside = (day >= self.start[window]) & (day < self.stop[window])
        return np.concatenate([inside.astype(float), self.other[:, other]], axis=1)
