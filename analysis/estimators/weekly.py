"""The weekly series: joint draws of invoices and location-days (reference, sections 4 and 5)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from analysis.estimators.assumptions import DEFAULTS, Assumptions
from analysis.estimators.bridge.bridge import Weekly, bridge
from analysis.estimators.bridge.days import days_between
from analysis.estimators.bridge.layout import Totals
from analysis.estimators.calendar import ORDINARY, Calendar
from analysis.estimators.counter.inference import Inference
from analysis.estimators.exposure import Presence
from analysis.estimators.exposure_draws import exposure_draws
from analysis.estimators.moments import Floats, day, instant

LAG_SPREAD = 0.7
"""Standard deviation of a lag over its mean, where only the mean is known: of a gamma with shape 2."""


@dataclass(frozen=True, kw_only=True)
class Series:
    """Joint draws of a retailer's weeks; all arrays are weeks x draws."""

    monday: tuple[pd.Timestamp, ...]
    """Local Mondays, naive."""
    inside: np.ndarray[tuple[int], np.dtype[np.bool_]]
    """Weeks wholly between the first and the last own order."""
    invoices: Floats
    location_days: Floats | None
    bridge: Weekly


def weekly_series(
    inference: Inference,
    presence: Presence,
    *,
    weeks: tuple[pd.Timestamp, pd.Timestamp] | None = None,
    calendar: Calendar = ORDINARY,
    indicators: Floats | None = None,
    assumptions: Assumptions = DEFAULTS,
    seed: int = 0,
) -> Series:
    """Draw the weeks between two local Mondays (default: all that hold a part of a counted span).

    ``inference`` and ``presence`` in local time. ``indicators``: days x indicators, centred logs, of the days of the
    weeks. The same arguments give the same draws. ValueError where the counters do not allow weekly figures.
    """
    if not inference.estimable:
        raise ValueError(f"no weekly figures: {inference.verdict}, {inference.orders} own orders")
    totals, steps = _totals(inference, assumptions)
    first, last = _mondays(totals, weeks)
    days = days_between(first, last, calendar.closed_days)
    shown = np.zeros((last - first, 0)) if indicators is None else indicators
    found = bridge(totals, steps, days, calendar.event_days(first, last), shown, seed)
    draws = found.invoices.shape[1]
    location_days = None
    if presence.at.size:
        daily = exposure_draws(presence, first, last, draws, np.random.default_rng([seed, 1]))
        location_days = daily.reshape(-1, 7, draws).sum(1)
    starts = np.arange(first, last, 7)
    begin, end = min(span.start for span in totals.spans), max(span.end for span in totals.spans)
    return Series(
        monday=tuple(instant(float(start)) for start in starts),
        inside=np.asarray((starts >= begin) & (starts + 7 <= end)),
        invoices=found.invoices.astype(float),
        location_days=location_days,
        bridge=found,
    )


def _totals(inference: Inference, assumptions: Assumptions) -> tuple[Totals, list[tuple[int, float]]]:
    """Take the spans at the most probable step, moved by the lag between ordering and numbering."""
    lag_low, lag_high = assumptions.range("A3")
    lag = (lag_low + lag_high) / 2  # when, not how many: the width goes into the clock error
    error = max(LAG_SPREAD * lag, (lag_high - lag_low) / 2, *(c.clock_error for c in inference.counters))
    spans = [replace(span, start=span.start + lag, end=span.end + lag) for span, _ in inference.spans]
    counter = inference.spans[0][1]
    steps: Mapping[int, float] = {int(assumptions["A2"].low): 1.0} if assumptions["A2"].low else counter.steps
    return Totals(spans=spans, step=next(iter(steps)), clock_error=error), list(steps.items())


def _mondays(totals: Totals, weeks: tuple[pd.Timestamp, pd.Timestamp] | None) -> tuple[int, int]:
    if weeks is not None:
        return int(day(weeks[0])), int(day(weeks[1]))
    first = min(span.start for span in totals.spans)
    last = max(span.end for span in totals.spans)
    # 1 January 1970 was a Thursday: day 4 was a Monday
    return int((first - 4) // 7 * 7 + 4), int(-((4 - last) // 7 * 7) + 4)
