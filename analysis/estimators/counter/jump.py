"""Jumps: an interval in which the counter was moved on by hand, so that its difference counts no invoices."""

import numpy as np

from analysis.estimators.moments import Bools, Floats

AGAINST_TWO = 15.0
INNER, OUTER = 3.0, 5.0
"""How many times the higher neighbour's rate: growth makes at least one neighbour nearly as fast."""
EXCESS_NUMBERS = 5000.0
EXCESS_DAYS = 45.0


def jumps(lengths: Floats, rises: Floats) -> Bools:
    """Mark intervals (days, difference of the numbers) that hold far more than their neighbours let one expect."""
    rates = rises / np.maximum(lengths, 1e-6)
    if len(rates) < 2:
        return np.zeros(len(rates), dtype=bool)
    neighbour = _neighbour(rates)
    usual = np.minimum(np.median(rates), neighbour) if len(rates) > 2 else neighbour
    ratio = np.full(len(rates), INNER)
    ratio[[0, -1]] = OUTER
    if len(rates) == 2:
        ratio[:] = AGAINST_TWO
    excess = rises - usual * lengths
    return np.asarray(
        (rates > ratio * np.maximum(neighbour, 1e-9))
        & (excess > EXCESS_NUMBERS)
        & (excess > EXCESS_DAYS * usual)
        & (excess > 0.2 * rises.sum())
    )


def _neighbour(rates: Floats) -> Floats:
    """Return the faster neighbour's rate."""
    padded = np.r_[-np.inf, rates, -np.inf]
    return np.asarray(np.maximum(padded[:-2], padded[2:]))
