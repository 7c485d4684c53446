"""Numbers given late: small inversions of an otherwise rising counter (reference, section 2, step 7)."""

from bisect import bisect_left
from dataclasses import dataclass
from math import comb, factorial

import numpy as np

from analysis.estimators.moments import Bools, Floats, Ints

SMALL_DAYS = 7.0
"""Inversions up to this are clock errors of a lag; larger ones are strangers to the counter."""
LEAST_KEPT = 0.6


@dataclass(frozen=True, kw_only=True)
class Late:
    """A counter whose numbers rise once lags and strangers are allowed for."""

    kept: Bools
    """Which numbers belong to the counter."""
    clock_error: float
    """Half the largest inversion, in days: by how much the times of the numbers are unsure."""
    p_value: float


def late(at: Floats, numbers: Ints) -> Late | None:
    """Read falls as lags where all are small, else keep the longest rising run; None where chance explains it."""
    kept = _longest_rising(numbers)
    p_value = _lis_p(len(numbers), int(kept.sum()))
    inversion = _largest_inversion(at, numbers, kept)
    if inversion < SMALL_DAYS and p_value < 0.05:
        return Late(kept=np.ones(len(at), dtype=bool), clock_error=inversion / 2, p_value=p_value)
    if kept.mean() >= LEAST_KEPT and p_value < 0.005:
        return Late(kept=kept, clock_error=0.0, p_value=p_value)
    return None


def _largest_inversion(at: Floats, numbers: Ints, kept: Bools) -> float:
    """How many days back the farthest number lies, at the rate of the longest rising run."""
    times, rising = at[kept], numbers[kept]
    if len(rising) < 2 or times[-1] <= times[0]:
        return np.inf
    rate = float(rising[-1] - rising[0]) / (times[-1] - times[0])
    back = (np.maximum.accumulate(numbers) - numbers) / max(rate, 1e-9)
    ahead = (numbers - np.minimum.accumulate(numbers[::-1])[::-1]) / max(rate, 1e-9)
    return float(max(back.max(), ahead.max()))


def _longest_rising(numbers: Ints) -> Bools:
    """Mark a longest strictly rising subsequence (patience sorting)."""
    tails: list[int] = []
    ends: list[int] = []
    before = np.full(len(numbers), -1)
    for i, number in enumerate(numbers.tolist()):
        place = bisect_left(tails, number)
        before[i] = ends[place - 1] if place else -1
        tails[place:] = [number, *tails[place + 1 :]]
        ends[place:] = [i, *ends[place + 1 :]]
    kept, i = np.zeros(len(numbers), dtype=bool), ends[-1]
    while i >= 0:
        kept[i] = True
        i = int(before[i])
    return kept


def _lis_p(size: int, longest: int) -> float:
    """Bound P(a random order holds a rising run of that length) by the expected number of such runs: C(K, L)/L!."""
    return min(1.0, comb(size, longest) / factorial(min(longest, 150)))
