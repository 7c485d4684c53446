"""The weekly series in the shape of all estimates, with 95 % intervals; what is a range has no value."""

from collections.abc import Iterator

import numpy as np
import pandas as pd

from analysis.estimate import Estimate, Method, Quantity, estimates
from analysis.estimators.assumptions import DEFAULTS, Assumptions
from analysis.estimators.growth import poisson_slopes
from analysis.estimators.intervals import LEVEL, equal_tailed, imbens_manski
from analysis.estimators.moments import Floats, to_utc
from analysis.estimators.weekly import Series


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
