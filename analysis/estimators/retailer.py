"""Everything that own orders and a locator's history say of one retailer, in the tables' shapes."""

from dataclasses import dataclass
from zlib import crc32

import pandas as pd

from analysis.estimate import estimates
from analysis.estimators.assumptions import DEFAULTS, Assumptions
from analysis.estimators.calendar import ORDINARY, Calendar
from analysis.estimators.counter.inference import Inference, diagnostics, infer
from analysis.estimators.exposure import Presence
from analysis.estimators.interval_estimates import interval_estimates
from analysis.estimators.interval_table import interval_table
from analysis.estimators.moments import to_local
from analysis.estimators.weekly import weekly_series
from analysis.estimators.weekly_estimates import weekly_estimates


@dataclass(frozen=True, kw_only=True)
class Estimated:
    """What is known of a retailer's orders."""

    intervals: pd.DataFrame
    """The exact table, ``mart.invoice_interval``."""
    estimates: pd.DataFrame
    """Weekly rows first, then those of the exact table: ``result.estimate``."""
    diagnostics: pd.DataFrame
    """``result.diagnostic``."""
    assumptions: pd.DataFrame
    inference: Inference


def estimate_retailer(
    retailer: str,
    orders: pd.DataFrame,
    snapshots: pd.DataFrame,
    instants: pd.Series,
    *,
    zone: str = "UTC",
    calendar: Calendar = ORDINARY,
    assumptions: Assumptions = DEFAULTS,
) -> Estimated:
    """Judge the numbers; count exactly; where they are a counter seen often enough, estimate the weeks.

    ``orders``: ordered_at_utc, order_number, invoice_number; ``snapshots``: snapshot_at, location_id, status;
    ``instants``: of all snapshots, the empty ones too; all naive UTC. ``zone``: where the shop's days and weeks begin.
    Days, weeks and restarts of the counter are local. The draws are seeded by the retailer's name: same input, same
    output. What is no counter gets no row, only its diagnostic.
    """
    on = tuple((assumptions["A7"].word or "active").split())
    inference = infer(orders.assign(ordered_at_utc=to_local(orders["ordered_at_utc"], zone)))
    table = interval_table(retailer, orders, Presence.of(snapshots, instants, on), assumptions)
    weekly, exact = estimates([]), estimates([])
    if inference.verdict != "not_counter":
        exact = interval_estimates(table, assumptions)
    if inference.estimable:
        local = snapshots.assign(snapshot_at=to_local(snapshots["snapshot_at"], zone))
        presence = Presence.of(local, to_local(instants, zone), on)
        seed = crc32(retailer.encode())
        series = weekly_series(inference, presence, calendar=calendar, assumptions=assumptions, seed=seed)
        weekly = weekly_estimates(retailer, series, inference.orders, zone, assumptions)
    return Estimated(
        intervals=table,
        estimates=pd.concat([part for part in (weekly, exact) if len(part)] or [weekly], ignore_index=True),
        diagnostics=diagnostics(retailer, inference),
        assumptions=assumptions.frame(),
        inference=inference,
    )
