"""The change point: did the rate step up or down once, more than a steady trend explains? (reference, section 6).

For each edge c between blocks of at least 14 days, F(c) compares the null (constant, or log-linear trend) with the null
plus a lasting step, weighted by the null's means (the working model of the quasi-Poisson fit). sup F is judged by a
parametric bootstrap of negative binomial blocks. The profile {c: F(c) > F_max - 3.84} is the date's uncertainty.
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from analysis.estimators.bridge.allocate import negative_binomial
from analysis.estimators.growth import log_linear_fit
from analysis.estimators.moments import Floats

CLAIM = 0.01
"""Nominal level: shocks of some days make the test liberal, so 5 % would be too easy."""
BLOCK_DAYS = 14.0
PROFILE = 3.84
BOOTSTRAPS = 499
EDGE = 2
"""Blocks at least on either side."""


@dataclass(frozen=True, kw_only=True)
class ChangePoint:
    """The best edge for a step, and how much speaks for it."""

    week: float
    """The edge, in weeks as the blocks' middles are."""
    profile: tuple[float, float]
    """First and last edge that is nearly as good."""
    log_step: float
    p_value: float
    null: Literal["constant", "trend"]

    @property
    def claimed(self) -> bool:
        """Only against a trend: with a constant null every steady growth would be a change."""
        return self.null == "trend" and self.p_value < CLAIM


def change_point(
    weeks: Floats, counts: Floats, exposure: Floats, null: Literal["constant", "trend"], seed: int
) -> ChangePoint | None:
    """Test blocks (middles in weeks, counts, exposure); None for fewer than 6."""
    size = len(weeks)
    if size < 6:
        return None
    design = np.ones((size, 1)) if null == "constant" else np.column_stack([np.ones(size), weeks - weeks.mean()])
    _, mu = log_linear_fit(design, counts, exposure)
    steps = (np.arange(size)[:, None] >= np.arange(EDGE, size - EDGE + 1)).astype(float)
    f, effect, phi = _f_statistics(design, steps, mu, counts[:, None])
    rng = np.random.default_rng(seed)
    spread = max(float(phi[0]), 1.001)
    drawn = negative_binomial(rng, np.repeat(mu[:, None], BOOTSTRAPS, axis=1), np.full(BOOTSTRAPS, spread))
    chance = _f_statistics(design, steps, mu, drawn.astype(float))[0].max(0)
    best = int(f[:, 0].argmax())
    near = np.flatnonzero(f[:, 0] > f[best, 0] - PROFILE) + EDGE
    edges = (weeks[:-1] + weeks[1:]) / 2
    return ChangePoint(
        week=float(edges[best + EDGE - 1]),
        profile=(float(edges[near[0] - 1]), float(edges[near[-1] - 1])),
        log_step=float(effect[best, 0]),
        p_value=float(1 + np.sum(chance >= f[best, 0])) / (BOOTSTRAPS + 1),
        null=null,
    )


def _f_statistics(design: Floats, steps: Floats, mu: Floats, counts: Floats) -> tuple[Floats, Floats, Floats]:
    """F per edge and column of ``counts``, the step's log size, and the null's variance over mean per column."""
    root = np.sqrt(mu)[:, None]
    basis, _ = np.linalg.qr(root * design)
    response = root * (counts / mu[:, None] - 1)
    response = response - basis @ (basis.T @ response)
    shape = root * steps
    shape = shape - basis @ (basis.T @ shape)
    length = np.maximum((shape**2).sum(0), 1e-12)[:, None]
    along = shape.T @ response
    whole = (response**2).sum(0)
    df = len(mu) - design.shape[1] - 1
    explained = along**2 / length
    return explained / np.maximum((whole - explained) / df, 1e-12), along / length, whole / (df + 1)
