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
        """Multiply each unit covariance, level first, with ``weights`` (days x columns)."""
        return [cov @ weights for cov in self._covariances()]

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

    def _covariances(self) -> list[Floats]:
        place = np.arange(self.days.size) - self.days.size // 2
        apart = np.abs(place[:, None] - place[None, :])
        ends = np.abs(place)
        same_side = np.sign(place)[:, None] * np.sign(place)[None, :] > 0
        walk = np.where(same_side, np.minimum(ends[:, None], ends[None, :]), 0) / 7.0
        weekday = (apart % 7 == 0) - 1 / 7
        line = 1 + SLOPE**2 * np.outer(self._years, self._years)
        return [line, walk, np.exp(-apart / SWING_DAYS), weekday]
