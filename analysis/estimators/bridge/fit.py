"""Fit the bridge: a pilot, the course of a day by evidence, then the chains."""

import numpy as np
from scipy.special import logsumexp

from analysis.estimators.bridge.chains import Sampler
from analysis.estimators.bridge.draws import Intensity, draw
from analysis.estimators.bridge.model import Data, Linear
from analysis.estimators.bridge.prior import CENTRE, sample_prior
from analysis.estimators.bridge.state import Slab, State
from analysis.estimators.moments import Floats

WARM, KEPT, MOVES = 10, 8, 6
"""Sweeps before the first draw, sweeps that are drawn from, moves of shocks in each."""
PER_CHAIN = 3


def fit(data: Data, pilot: Floats, rng: np.random.Generator) -> tuple[list[Intensity], Floats]:
    """Warm the chains up, moving the pilot to where they are; then draw after each sweep.

    Also returns, per indicator, the share of chains that use it.
    """
    indicators = int(data.shocks.logarithmic.sum())
    sampler = Sampler(Linear.around(data, pilot), data.shocks, rng)
    for sweep in range(WARM):
        sampler.sweep(MOVES)
        if sweep in (WARM // 3, 2 * WARM // 3):
            sampler.relinearise(Linear.around(data, draw(sampler, data, 2).smooth))
    found, used = [], np.zeros(indicators)
    for _ in range(KEPT):
        sampler.sweep(MOVES)
        found.append(draw(sampler, data, PER_CHAIN))
        columns = np.arange(sampler.slab.none - indicators, sampler.slab.none)
        used += (sampler.state.slots[:, :, None] == columns).any(1).mean(0) / KEPT
    return found, used


def evidence(data: Data, pilot: Floats) -> float:
    """Say how well the totals fit, over sizes as they usually are; without shocks."""
    linear, slab = Linear.around(data, pilot), Slab.of(data.shocks)
    theta = sample_prior(np.random.default_rng(0), 64)
    log_lik = State.at(linear, slab, theta, np.full((64, 1), slab.none)).log_lik
    return float(logsumexp(log_lik))


def pilot_fit(data: Data) -> Floats:
    """Fit the log intensity at usual sizes, by a few Gauss-Newton steps."""
    pilot = np.zeros(data.shares.shape[1])
    for _ in range(6):
        linear = Linear.around(data, pilot)
        solved = np.linalg.solve(linear.covariance(CENTRE[None, :])[0], linear.z)
        weights = [1.0, *np.exp(2 * CENTRE[:3]), 1.0]
        moved = sum(weight * (cross @ solved) for weight, cross in zip(weights, linear.cross, strict=True))
        pilot = pilot + np.clip(moved - pilot, -1.5, 1.5)
    return pilot
