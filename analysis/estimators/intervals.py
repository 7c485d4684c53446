"""Intervals from draws: for a number, and for a number known only up to a range (Imbens and Manski 2004)."""

import numpy as np
from scipy.special import ndtr

from analysis.estimators.moments import Floats

LEVEL = 0.95


def equal_tailed(draws: Floats, level: float = LEVEL) -> Floats:
    """Low and high of each row of ``draws`` (rows x draws): 2 x rows."""
    return np.asarray(np.quantile(draws, [(1 - level) / 2, (1 + level) / 2], axis=1))


def imbens_manski(low: Floats, high: Floats, level: float = LEVEL) -> Floats:
    """Low and high that hold the true number wherever it lies between ``low`` and ``high``.

    Rows x draws of both ends of the range. z solves Phi(z + width/sd) - Phi(-z) = level: 1.96 for a range of no width,
    1.64 for a wide one; the ends are the draws' quantiles Phi(-z) and Phi(z). Returns 2 x rows.
    """
    width = (high - low).mean(1)
    sd = np.maximum(np.maximum(low.std(1), high.std(1)), 1e-12)
    tail = ndtr(-_critical(np.minimum(width / sd, 20.0), level))
    least = [np.quantile(row, share) for row, share in zip(low, tail, strict=True)]
    most = [np.quantile(row, 1 - share) for row, share in zip(high, tail, strict=True)]
    return np.array([least, most])


def _critical(ratio: Floats, level: float) -> Floats:
    """Solve Phi(z + ratio) - Phi(-z) = level by halving."""
    below, above = np.zeros_like(ratio), np.full_like(ratio, 6.0)
    for _ in range(50):
        middle = (below + above) / 2
        short = ndtr(middle + ratio) - ndtr(-middle) < level
        below, above = np.where(short, middle, below), np.where(short, above, middle)
    return np.asarray((below + above) / 2)
