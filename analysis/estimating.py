"""The estimate step: frames out of the warehouse, through the pure estimators, and their results back into it."""

from collections.abc import Iterable
from pathlib import Path

import pandas as pd

from analysis.estimate import estimates
from analysis.estimators.assumptions import DEFAULTS, Assumptions
from analysis.estimators.exposure import Presence
from analysis.estimators.interval_estimates import interval_estimates
from analysis.estimators.interval_table import interval_table
from pipelines.warehouse import Connection, transaction

FRAMES = Path(__file__).parent / "sql" / "frames"


def estimate(con: Connection) -> dict[str, int]:
    """Estimate every retailer anew; returns the rows written by table."""
    orders, looks, snapshots, assumed = (
        frame(con, name) for name in ("orders", "locator_looks", "snapshots", "assumptions")
    )
    tables, results = [interval_table("", orders.head(0), _presence(snapshots, looks, ""))], [estimates(())]
    for retailer in sorted(orders["retailer"].unique()):
        assumptions = _assumptions(assumed[assumed["retailer"] == retailer])
        presence = _presence(snapshots, looks, retailer)
        table = interval_table(retailer, orders[orders["retailer"] == retailer], presence, assumptions)
        tables.append(table)
        results.append(interval_estimates(table, assumptions))
    return {
        "result.invoice_interval": _write(con, "result.invoice_interval", tables),
        "result.estimate": _write(con, "result.estimate", results),
    }


def frame(con: Connection, name: str) -> pd.DataFrame:
    """Return the result of a named query of ``analysis/sql/frames``."""
    return con.execute((FRAMES / f"{name}.sql").read_text(encoding="utf-8")).df()


def _presence(snapshots: pd.DataFrame, looks: pd.DataFrame, retailer: str) -> Presence:
    of = snapshots[snapshots["retailer"] == retailer]
    return Presence.of(of, looks.loc[looks["retailer"] == retailer, "snapshot_at"])


def _assumptions(declared: pd.DataFrame) -> Assumptions:
    assumptions = DEFAULTS
    for row in declared.dropna(subset="low").to_dict("records"):
        assumptions = assumptions.override(row["assumption"], (row["low"], row["high"]), row["why"])
    return assumptions


def _write(con: Connection, relation: str, frames: Iterable[pd.DataFrame]) -> int:
    rows = pd.concat([f for f in frames if len(f)] or list(frames))
    con.register("fresh", rows)
    with transaction(con):
        con.execute(f"DELETE FROM {relation}")
        con.execute(f"INSERT INTO {relation} BY NAME FROM fresh")
    con.unregister("fresh")
    return len(rows)
