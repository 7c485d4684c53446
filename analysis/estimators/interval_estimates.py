"""The exact interval table in the shape of all estimates: what is counted and what is bounded."""

from collections.abc import Hashable, Iterator, Mapping
from typing import Any

import pandas as pd

from analysis.estimate import Estimate, Method, Quantity, estimates
from analysis.estimators.assumptions import DEFAULTS, Assumptions

_Figure = tuple[Quantity, Method, float | None, float, float, str]
"""Quantity, method, value, low, high, assumptions."""


def interval_estimates(table: pd.DataFrame, assumptions: Assumptions = DEFAULTS) -> pd.DataFrame:
    """Return the figures of an ``interval_table`` as rows of ``result.estimate``, level 1.0.

    Invoices are counted; all else is bounded, with a value only where there is an estimate (location-days).
    """
    home_low, home_high = assumptions.range("A6")
    pairs = (~table["flags"].str.contains("whole_span")).groupby([table["retailer"], table["series"]]).sum()
    return estimates(
        Estimate(
            retailer=row["retailer"],
            quantity=quantity,
            from_utc=row["from_utc"],
            to_utc=row["to_utc"],
            value=value,
            low=low,
            high=high,
            level=1.0,
            n=int(pairs[row["retailer"], row["series"]]) + 1 if "whole_span" in row["flags"] else 2,
            method=method,
            assumptions=ids,
        )
        for row in table.to_dict("records")
        for quantity, method, value, low, high, ids in _figures(row, home_low, home_high)
        if not (pd.isna(low) or pd.isna(high))
    )


def _figures(row: Mapping[Hashable, Any], home_low: float, home_high: float) -> Iterator[_Figure]:
    invoices, ratio_low, ratio_high = (
        row[name] for name in ("invoices", "orders_per_location_day_low", "orders_per_location_day_high")
    )
    yield "invoices", "counted", invoices, invoices, invoices, "A1 A2 A3 A10 A11"
    yield "orders", "bounded", None, row["orders_low"], row["orders_high"], "A1 A2 A3 A4 A5 A10 A11"
    shown = row["location_days"]
    yield "location_days", "bounded", shown, row["location_days_low"], row["location_days_high"], "A7 A10"
    ids = "A1 A2 A3 A4 A5 A7 A10 A11"
    yield "orders_per_location_day", "bounded", None, ratio_low, ratio_high, ids
    pickup = ((1 - home_high) * ratio_low, (1 - home_low) * ratio_high)
    yield "pickup_orders_per_location_day", "bounded", None, pickup[0], pickup[1], "A1 A2 A3 A4 A5 A6 A7 A10 A11"
