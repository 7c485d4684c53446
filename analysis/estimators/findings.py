"""What else the exact table says: growth with its claim, a change of level, the total so far, what assumptions move.

Growth and change are tested on the counted intervals merged into blocks (reference, section 6): "no growth" needs its
own test, and a change only counts against a steady trend. The last number over the step bounds all invoices so far
(7.4). Each assumption is flipped alone (7.5).
"""

from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from math import inf

import pandas as pd

from analysis.estimators import change_point as change
from analysis.estimators import growth
from analysis.estimators.assumptions import Assumptions
from analysis.estimators.moments import Floats, days
from analysis.estimators.sensitivity import sensitivity

Table = Callable[[Assumptions], pd.DataFrame]
"""Gives the interval table under assumptions."""


@dataclass(frozen=True, kw_only=True)
class Finding:
    """One row of ``result.finding``."""

    retailer: str
    series: str
    finding: str
    verdict: str
    detail: str
    value: float | None = None
    low: float | None = None
    high: float | None = None
    p_value: float | None = None


COLUMNS = ("retailer", "series", "finding", "verdict", "value", "low", "high", "p_value", "detail")


def findings(intervals: pd.DataFrame, table: Table, assumptions: Assumptions, seed: int) -> pd.DataFrame:
    """Return the findings of every series of an interval table; ``table`` gives it again under other assumptions."""
    rows = [
        asdict(found)
        for (retailer, series), of in intervals.groupby(["retailer", "series"])
        for found in _of_series(str(retailer), str(series), of, table, assumptions, seed)
    ]
    return pd.DataFrame(rows, columns=list(COLUMNS))


def _of_series(
    retailer: str, series: str, of: pd.DataFrame, table: Table, assumptions: Assumptions, seed: int
) -> Iterator[Finding]:
    whole = of["flags"].str.contains("whole_span")
    counted = of[~whole & of["invoices"].notna()]
    for finding, exposure in (("growth", "days"), ("growth per location", "location_days")):
        yield _growth(retailer, series, finding, counted[counted[exposure] > 0], exposure)
    yield _change(retailer, series, counted, seed)
    last = of.iloc[-1]
    total = float(last["number_to"] // last["step"])
    yield Finding(
        retailer=retailer,
        series=series,
        finding="total since launch",
        verdict="bounded",
        low=0.0,
        high=total,
        detail=f"number {last['number_to']} over a step of {last['step']}: no series can have given more invoices",
    )
    yield from _what_if(retailer, series, table, assumptions)


def _growth(retailer: str, series: str, finding: str, counted: pd.DataFrame, exposure: str) -> Finding:
    found = growth.structural_growth(*_blocks(counted, exposure, growth.BLOCK_DAYS)) if len(counted) else None
    if found is None:
        detail = "fewer than three blocks of three weeks"
        return Finding(retailer=retailer, series=series, finding=finding, verdict="not known", detail=detail)
    return Finding(
        retailer=retailer,
        series=series,
        finding=finding,
        verdict=found.claim,
        value=found.slope,
        low=found.low,
        high=found.high,
        detail=f"{found.blocks} blocks; growth counts beyond 10 % a quarter",
    )


def _change(retailer: str, series: str, counted: pd.DataFrame, seed: int) -> Finding:
    found = None
    if len(counted):
        found = change.change_point(*_blocks(counted, "days", change.BLOCK_DAYS), null="trend", seed=seed)
    if found is None:
        detail = "fewer than six blocks of two weeks"
        return Finding(retailer=retailer, series=series, finding="change", verdict="not known", detail=detail)
    first, last = (f"{pd.Timestamp(0) + pd.Timedelta(weeks=week):%Y-%m-%d}" for week in found.profile)
    return Finding(
        retailer=retailer,
        series=series,
        finding="change",
        verdict="change" if found.claimed else "not known",
        value=found.log_step,
        p_value=found.p_value,
        detail=f"a step beyond a steady trend, if any, between {first} and {last}",
    )


def _blocks(counted: pd.DataFrame, exposure: str, least_days: float) -> tuple[Floats, Floats, Floats]:
    start, end = days(counted["from_utc"]), days(counted["to_utc"])
    counts, over = counted["invoices"].to_numpy(float), counted[exposure].to_numpy(float)
    return growth.blocks((start + end) / 2, counts, over, end - start, least_days)


def _what_if(retailer: str, series: str, table: Table, assumptions: Assumptions) -> Iterator[Finding]:
    def headline(assumed: Assumptions) -> tuple[float, float]:
        """Bound pick-up orders per location-day over the whole span."""
        again = table(assumed)
        again = again[(again["series"] == series) & again["flags"].str.contains("whole_span")]
        home_low, home_high = assumed.range("A6")
        low, high = again[["orders_per_location_day_low", "orders_per_location_day_high"]].iloc[0]
        return (1 - home_high) * low, (1 - home_low) * high

    for row in sensitivity(headline, assumptions).to_dict("records"):
        known = not (pd.isna(row["low"]) or pd.isna(row["high"]) or row["high"] == inf)
        yield Finding(
            retailer=retailer,
            series=series,
            finding="what if",
            verdict="bounded" if known else "not known",
            low=row["low"] if known else None,
            high=row["high"] if known else None,
            detail=" ".join(("pick-up orders per location-day,", row["assumption"], row["what"])).replace("  ", " "),
        )
