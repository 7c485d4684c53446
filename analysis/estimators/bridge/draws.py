"""Draws of the daily intensity from the chains: Matheron's rule, the shocks on top.

f = f_0 + K J' S^-1 (z - J f_0 - e), f_0 ~ N(0, K), e ~ N(0, phi mu): a draw from the prior, corrected by what it gets
wrong (Matheron; Wilson et al. 2020).
"""

from dataclasses import dataclass

import numpy as np

from analysis.estimators.bridge.chains import Sampler
from analysis.estimators.bridge.model import EVENT_SD, Data
from analysis.estimators.moments import Floats

LEAST_FACTOR = 0.02
"""A shock leaves at least this share of a day's sales."""


@dataclass(frozen=True, kw_only=True)
class Intensity:
    """Draws of the daily intensity."""

    daily: Floats
    """Days x draws."""
    phi: Floats
    """Variance over mean of a day's count, per draw."""
    smooth: Floats
    """Mean of log intensity less the offset, without shocks: the next pilot."""
    clock: Floats
    """Spans x draws: invoices by which the span's total is off because its ends are unsure in time."""


def draw(sampler: Sampler, data: Data, count: int) -> Intensity:
    """Draw ``count`` times from each chain's present state."""
    linear, state, rng = sampler.linear, sampler.state, sampler.rng
    chain = np.repeat(np.arange(len(state.theta)), count)
    many = len(chain)
    size = np.exp(state.theta[chain]).T  # sr, so, sd, phi by draw
    parts = data.kernels.sample(rng, many)
    prior = parts[0] + sum(size[k] * parts[k + 1] for k in range(3))
    prior = prior + data.events @ (EVENT_SD * rng.standard_normal((data.events.shape[1], many)))
    slots = state.slots[chain]
    chance = np.sqrt(sampler.slab.variance[slots]) * rng.standard_normal(slots.shape)
    shapes = np.moveaxis(linear.shocks[:, slots], 1, 0)  # draws x spans x slots
    clock = data.clock * (linear.mu / np.maximum(data.shares.sum(1), 1e-9))[:, None]
    moved = clock @ rng.standard_normal((clock.shape[1], many))
    noise = np.sqrt(size[3] * linear.mu[:, None]) * rng.standard_normal((len(linear.mu), many)) + moved
    wrong = state.rest[chain].T - linear.jacobian @ prior - noise - np.einsum("rns,rs->nr", shapes, chance)
    solved = np.einsum("rij,jr->ir", state.inverse[chain], wrong)
    smooth = prior + linear.cross[0] @ solved + linear.cross[4] @ solved
    for k in range(3):
        smooth += size[k] ** 2 * (linear.cross[k + 1] @ solved)
    strength = (
        sampler.slab.mean[slots] + chance + sampler.slab.variance[slots] * np.einsum("rns,nr->rs", shapes, solved)
    )
    return Intensity(
        daily=np.exp(data.offset[:, None] + smooth) * _factors(data, slots, strength),
        phi=size[3],
        smooth=smooth.mean(1),
        clock=moved + clock @ (clock.T @ solved),
    )


def _factors(data: Data, slots: np.ndarray, strength: Floats) -> Floats:
    """Multiply what the shocks of each draw do to each day."""
    shocks = data.shocks
    by_shock = np.zeros((len(slots), len(shocks.mean) + 1))
    np.add.at(by_shock, (np.arange(len(slots))[:, None], slots), strength)
    held = np.flatnonzero(np.abs(by_shock).max(0)[:-1])
    is_log = shocks.logarithmic[held]
    factor = 1 + shocks.shape(held[~is_log]) @ by_shock[:, held[~is_log]].T
    grown = np.exp(shocks.shape(held[is_log]) @ by_shock[:, held[is_log]].T)
    return np.asarray(np.maximum(factor, LEAST_FACTOR) * grown)
