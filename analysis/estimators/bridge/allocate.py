"""Exact totals handed out: given its total, a span's counts per week are Dirichlet-multinomial.

With y ~ NB1(lambda, phi) (a gamma mixture of Poissons, additive) the shares of disjoint parts are Dirichlet with
parameters lambda / (phi - 1), and given the total the counts are multinomial: every draw adds up to every total.
"""

import numpy as np

from analysis.estimators.moments import Floats, Ints

LEAST_SHAPE = 1e-8


def allocate(rng: np.random.Generator, totals: Ints, span: Ints, expected: Floats, phi: Floats) -> Ints:
    """Hand out ``totals`` (spans x draws) over the cells of each span by their expected counts.

    A cell is the part of a span in one week. ``span``: of each cell; ``expected``: cells x draws, as what is returned.
    """
    counts = np.zeros(expected.shape, dtype=np.int64)
    for i, total in enumerate(totals):
        cells = np.flatnonzero(span == i)
        if cells.size == 1:
            counts[cells[0]] = total
        elif cells.size:
            gammas = rng.standard_gamma(expected[cells] / (phi - 1) + LEAST_SHAPE).T + 1e-300
            counts[cells] = rng.multinomial(total, gammas / gammas.sum(1, keepdims=True)).T
    return counts


def negative_binomial(rng: np.random.Generator, mean: Floats, phi: Floats) -> Ints:
    """Draw counts of variance ``phi * mean`` for time that no span covers."""
    return np.asarray(rng.poisson(rng.standard_gamma(mean / (phi - 1)) * (phi - 1)), dtype=np.int64)
