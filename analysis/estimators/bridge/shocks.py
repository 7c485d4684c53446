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
from analysis.estimators.moments import Bools, Floats

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

    shape: Floats
    """Days x shocks: which days each touches, and how much."""
    mean: Floats
    sd: Floats
    log_odds: Floats
    """Prior log odds that the shock is there."""
    logarithmic: Bools
    """Acts on the log intensity (an indicator), not as a factor 1 + u."""

    @classmethod
    def of(cls, days: Days, indicators: Floats) -> Self:
        """Make the dictionary for a grid; ``indicators``: days x indicators, centred logs."""
        columns, kinds, odds = [], [], []
        for kind, every in ((BURST, 1), (CLOSURE, 1), (STEP, STEP_EVERY)):
            for length in kind.days:
                starts = np.arange(every if length > days.size else 1 - length, days.size, every)
                place = np.arange(days.size)[:, None] - starts
                columns.append(((place >= 0) & (place < length)).astype(float))
                kinds += [kind] * len(starts)
                odds += [kind.a_year * every / YEAR / len(kind.days)] * len(starts)
        columns += [(days.weekday[:, None] == np.arange(7)).astype(float), indicators]
        kinds += [DAY_OFF] * 7
        helps = indicators.shape[1]
        return cls(
            shape=np.concatenate(columns, axis=1),
            mean=np.r_[[kind.mean for kind in kinds], np.zeros(helps)],
            sd=np.r_[[kind.sd for kind in kinds], np.full(helps, ELASTICITY)],
            log_odds=np.r_[np.log(np.r_[odds, DAY_OFF_PRIOR]), np.zeros(helps)],
            logarithmic=np.r_[np.zeros(len(kinds), dtype=bool), np.ones(helps, dtype=bool)],
        )
