"""Growth: what happened (realised), whether it would go on (structural), and whether there was none (equivalence).

Realised: slope per week of the log-linear Poisson fit to each draw of the weeks. Structural: quasi-Poisson fit to
counted spans merged into blocks, offset log exposure, phi = max(1, Pearson / df), t with df = blocks - 2. "No growth"
is a claim with a margin named beforehand (two one-sided tests; Schuirmann 1987). Reference, section 6.
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from scipy.stats import t as student

from analysis.estimators.moments import Floats, Ints

MARGIN = np.log(1.10) / 13
"""10 % a quarter, per week: beyond it, growth counts as growth."""
BLOCK_DAYS = 21.0
MOST_BLOCKS = 18
Growth = Literal["growth", "decline", "no growth", "not known"]


@dataclass(frozen=True, kw_only=True)
class Structural:
    """Growth per week (of the logarithm) that the blocks speak for."""

    slope: float
    low: float
    high: float
    """The 95 % interval."""
    phi: float
    """Variance over mean of the blocks."""
    blocks: int
    claim: Growth
    """``no growth`` only if the 90 % interval lies within the margin; what nothing speaks for is ``not known``."""


def poisson_slopes(counts: Floats) -> Floats:
    """Slope per row of the log-linear Poisson fit to each column (rows x draws), by Newton's method."""
    x = np.arange(len(counts)) - (len(counts) - 1) / 2
    level, slope = np.log(counts.mean(0) + 1e-9), np.zeros(counts.shape[1])
    for _ in range(15):
        mu = np.exp(np.clip(level + np.outer(x, slope), -30, 30))
        off = counts - mu
        h00, h01, h11 = mu.sum(0), x @ mu, x**2 @ mu
        det = h00 * h11 - h01**2 + 1e-9
        level += np.clip((h11 * off.sum(0) - h01 * (x @ off)) / det, -1, 1)
        slope += np.clip((h00 * (x @ off) - h01 * off.sum(0)) / det, -0.2, 0.2)
    return slope


def quarters_ratio(counts: Floats, exposure: Floats | None = None) -> Floats:
    """Ratio of the last 13 weeks to the first 13, per draw; per location-day where ``exposure`` is given.

    Both are weeks x draws. ValueError for fewer than 26 weeks.
    """
    if len(counts) < 26:
        raise ValueError("two quarters are 26 weeks")
    over = np.ones_like(counts) if exposure is None else exposure
    return np.asarray(
        (counts[-13:].sum(0) / over[-13:].sum(0)) / np.maximum(counts[:13].sum(0) / over[:13].sum(0), 1e-9)
    )


def blocks(
    middle: Floats, counts: Floats, exposure: Floats, length: Floats, least_days: float = BLOCK_DAYS
) -> tuple[Floats, Floats, Floats]:
    """Merge neighbouring spans until each block is long enough: weeks of the middles, counts, exposures."""
    least = max(least_days, float(length.sum()) / MOST_BLOCKS)
    label = np.floor((np.cumsum(length) - 1e-9) / least).astype(int)
    label = np.unique(label, return_inverse=True)[1]
    if label.max() > 0 and length[label == label.max()].sum() < least / 2:
        label[label == label.max()] -= 1
    total = np.bincount(label, length)
    place = np.bincount(label, middle * length) / total
    return np.asarray(place / 7), _summed(label, counts), _summed(label, exposure)


def _summed(label: Ints, amounts: Floats) -> Floats:
    return np.bincount(label, amounts).astype(float)


def structural_growth(weeks: Floats, counts: Floats, exposure: Floats, margin: float = MARGIN) -> Structural | None:
    """Fit blocks (middles in weeks, counts, exposure: days or location-days); None for fewer than 3."""
    if len(weeks) < 3:
        return None
    design = np.column_stack([np.ones(len(weeks)), weeks - weeks.mean()])
    beta, mu = log_linear_fit(design, counts, exposure)
    df = len(weeks) - 2
    phi = max(1.0, float(np.sum((counts - mu) ** 2 / mu)) / df)
    sd = float(np.sqrt(phi * np.linalg.inv(design.T @ (mu[:, None] * design))[1, 1]))
    wide, narrow = student.ppf(0.975, df) * sd, student.ppf(0.95, df) * sd
    slope = float(beta[1])
    return Structural(
        slope=slope,
        low=slope - wide,
        high=slope + wide,
        phi=phi,
        blocks=len(weeks),
        claim=_claim(slope, wide, narrow, margin),
    )


def log_linear_fit(design: Floats, counts: Floats, exposure: Floats) -> tuple[Floats, Floats]:
    """Fit log mean = log exposure + design beta by iterated weighted least squares."""
    beta = np.zeros(design.shape[1])
    beta[0] = np.log(max(counts.sum(), 0.5) / exposure.sum())
    for _ in range(50):
        mu = exposure * np.exp(np.clip(design @ beta, -30, 30))
        step = np.linalg.solve(design.T @ (mu[:, None] * design), design.T @ (counts - mu))
        beta = beta + np.clip(step, -1, 1)
    return beta, np.asarray(exposure * np.exp(np.clip(design @ beta, -30, 30)))


def _claim(slope: float, wide: float, narrow: float, margin: float) -> Growth:
    if abs(slope) + narrow < margin:
        return "no growth"
    if slope - wide > 0:
        return "growth"
    return "decline" if slope + wide < 0 else "not known"
