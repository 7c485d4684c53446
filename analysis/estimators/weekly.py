"""The weekly series: invoices, orders, location-days and their ratio, with intervals (reference, sections 4 and 5)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from analysis.estimate import Estimate, Method, Quantity, estimates
from analysis.estimators.assumptions import DEFAULTS, Assumptions
from analysis.estimators.bridge.bridge import Weekly, bridge
from analysis.estimators.bridge.days import days_between
from analysis.estimators.bridge.layout import Totals
from analysis.estimators.calendar import ORDINARY, Calendar
from analysis.estimators.counter.inference import Inference
from analysis.estimators.exposure import Presence
from analysis.estimators.exposure_draws import exposure_draws
from analysis.estimators.growth import poisson_slopes
from analysis.estimators.intervals import LEVEL, equal_tailed, imbens_manski
from analysis.estimators.moments import Floats, day, instant, to_utc

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


def weekly_estimates(
    retailer: str, series: Series, n: int, zone: str = "UTC", assumptions: Assumptions = DEFAULTS
) -> pd.DataFrame:
    """Return the rows of ``result.estimate``: each quantity of each week, then growth over the weeks inside.

    ``n``: number of own orders. ``zone``: time zone of the weeks, for their ends in UTC.
    """
    figures = [(k, *figure) for figure in _figures(series, assumptions) for k in range(len(series.monday))]
    rows = [
        Estimate(
            retailer=retailer,
            quantity=quantity,
            from_utc=to_utc(series.monday[k], zone),
            to_utc=to_utc(series.monday[k] + pd.Timedelta(days=7), zone),
            value=None if value is None else float(value[k]),
            low=float(low[k]),
            high=float(high[k]),
            level=LEVEL,
            n=n,
            method=method,
            assumptions=ids,
        )
        for k, quantity, method, value, (low, high), ids in figures
    ]
    return estimates([*rows, *_growth(retailer, series, n, zone)])


def growth_per_week(series: Series) -> tuple[float, float, float] | None:
    """Realised growth of the logarithm per week over the weeks inside: value, low, high; None for fewer than 4."""
    if series.inside.sum() < 4:
        return None
    slopes = poisson_slopes(series.invoices[series.inside])
    low, high = equal_tailed(slopes[None, :])
    return float(slopes.mean()), float(low[0]), float(high[0])


def order_bounds(invoices: Floats, assumptions: Assumptions) -> tuple[Floats, Floats]:
    """Orders at both ends of what is assumed of splits and void numbers: (1 - v) / (1 + s) times the invoices."""
    (split_low, split_high), (void_low, void_high) = assumptions.range("A4"), assumptions.range("A5")
    return invoices * (1 - void_high) / (1 + split_high), invoices * (1 - void_low) / (1 + split_low)


_Figure = tuple[Quantity, Method, Floats | None, Floats, str]


def _figures(series: Series, assumptions: Assumptions) -> Iterator[_Figure]:
    low, high = order_bounds(series.invoices, assumptions)
    home_low, home_high = assumptions.range("A6")
    counter = "A1 A2 A3 A8 A9 A10 A11"
    yield "invoices", "estimated", series.invoices.mean(1), equal_tailed(series.invoices), counter
    yield "orders", "bounded", None, imbens_manski(low, high), "A1 A2 A3 A4 A5 A8 A9 A10 A11"
    if series.location_days is None:
        return
    over = np.maximum(series.location_days, 1e-9)
    yield "location_days", "estimated", series.location_days.mean(1), equal_tailed(series.location_days), "A7 A10"
    ids = "A1 A2 A3 A4 A5 A7 A8 A9 A10 A11"
    yield "orders_per_location_day", "bounded", None, imbens_manski(low / over, high / over), ids
    pickup = imbens_manski((1 - home_high) * low / over, (1 - home_low) * high / over)
    yield "pickup_orders_per_location_day", "bounded", None, pickup, "A1 A2 A3 A4 A5 A6 A7 A8 A9 A10 A11"


def _growth(retailer: str, series: Series, n: int, zone: str) -> Iterator[Estimate]:
    growth = growth_per_week(series)
    if growth is not None:
        inside = np.flatnonzero(series.inside)
        yield Estimate(
            retailer=retailer,
            quantity="growth_per_week",
            from_utc=to_utc(series.monday[inside[0]], zone),
            to_utc=to_utc(series.monday[inside[-1]] + pd.Timedelta(days=7), zone),
            value=growth[0],
            low=growth[1],
            high=growth[2],
            level=LEVEL,
            n=n,
            method="estimated",
            assumptions="A1 A3 A8 A9 A10 A11",
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
