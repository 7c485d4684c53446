"""The order-span-regularity test: rising numbers are a counter, or random ids that happen to rise.

H0: the ids are independent and uniform on their digit space of width B. Then rank order, span and inner spacings are
independent. p_order = 1/K!; r = span/B, p_span = K r^(K-1) - (K-1) r^K; p_reg = Monte-Carlo rank of the squared
distance of the inner numbers from the inner times; with T = p_span p_reg, p = p_order T (1 - ln T) (the product of two
uniform p-values, Fisher). Reference, section 2, step 4.
"""

from collections.abc import Sequence
from math import exp, factorial, log

import numpy as np

from analysis.estimators.moments import Floats, Ints

DRAWS = 4000
SEED = 20240101


def span_p(numbers: Ints, widths: Sequence[int]) -> float:
    """P(the span of uniform ids is as small) in a digit space as wide as the numbers are printed."""
    longest, shortest = max(widths), len(str(int(numbers.min())))
    width = 10.0**longest - (10.0 ** (longest - 1) if longest == shortest else 0.0)
    k, r = len(numbers), min(1.0, float(numbers.max() - numbers.min()) / width)
    return min(1.0, max(k * r ** (k - 1) - (k - 1) * r**k, 1e-300))


def regularity_p(at: Floats, numbers: Ints) -> float:
    """Monte-Carlo p-value: the chance that uniform ids lie as close to the line of the times."""
    inner = len(at) - 2
    if inner < 1:
        return 1.0
    times = (at[1:-1] - at[0]) / (at[-1] - at[0])
    places = (numbers[1:-1] - numbers[0]) / max(float(numbers[-1] - numbers[0]), 1.0)
    chance = np.sort(np.random.default_rng(SEED).random((DRAWS, inner)), axis=1)
    nearer = np.sum((chance - times) ** 2, axis=1) <= np.sum((places - times) ** 2)
    return float((1 + nearer.sum()) / (DRAWS + 1))


def combined(*p_values: float) -> float:
    """P-value of the product of independent p-values (Fisher)."""
    log_product = -sum(log(max(p_value, 1e-300)) for p_value in p_values)
    return min(1.0, exp(-log_product) * sum(log_product**k / factorial(k) for k in range(len(p_values))))


def probes_p(probes: Sequence[int], widths: Sequence[int]) -> list[float]:
    """P-values of the two numbers of each own order that has two: random ids are hardly ever neighbours."""
    return [min(1.0, 2 * abs(probe) / 10.0 ** max(widths)) for probe in probes]


def rising_p(at: Floats, numbers: Ints, widths: Sequence[int], probes: Sequence[int] = ()) -> float:
    """P-value of the test for numbers that rise with time; ``probes`` are differences within one own order."""
    tests = (span_p(numbers, widths), regularity_p(at, numbers), *probes_p(probes, widths))
    return combined(*tests) / factorial(min(len(at), 150))
