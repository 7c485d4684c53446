"""The number step g: by how much the counter goes up per invoice (reference, section 2, step 8).

P(g) ~ prior(g) g^m over the g that divide all m differences: a step of 1 hits a multiple of g with chance 1/g each
time. Two numbers of one own order are a direct probe: they lie one step apart with probability .95.
"""

from collections.abc import Sequence
from itertools import pairwise
from math import exp, log

from analysis.estimators.orders import OwnSeries

PRIOR = {1: 0.90, 2: 0.03, 10: 0.03, 3: 0.015, 5: 0.015, 100: 0.009, 4: 0.0005, 20: 0.0003, 50: 0.0001, 1000: 0.0001}
PROBE = 0.95
KEPT = 0.02
"""Steps less probable than this are left out."""


def step_posterior(series: OwnSeries) -> dict[int, float]:
    """Probability of each step that is worth keeping, most probable first; ``{1: 1.0}`` where nothing is known."""
    return posterior(*_differences(series))


def posterior(gaps: Sequence[int], probes: Sequence[int]) -> dict[int, float]:
    """Weigh the steps by differences between own orders (``gaps``) and within one own order (``probes``)."""
    if not gaps and not probes:
        return {1: 1.0}
    scores = {g: _score(g, gaps, probes) for g in PRIOR if all(gap % g == 0 for gap in (*gaps, *probes))}
    top = max(scores.values())
    weights = {g: exp(score - top) for g, score in scores.items()}
    total = sum(weights.values())
    kept = {g: weight for g, weight in weights.items() if weight / total > KEPT}
    return {g: kept[g] / sum(kept.values()) for g in sorted(kept, key=lambda g: -kept[g])}


def _differences(series: OwnSeries) -> tuple[list[int], list[int]]:
    """Differences of neighbouring numbers of different own orders, and within one order."""
    gaps, orders = [], series.orders
    for period in sorted({order.period for order in orders}):
        low = sorted({order.low for order in orders if order.period == period})
        gaps += [b - a for a, b in pairwise(low)]
    return gaps, own_probes(series)


def own_probes(series: OwnSeries) -> list[int]:
    """Differences between the numbers of one own order: a direct look at the step."""
    return [b - a for order in series.orders for a, b in pairwise(order.numbers)]


def _score(g: int, gaps: Sequence[int], probes: Sequence[int]) -> float:
    hits = sum(log(PROBE if probe == g else 1 - PROBE) for probe in probes)
    return log(PRIOR[g]) + len(gaps) * log(g) + hits
