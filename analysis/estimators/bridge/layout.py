"""Counted spans laid over the days of a grid."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from analysis.estimators.bridge.days import Days
from analysis.estimators.bridge.kernels import Kernels
from analysis.estimators.bridge.model import Data
from analysis.estimators.bridge.shocks import Shocks
from analysis.estimators.counter.spans import Span
from analysis.estimators.moments import Floats, Ints


@dataclass(frozen=True, kw_only=True)
class Totals:
    """Spans with their exact counts at a step of the counter."""

    spans: Sequence[Span]
    step: int
    clock_error: float = 0.0
    """Days by which the times of the marks are unsure."""

    @property
    def counts(self) -> Ints:
        """Others' invoices per span."""
        return np.array([span.count(self.step) for span in self.spans], dtype=np.int64)


def lay_out(totals: Totals, days: Days, events: Floats, indicators: Floats) -> Data:
    """Lay spans over days; spans of one of several counters hold its share of a day's volume.

    ``events``, ``indicators``: days x columns.
    """
    covered = np.stack([days.shares(span.start, span.end) for span in totals.spans])
    chain = np.array([span.chain for span in totals.spans])
    rates = {int(c): totals.counts[chain == c].sum() / max(covered[chain == c].sum(), 1e-9) for c in np.unique(chain)}
    share = np.array([rates[int(c)] for c in chain]) / max(sum(rates.values()), 1e-9)
    shares = covered * np.maximum(share, 1e-6)[:, None]
    return Data(
        shares=shares,
        totals=totals.counts.astype(float),
        events=events,
        shocks=Shocks.of(days, indicators),
        kernels=Kernels(days=days),
        clock=_clock(totals, shares.sum(1) / [span.end - span.start for span in totals.spans]),
    )


def _clock(totals: Totals, a_day: Floats) -> Floats:
    """Say what a span loses when the mark at its start, and gains when the mark at its end, is a clock error later."""
    moments = sorted({moment for span in totals.spans for moment in (span.start, span.end)})
    clock = np.zeros((len(totals.spans), len(moments) if totals.clock_error else 0))
    if totals.clock_error:
        for row, span in enumerate(totals.spans):
            clock[row, moments.index(span.start)] = -a_day[row] * totals.clock_error
            clock[row, moments.index(span.end)] = a_day[row] * totals.clock_error
    return clock
