"""Exact totals handed out: given its total, a span's counts per week are Dirichlet-multinomial.

With y ~ NB1(lambda, phi) (a gamma mixture of Poissons, additive) the shares of disjoint parts are Dirichlet with
parameters lambda / (phi - 1), and given the total the counts are multinomial: every draw adds up to every total.
"""

import numpy as np

from analysis.estimators.moments import Floats, Ints

LEAST_SHAPE = 1e-8


def allocate(rng: np.random.Generator, totals: Ints, cells: Floats, phi: Floats) -> Ints:
    """Hand out ``totals`` (spans x draws) over weeks by expected counts ``cells`` (spans x weeks x draws)."""
    counts = np.zeros(cells.shape, dtype=np.int64)
    for i, (total, expected) in enumerate(zip(totals, cells, strict=True)):
        weeks = np.flatnonzero(expected.any(1))
        if weeks.size == 1:
            counts[i, weeks[0]] = total
        elif weeks.size:
            gammas = rng.standard_gamma(expected[weeks] / (phi - 1) + LEAST_SHAPE).T + 1e-300
            counts[i, weeks] = rng.multinomial(total, gammas / gammas.sum(1, keepdims=True)).T
    return counts


def negative_binomial(rng: np.random.Generator, mean: Floats, phi: Floats) -> Ints:
    """Draw counts of variance ``phi * mean`` for time that no span covers."""
    return np.asarray(rng.poisson(rng.standard_gamma(mean / (phi - 1)) * (phi - 1)), dtype=np.int64)
