"""What slots add to the counts, in the tables' shapes: the calibration of takings, and orders over locations."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, replace

import numpy as np
import pandas as pd

from analysis.estimate import Estimate, estimates
from analysis.estimators.allocation import allocate_orders
from analysis.estimators.assumptions import Assumptions
from analysis.estimators.calibration import Calibration, calibrate
from analysis.estimators.exposure import Presence, days_of_each
from analysis.estimators.findings import COLUMNS, Finding
from analysis.estimators.growth import Growth
from analysis.estimators.intervals import LEVEL
from analysis.estimators.moments import day, to_utc
from analysis.estimators.takings import Takings
from analysis.estimators.weekly import Series
from analysis.estimators.weekly_estimates import order_bounds

_DRIFT: Mapping[Growth, str] = {
    "growth": "drift",
    "decline": "drift",
    "no growth": "no drift",
    "not known": "not known",
}
_COUNTED = "A1 A2 S1 S2"
_DAY, _WEEK = pd.Timedelta(days=1), pd.Timedelta(days=7)


def calibrations(intervals: pd.DataFrame, takings: Takings) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return estimates and findings: for each series of an interval table, the places taken for each invoice."""
    parts = intervals[~intervals["flags"].str.contains("whole_span") & intervals["invoices"].notna()]
    estimated, found = [], []
    for (retailer, series), of in parts.groupby(["retailer", "series"]):
        watched = takings.between(of)
        calibration = calibrate(watched)
        found += [asdict(row) for row in _findings(str(retailer), str(series), calibration)]
        if calibration is not None:
            estimated.append(_ratio(str(retailer), watched, calibration))
    return estimates(estimated), pd.DataFrame(found, columns=list(COLUMNS))


def _ratio(retailer: str, watched: pd.DataFrame, calibration: Calibration) -> Estimate:
    return Estimate(
        retailer=retailer,
        quantity="taken_places_per_invoice",
        from_utc=watched["from_utc"].min(),
        to_utc=watched["to_utc"].max(),
        value=calibration.ratio,
        low=min(calibration.low, calibration.ratio),
        high=max(calibration.high, calibration.ratio),
        level=LEVEL,
        n=calibration.intervals,
        method="estimated",
        assumptions=_COUNTED,
    )


def _findings(retailer: str, series: str, calibration: Calibration | None) -> Iterator[Finding]:
    if calibration is None:
        detail = "fewer than two intervals between own orders in which slots were watched from end to end"
        yield Finding(retailer=retailer, series=series, finding="calibration", verdict="not known", detail=detail)
        return
    yield Finding(
        retailer=retailer,
        series=series,
        finding="calibration",
        verdict="estimated",
        value=calibration.ratio,
        low=calibration.low,
        high=calibration.high,
        detail=f"places taken for each invoice of others, over {calibration.intervals} intervals between own orders",
    )
    drift = calibration.drift
    yield Finding(
        retailer=retailer,
        series=series,
        finding="calibration drift",
        verdict=_DRIFT[drift.claim] if drift else "not known",
        value=drift.slope if drift else None,
        low=drift.low if drift else None,
        high=drift.high if drift else None,
        detail="of that ratio, per week of the logarithm; 10 % a quarter counts as drift",
    )


def orders_by_location(
    retailer: str, series: Series, presence: Presence, takings: Takings, zone: str, assumptions: Assumptions, seed: int
) -> pd.DataFrame:
    """Return shares and bounds of each location's pick-up orders, over the weeks that both counts and slots cover.

    ``presence`` in local time, as the series. A location whose slots were never seen gets the mean rate.
    """
    weeks = [week for week in np.flatnonzero(series.inside) if _watched(series.monday[week], takings, zone)]
    if not weeks or not presence.at.size:
        return estimates([])
    first, last = series.monday[weeks[0]], series.monday[weeks[-1]] + _WEEK
    locations = _locations(presence, takings, day(first), day(last))
    low, high = order_bounds(series.invoices[weeks].sum(0), assumptions)
    home_low, home_high = assumptions.range("A6")
    table = allocate_orders(locations, (1 - home_high) * low, (1 - home_low) * high, seed)
    rows = table.assign(taken=locations["taken"])
    return estimates(_of_locations(retailer, rows, to_utc(first, zone), to_utc(last, zone)))


def _watched(monday: pd.Timestamp, takings: Takings, zone: str) -> bool:
    looks = takings.looks["seen_at_utc"]
    return bool(looks.min() <= to_utc(monday + _DAY, zone) and to_utc(monday + _WEEK - _DAY, zone) <= looks.max())


def _locations(presence: Presence, takings: Takings, start: float, end: float) -> pd.DataFrame:
    exposure = pd.DataFrame({"location_id": presence.ids, "location_days": days_of_each(presence, start, end)})
    both = exposure[exposure["location_days"] > 0].merge(takings.locations, how="left", on="location_id")
    return both.fillna({"taken": 0.0, "watched": 0.0})


def _of_locations(
    retailer: str, table: pd.DataFrame, from_utc: pd.Timestamp, to_utc: pd.Timestamp
) -> Iterator[Estimate]:
    for row in table.to_dict("records"):
        share = Estimate(
            retailer=retailer,
            quantity="pickup_order_share",
            location_id=row["location_id"],
            from_utc=from_utc,
            to_utc=to_utc,
            value=row["share"],
            low=min(row["share_low"], row["share"]),
            high=max(row["share_high"], row["share"]),
            level=LEVEL,
            n=int(row["taken"]),
            method="estimated",
            assumptions="A7 S1 S2",
        )
        yield share
        yield replace(
            share,
            quantity="pickup_orders",
            value=None,
            low=row["low"],
            high=row["high"],
            method="bounded",
            assumptions="A1 A2 A3 A4 A5 A6 A7 A8 A9 A10 A11 S1 S2",
        )
