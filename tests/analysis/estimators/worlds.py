"""Small inputs from which the tests of the estimators are made."""

from collections.abc import Sequence

import pandas as pd

from analysis.estimators.exposure import Presence


def own(*rows: tuple[str, str] | tuple[str, str, str]) -> pd.DataFrame:
    """Own orders of (ordered_at, invoice_number[, order_number])."""
    return pd.DataFrame(
        {
            "ordered_at_utc": pd.to_datetime([row[0] or None for row in rows]),
            "order_number": [row[2] if len(row) > 2 else None for row in rows],
            "invoice_number": [row[1] for row in rows],
        }
    )


def presence(*snapshots: tuple[str, Sequence[str]], on: tuple[str, ...] = ("active",)) -> Presence:
    """Snapshots of (instant, entries ``name`` or ``name:status``)."""
    rows = [
        (pd.Timestamp(at), entry.partition(":")[0], entry.partition(":")[2] or "active")
        for at, entries in snapshots
        for entry in entries
    ]
    frame = pd.DataFrame(rows, columns=["snapshot_at", "location_id", "status"])
    frame["snapshot_at"] = pd.to_datetime(frame["snapshot_at"])
    return Presence.of(frame, pd.Series(pd.to_datetime([at for at, _ in snapshots])), on)


NOWHERE = presence()
