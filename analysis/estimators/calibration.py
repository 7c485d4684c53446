"""Slots as a second witness: places taken for each counted invoice, and whether that ratio drifts.

Both are of the same intervals between two own orders. The ratio is that of the sums; its interval is that of a
quasi-Poisson mean: phi = max(1, Pearson / df), Student's t with df = intervals - 1, beginning at the lower bound of the
takings and ending at the upper one. Drift is the slope of the logarithm of the ratio, judged as growth is.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy.stats import t as student

from analysis.estimators.growth import Structural, structural_growth
from analysis.estimators.intervals import LEVEL
from analysis.estimators.moments import Floats, days


@dataclass(frozen=True, kw_only=True)
class Calibration:
    """How many places were seen to be taken for each invoice."""

    ratio: float
    low: float
    high: float
    """The 95 % interval, from the fewest places that can have been taken to the most."""
    intervals: int
    drift: Structural | None
    """Slope per week of the ratio's logarithm; None for fewer than three intervals."""


def calibrate(intervals: pd.DataFrame) -> Calibration | None:
    """Hold takings against counts; None for fewer than two intervals with both, or nothing taken.

    ``intervals``: from_utc, to_utc, invoices (counted), taken, taken_low, taken_high (places).
    """
    of = intervals[intervals["invoices"] > 0]
    invoices = of["invoices"].to_numpy(float)
    taken, fewest, most = (of[name].to_numpy(float) for name in ("taken", "taken_low", "taken_high"))
    if len(of) < 2 or not taken.sum():
        return None
    weeks = (days(of["from_utc"]) + days(of["to_utc"])) / 14
    spread = _spread(taken, invoices)
    return Calibration(
        ratio=float(taken.sum() / invoices.sum()),
        low=float(fewest.sum() / invoices.sum() * np.exp(-spread)),
        high=float(most.sum() / invoices.sum() * np.exp(spread)),
        intervals=len(of),
        drift=structural_growth(weeks, taken, invoices),
    )


def _spread(taken: Floats, invoices: Floats) -> float:
    """Half the width of the interval of the ratio's logarithm."""
    expected = taken.sum() / invoices.sum() * invoices
    df = len(taken) - 1
    phi = max(1.0, float(((taken - expected) ** 2 / expected).sum()) / df)
    return float(student.ppf((1 + LEVEL) / 2, df) * np.sqrt(phi / taken.sum()))
