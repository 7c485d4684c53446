"""Exposure beside the public's: internal locations and all that are listed, each a line of its own (reference, 5)."""

from collections.abc import Iterator

import pandas as pd

from analysis.estimate import Estimate, estimates
from analysis.estimators.exposure import Presence, location_days
from analysis.estimators.moments import day

LINES = {"location_days_internal": ("internal",), "location_days_listed": ("active", "no_time", "internal")}


def exposure_lines(intervals: pd.DataFrame, snapshots: pd.DataFrame, instants: pd.Series) -> pd.DataFrame:
    """Return bounded location-days of both lines for every row of an interval table; none without snapshots."""
    if instants.empty:
        return estimates([])
    return estimates(_rows(intervals, snapshots, instants))


def _rows(intervals: pd.DataFrame, snapshots: pd.DataFrame, instants: pd.Series) -> Iterator[Estimate]:
    for quantity, statuses in LINES.items():
        presence = Presence.of(snapshots, instants, statuses)
        for row in intervals.to_dict("records"):
            shown = location_days(presence, day(row["from_utc"]), day(row["to_utc"]))
            yield Estimate(
                retailer=row["retailer"],
                quantity=quantity,
                from_utc=row["from_utc"],
                to_utc=row["to_utc"],
                value=shown.value,
                low=shown.low,
                high=shown.high,
                level=1.0,
                n=len(instants),
                method="bounded",
                assumptions="A7 A10",
            )
