"""Totals since launch, from a single number or from numbers seen by chance (reference, section 7.4)."""

from dataclasses import dataclass

import numpy as np
from scipy.optimize import brentq

from analysis.estimators.intervals import LEVEL
from analysis.estimators.moments import Floats

ROUND_STARTS = (1, 100, 1_000, 10_000, 100_000, 1_000_000)
ROUND_PRIOR = 0.75
"""Probability that a series starts at a round number."""
SPREAD = 0.15
"""How near, in the logarithm, an extrapolation has to come to the count that a round start implies."""
RAMP = (0.15, 1.3)
"""A young shop's mean rate over that of its first known weeks, log-uniform: most start slowly."""


@dataclass(frozen=True, kw_only=True)
class Total:
    """How many there have been."""

    value: float
    low: float
    high: float
    bound: float
    """The hard upper bound: a number never counts more than itself."""
    likely_start: int | None = None
    """The round first number that explains most, where one does."""


def counted_total(number: int, first: int, step: int = 1) -> Total:
    """Count from a known first number: exact, no statistics."""
    count = float((number - first) // step + 1)
    return Total(value=count, low=count, high=count, bound=float(number // step + 1))


def sampled_total(numbers: list[int], first: int | None = None, level: float = LEVEL) -> Total:
    """Estimate the size of a series from numbers seen at RANDOM (reviews, forum photos), not at chosen dates.

    Known first number: the unbiased m (1 + 1/k) - 1, interval [m, m (1 - level)^(-1/k)] (Goodman 1952).
    Unknown: (span) (k + 1)/(k - 1) - 1 and the span's exact distribution (Goodman 1954).
    ValueError for fewer numbers than that needs (1; 2).
    """
    seen = sorted(set(numbers))
    k, least = len(seen), 1 if first is not None else 2
    if k < least:
        raise ValueError(f"{least} different numbers are needed, not {k}")
    if first is not None:
        m = float(seen[-1] - first + 1)
        return Total(value=m * (1 + 1 / k) - 1, low=m, high=m * (1 - level) ** (-1 / k), bound=float(seen[-1] + 1))
    span = float(seen[-1] - seen[0])
    low, high = (span / _span_quantile(k, share) for share in ((1 + level) / 2, (1 - level) / 2))
    return Total(value=span * (k + 1) / (k - 1) - 1, low=max(low, span + 1), high=high, bound=float(seen[-1] + 1))


def launch_total(number: int, step: int, days: float, rates: Floats, seed: int, level: float = LEVEL) -> Total:
    """Suggest the invoices from launch to the first own number, ``days`` after a known launch date.

    ``rates``: draws of the first known weeks' invoices a day. Extrapolation times a ramp, weighed against round first
    numbers: a suggestion; the hard bound stands first. Its prior fits shops that start their series at a round number.
    """
    rng = np.random.default_rng(seed)
    ramp = np.exp(rng.uniform(np.log(RAMP[0]), np.log(RAMP[1]), len(rates)))
    bound = float(number // step)
    guess = np.minimum(rates * ramp * days, bound)
    starts = [start for start in ROUND_STARTS if start < number]
    counts = np.array([(number - start) / step for start in starts])
    off = (np.log(counts) - np.log(guess[:, None] + 1)) / SPREAD
    density = np.exp(-0.5 * off**2).mean(0) / (SPREAD * np.sqrt(2 * np.pi) * counts)
    # a free start is log-uniform: its density at the number, where the count since is small beside it
    free = (1 - ROUND_PRIOR) / (number * np.log(ROUND_STARTS[-1] * 10))
    weights = np.append(ROUND_PRIOR / len(ROUND_STARTS) * density, free)
    chosen = rng.choice(len(weights), len(guess), p=weights / weights.sum())
    total = np.where(chosen < len(starts), np.append(counts, 0.0)[chosen], guess)
    low, high = np.quantile(total, [(1 - level) / 2, (1 + level) / 2])
    top = int(weights.argmax())
    likely = starts[top] if top < len(starts) and weights[top] > 0.5 * weights.sum() else None
    return Total(value=float(np.median(total)), low=float(low), high=float(high), bound=bound, likely_start=likely)


def _span_quantile(k: int, share: float) -> float:
    """Solve k r^(k-1) - (k-1) r^k = share: the quantile of the span of k uniform numbers."""
    return float(brentq(lambda r: k * r ** (k - 1) - (k - 1) * r**k - share, 0.0, 1.0, xtol=1e-12))
