"""Two counters without labels: numbers split into two rising chains (reference, section 2, step 6).

A dynamic programme over the ends of the two chains finds the split whose log rates vary least. Whether the split means
anything is asked of the same numbers in other orders: under "random ids" all orders are equally likely, so the rank
of the cost among permutations is an exact p-value, which is combined with the span's.
"""

from collections.abc import Sequence
from math import comb, factorial

import numpy as np

from analysis.estimators.counter.regularity import combined, span_p
from analysis.estimators.moments import Floats, Ints

PERMUTED_UP_TO = 10
"""Above, the chance that two rising chains hold random ids at all, Catalan(K)/K!, is small enough."""
PERMUTATIONS = 499
WORST = 1.0
"""Mean squared deviation of log rates above which chains of many numbers are no counters."""
LONE = 1.0
"""Cost of opening the second chain: a chain seen once has no rate, so it would explain too easily."""
_QUANTILES = np.linspace(0.02, 0.9, 7)
_SEED = 20240102


def two_chains(at: Floats, numbers: Ints, widths: Sequence[int]) -> tuple[Ints, float] | None:
    """Split by time into chains 0 and 1; the chain of each number and the p-value. None where no split rises."""
    cost, best, back = _programme(_costs(at, numbers[None, :]))
    if not np.isfinite(cost).any():
        return None
    chosen = int(np.argmin(cost))
    chain = _walk(back[chosen], int(np.argmin(best[chosen, :-1])))
    return chain, combined(_order_p(at, numbers, float(cost[chosen])), span_p(numbers, widths))


def _order_p(at: Floats, numbers: Ints, cost: float) -> float:
    """P(numbers in random order split as well)."""
    k = len(numbers)
    if k > PERMUTED_UP_TO and cost > WORST:
        return 1.0
    if k > PERMUTED_UP_TO:
        return comb(2 * k, k) / (k + 1) / factorial(min(k, 150))
    shuffled = np.random.default_rng(_SEED).permuted(np.tile(numbers, (PERMUTATIONS, 1)), axis=1)
    costs = _programme(_costs(at, shuffled))[0].reshape(PERMUTATIONS, -1).min(1)
    return float(1 + np.sum(costs <= cost + 1e-12)) / (PERMUTATIONS + 1)


def _costs(at: Floats, orders: Ints) -> Floats:
    """Squared deviation of the log rate from each of some common rates: orders x rates, from, to."""
    rise = (orders[:, None, :] - orders[:, :, None]).astype(float)
    later = np.triu(at[None, :] > at[:, None], 1)
    with np.errstate(divide="ignore", invalid="ignore"):
        log_rates = np.where(later & (rise > 0), np.log(rise / (at[None, :] - at[:, None])), np.nan)
    hopeless = np.isnan(log_rates).all(axis=(1, 2), keepdims=True)
    guesses = np.nanquantile(np.where(hopeless, 0.0, log_rates), _QUANTILES, axis=(1, 2)).T
    squared = (log_rates[:, None] - guesses[:, :, None, None]) ** 2
    return np.where(np.isnan(squared), np.inf, squared).reshape(-1, *log_rates.shape[1:])


def _programme(cost: Floats) -> tuple[Floats, Floats, Ints]:
    """Least mean cost, last states and choices of each problem.

    State after number i: the end j < i of the other chain, kept last where that is still empty.
    """
    many, size, _ = cost.shape
    best = np.full((many, size + 1), np.inf)
    best[:, -1] = 0.0
    back = np.zeros((many, size, size + 1), dtype=np.int64)
    for i in range(1, size):
        back[:, i] = np.arange(size + 1)
        onto = best + np.concatenate([cost[:, :, i], np.full((many, 1), LONE)], axis=1)
        back[:, i, i - 1] = onto.argmin(1)
        best = best + cost[:, i - 1, i, None]  # i goes on the chain of i-1
        best[:, i - 1] = onto.min(1)  # or on the other chain; then i-1 is the other end
    return best[:, :-1].min(1) / max(size - 2, 1), best, back


def _walk(back: Ints, end: int) -> Ints:
    """Follow the choices back; chain 0 holds the first number."""
    size = len(back)
    chain, other, mine = np.zeros(size, dtype=np.int64), end, 0
    for i in range(size - 1, 0, -1):
        chain[i] = mine
        if other == i - 1:
            mine = 1 - mine
        other = int(back[i, other])
    chain[0] = mine
    return np.asarray(chain != chain[0], dtype=np.int64)
