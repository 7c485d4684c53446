"""Everything that own orders and a locator's history say of one retailer, in the tables' shapes."""

from dataclasses import dataclass
from zlib import crc32

import pandas as pd

from analysis.estimators.assumptions import DEFAULTS, Assumptions
from analysis.estimators.calendar import ORDINARY, Calendar
from analysis.estimators.counter.inference import Inference, diagnostics, infer
from analysis.estimators.exposure import Presence
from analysis.estimators.exposure_lines import exposure_lines
from analysis.estimators.findings import findings
from analysis.estimators.interval_estimates import interval_estimates
from analysis.estimators.interval_table import interval_table
from analysis.estimators.moments import to_local
from analysis.estimators.takings import Takings
from analysis.estimators.weekly import weekly_series
from analysis.estimators.weekly_estimates import weekly_estimates
from analysis.estimators.witness import calibrations, orders_by_location


@dataclass(frozen=True, kw_only=True)
class Estimated:
    """What is known of a retailer's orders."""

    intervals: pd.DataFrame
    """The exact table, ``mart.invoice_interval``."""
    estimates: pd.DataFrame
    """Weekly rows first, then those of the exact table: ``result.estimate``."""
    diagnostics: pd.DataFrame
    """``result.diagnostic``."""
    findings: pd.DataFrame
    """Growth, change, the total so far, what assumptions move, and what slots say: ``result.finding``."""
    assumptions: pd.DataFrame
    """``result.assumption``."""
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
    takings: Takings | None = None,
) -> Estimated:
    """Judge the numbers; count exactly; where they are a counter seen often enough, estimate the weeks.

    ``orders``: ordered_at_utc, order_number, invoice_number; ``snapshots``: snapshot_at, location_id, status;
    ``instants``: of all snapshots, the empty ones too; all naive UTC. ``takings``: of slots, where any were watched.
    ``zone``: where the shop's days and weeks begin.
    Days, weeks and restarts of the counter are local. The draws are seeded by the retailer's name: same input, same
    output. What is no counter gets no row, only its diagnostic.
    """
    seed = crc32(retailer.encode())
    inference = infer(orders.assign(ordered_at_utc=to_local(orders["ordered_at_utc"], zone)))
    if inference.verdict == "not_counter":
        orders = orders.head(0)

    def table(assumed: Assumptions) -> pd.DataFrame:
        return interval_table(retailer, orders, Presence.of(snapshots, instants, _on(assumed)), assumed)

    intervals = table(assumptions)
    parts = [interval_estimates(intervals, assumptions), exposure_lines(intervals, snapshots, instants)]
    found = [findings(intervals, table, assumptions, seed)]
    if takings is not None:
        calibrated, witnessed = calibrations(intervals, takings)
        parts.append(calibrated)
        found.append(witnessed)
    if inference.estimable:
        local = snapshots.assign(snapshot_at=to_local(snapshots["snapshot_at"], zone))
        presence = Presence.of(local, to_local(instants, zone), _on(assumptions))
        series = weekly_series(inference, presence, calendar=calendar, assumptions=assumptions, seed=seed)
        parts.insert(0, weekly_estimates(retailer, series, inference.orders, zone, assumptions))
        if takings is not None:
            parts.append(orders_by_location(retailer, series, presence, takings, zone, assumptions, seed))
    return Estimated(
        intervals=intervals,
        estimates=pd.concat([part for part in parts if len(part)] or parts, ignore_index=True),
        diagnostics=diagnostics(retailer, inference),
        findings=pd.concat([part for part in found if len(part)] or found, ignore_index=True),
        assumptions=assumptions.frame().assign(retailer=retailer).rename(columns={"id": "assumption"}),
        inference=inference,
    )


def _on(assumptions: Assumptions) -> tuple[str, ...]:
    """Return the statuses of a location that count as open (A7)."""
    return tuple((assumptions["A7"].word or "active").split())
