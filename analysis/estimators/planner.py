"""When to place the next test order: which date takes most variance from the weekly figures (reference, section 7.3).

In the linearised model the posterior variance needs no outcome: Var = rate^2 K + phi rate I, given totals of spans.
The variance is summed, not the standard deviation, which would buy a few exact weeks and leave long gaps. For a plan
from nothing, even spacing is as good; this picks the next order after an uneven past.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from analysis.estimators.bridge.days import Days
from analysis.estimators.bridge.kernels import Kernels
from analysis.estimators.bridge.prior import CENTRE
from analysis.estimators.moments import Floats

ALERT = 1 / 3
"""Share of all variance in the last stretch above which the next order is due."""


@dataclass(frozen=True, kw_only=True)
class Offer:
    """What more orders would buy: one, or a pair round an event."""

    at: tuple[float, ...]
    """Their moments, days since 1970."""
    drop: float
    """Share of the summed weekly variance that it takes away."""
    width_before: float
    """Mean 95 % width of a weekly figure, in invoices."""
    width_after: float


def weekly_variance(days: Days, marks: Sequence[float], rate: float, theta: Floats = CENTRE) -> Floats:
    """Posterior variance of each week's invoices, given totals between ``marks``.

    ``rate``: invoices a day. ``theta``: log sizes of trend, swings, weekday, and log variance over mean.
    """
    whole = np.eye(days.size)
    sizes = np.r_[1.0, np.exp(2 * theta[:3])]
    parts = Kernels(days=days).times(whole)
    prior = rate**2 * sum(size * part for size, part in zip(sizes, parts, strict=True))
    prior = prior + np.exp(theta[3]) * rate * whole
    shares = np.array([days.shares(a, b) for a, b in pairwise(marks)]).reshape(-1, days.size)
    weeks = np.kron(np.eye(days.size // 7), np.ones(7))
    seen = shares @ prior @ shares.T + 1e-6 * rate * np.eye(len(shares))
    pull = weeks @ prior @ shares.T
    left = weeks @ prior @ weeks.T - pull @ np.linalg.solve(seen, pull.T)
    return np.asarray(np.maximum(np.diagonal(left), 0))


def offer(days: Days, marks: Sequence[float], at: tuple[float, ...], rate: float) -> Offer:
    """Value further orders at the moments ``at``, given those at ``marks``."""
    before, after = (weekly_variance(days, sorted(placed), rate) for placed in (marks, [*marks, *at]))
    widths = [float(2 * 1.96 * np.sqrt(variance).mean()) for variance in (before, after)]
    return Offer(at=at, drop=float(1 - after.sum() / before.sum()), width_before=widths[0], width_after=widths[1])


def last_share(days: Days, marks: Sequence[float], rate: float) -> float:
    """Share of all variance in the weeks after the last order; above ``ALERT`` the next order is due."""
    variance = weekly_variance(days, sorted(marks), rate)
    starts = days.first + 7 * np.arange(len(variance))
    return float(variance[starts + 7 > max(marks)].sum() / variance.sum())
