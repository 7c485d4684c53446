"""What moves the log intensity from day to day: level, trend, short swings, weekday; each a Gaussian process.

Log lambda = m0 + sum of the parts; variances: level 1, trend sr^2 a week (a random walk from the middle of the period
to both sides), swings so^2 exp(-|dt| / 5 days), weekday sd^2 (1{same weekday} - 1/7). Reference, section 4.
"""

from dataclasses import dataclass

import numpy as np
from scipy.signal import lfilter

from analysis.estimators.bridge.days import Days
from analysis.estimators.moments import Floats

SWING_DAYS = 5.0
SLOPE = 0.8
"""Usual size of a steady growth or decline: of the log intensity in a year."""
PARTS = 3
"""Parts with a size of their own: trend, swings, weekday."""


@dataclass(frozen=True, kw_only=True)
class Kernels:
    """The unit covariances of level, trend, swings and weekday over the days of a grid."""

    days: Days

    @property
    def _years(self) -> Floats:
        return np.asarray((np.arange(self.days.size) - self.days.size // 2) / 365.0)

    def times(self, weights: Floats) -> list[Floats]:
        """Multiply each unit covariance, level first, with ``weights`` (days x columns); none is ever written out."""
        years, zones = self._years[:, None], np.eye(7)[self.days.weekday] - 1 / 7
        line = weights.sum(0) + SLOPE**2 * years * (years.T @ weights)
        middle = self.days.size // 2
        walk = np.zeros_like(weights)
        walk[middle + 1 :] = _walk_times(weights[middle + 1 :])
        walk[:middle] = _walk_times(weights[:middle][::-1])[::-1]
        rho = np.exp(-1 / SWING_DAYS)
        ahead, back = (lfilter([1.0], [1.0, -rho], part, axis=0) for part in (weights, weights[::-1]))
        return [line, walk / 7, ahead + back[::-1] - weights, zones @ (zones.T @ weights)]

    def sample(self, rng: np.random.Generator, count: int) -> list[Floats]:
        """Draw each part with unit size: days x ``count`` arrays, level first."""
        size, rho = self.days.size, np.exp(-1 / SWING_DAYS)
        noise = rng.standard_normal((2, size, count))
        walk = np.cumsum(noise[0], axis=0) / np.sqrt(7)
        swings = lfilter([1.0], [1.0, -rho], noise[1] * np.sqrt(1 - rho**2), axis=0)
        swings += rho ** np.arange(1, size + 1)[:, None] * rng.standard_normal(count)
        effects = rng.standard_normal((7, count))
        level, slope = rng.standard_normal((2, count))
        line = level + SLOPE * self._years[:, None] * slope
        return [line, walk - walk[size // 2], swings, (effects - effects.mean(0))[self.days.weekday]]


def _walk_times(weights: Floats) -> Floats:
    """Multiply min(a, b), the covariance of a random walk from 0, with ``weights``."""
    after = np.cumsum(weights[::-1], axis=0)[::-1]
    return np.asarray(np.cumsum(after, axis=0))
