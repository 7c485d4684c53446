"""The verdict on one series of numbers: clock, check digit, then the structures (reference, section 2)."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from analysis.estimators.counter.check_digit import without_check_digits
from analysis.estimators.counter.clock import clock
from analysis.estimators.counter.spans import Span
from analysis.estimators.counter.structures import Points, Verdict, read
from analysis.estimators.moments import day
from analysis.estimators.orders import OwnSeries
from analysis.estimators.step import own_probes, posterior

LONGEST = 10**18
"""Numbers of more digits are no counter."""


@dataclass(frozen=True, kw_only=True)
class Counter:
    """What a series of numbers turned out to be."""

    series: str
    verdict: Verdict
    p_value: float
    spans: tuple[Span, ...] = ()
    """Empty for what is no counter."""
    steps: Mapping[int, float] = field(default_factory=lambda: {1: 1.0})
    """Probability of each step, most probable first."""
    clock_error: float = 0.0
    """Days by which the times of the numbers are unsure."""
    silent: int = 0
    """Chains that were seen once, so that nothing of them is counted."""
    detail: tuple[str, ...] = ()
    """What led to the verdict, in words."""


def judge(printed: OwnSeries) -> Counter:
    """Judge a series of numbers as they are printed."""
    if not printed.orders or max(number for _, number in printed.numbers) >= LONGEST:
        return Counter(series=printed.label, verdict="inconclusive", p_value=1.0, detail=("no usable number",))
    derived = clock(np.array([day(order.at) for order in printed.orders]), printed.digits)
    if derived and len(printed.orders) > 1:
        return Counter(series=printed.label, verdict="not_counter", p_value=1.0, detail=(derived,))
    series, check = without_check_digits(printed)
    found = read(Points.of(series))
    return Counter(
        series=printed.label,
        verdict=found.verdict,
        p_value=found.p_value,
        spans=found.spans,
        steps=posterior([span.rise for span in found.spans], own_probes(series)),
        clock_error=found.clock_error,
        silent=found.silent,
        detail=(*((f"last digits are a {check} check digit",) if check else ()), found.why),
    )
