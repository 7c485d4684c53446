"""All own orders of a retailer: which counters they show, and whether anything may be estimated from them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pandas as pd
from scipy.stats import combine_pvalues

from analysis.estimators.counter.spans import Span
from analysis.estimators.counter.structures import LEVEL, Verdict
from analysis.estimators.counter.verdict import Counter, judge
from analysis.estimators.orders import own_series

DIAGNOSTIC_COLUMNS = ("retailer", "series", "verdict", "step", "p_value", "detail")
FEW = 4
"""With fewer own orders only the exact table is published: the intervals of a smooth series would not hold."""


@dataclass(frozen=True, kw_only=True)
class Inference:
    """The counters of a retailer, one per series of numbers."""

    counters: tuple[Counter, ...]
    verdict: Verdict
    p_value: float
    orders: int
    """Own orders with a time."""

    @property
    def estimable(self) -> bool:
        """Whether all counters are seen often enough for weekly figures."""
        recognised = self.verdict in ("counter", "multiple")
        return recognised and self.orders >= FEW and not any(counter.silent for counter in self.counters)

    @property
    def spans(self) -> tuple[tuple[Span, Counter], ...]:
        """All spans with their counter; chains numbered through, by chain and time."""
        found, first = [], 0
        for counter in self.counters:
            found += [(replace(span, chain=first + span.chain), counter) for span in counter.spans]
            first += 1 + max((span.chain for span in counter.spans), default=0)
        return tuple(sorted(found, key=lambda pair: (pair[0].chain, pair[0].start)))


def infer(orders: pd.DataFrame) -> Inference:
    """Judge own orders (ordered_at_utc, order_number, invoice_number), each series of numbers apart."""
    series = own_series(orders)
    counters = tuple(judge(one) for one in series)
    verdict, p_value = _together(counters)
    return Inference(
        counters=counters, verdict=verdict, p_value=p_value, orders=len({o.at for s in series for o in s.orders})
    )


def diagnostics(retailer: str, inference: Inference) -> pd.DataFrame:
    """Return the rows of ``result.diagnostic``: one per series."""
    rows = [
        (retailer, c.series, c.verdict, next(iter(c.steps)), c.p_value, "; ".join((*c.detail, *_steps(c))))
        for c in inference.counters
    ]
    return pd.DataFrame(rows, columns=list(DIAGNOSTIC_COLUMNS))


def _together(counters: Sequence[Counter]) -> tuple[Verdict, float]:
    """Return the verdict of one series as it is; of several: counters all, by Fisher's product of their p-values."""
    if len(counters) < 2:
        return (counters[0].verdict, counters[0].p_value) if counters else ("inconclusive", 1.0)
    if any(counter.verdict == "not_counter" for counter in counters):
        return "not_counter", 1.0
    seen = [max(counter.p_value, 1e-300) for counter in counters if counter.spans]
    p_value = float(combine_pvalues(seen).pvalue) if seen else 1.0
    return ("multiple" if p_value < LEVEL else "inconclusive"), p_value


def _steps(counter: Counter) -> tuple[str, ...]:
    if len(counter.steps) < 2:
        return ()
    return ("step " + ", ".join(f"{step} ({share:.0%})" for step, share in counter.steps.items()),)
