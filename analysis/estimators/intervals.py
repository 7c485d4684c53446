"""Intervals from draws: for a number, and for a number known only up to a range (Imbens and Manski 2004)."""

import numpy as np
from scipy.optimize import brentq
from scipy.stats import norm

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
    z = [_critical(float(ratio), level) for ratio in np.minimum(width / sd, 20.0)]
    return np.array(
        [
            [np.quantile(row, norm.cdf(-at)) for row, at in zip(low, z, strict=True)],
            [np.quantile(row, norm.cdf(at)) for row, at in zip(high, z, strict=True)],
        ]
    )


def _critical(ratio: float, level: float) -> float:
    return float(brentq(lambda z: norm.cdf(z + ratio) - norm.cdf(-z) - level, 0.5, 4.0, xtol=1e-6))
