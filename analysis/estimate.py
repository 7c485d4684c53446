"""The one shape that every estimator returns: a figure is never a bare number."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Literal

import numpy as np
import pandas as pd

Quantity = Literal[
    "invoices",
    "orders",
    "location_days",
    "orders_per_location_day",
    "pickup_orders_per_location_day",
    "growth_per_week",
]
Method = Literal["counted", "estimated", "bounded", "not_known"]


@dataclass(frozen=True, kw_only=True)
class Estimate:
    """A quantity of a retailer over a period, with how sure we are of it."""

    retailer: str
    quantity: str
    """One of ``Quantity``, or the name of another quantity that a report shows beside them."""
    location_id: str | None = None
    """Empty for the whole retailer."""
    from_utc: datetime | pd.Timestamp
    to_utc: datetime | pd.Timestamp
    value: float | None = None
    """The point estimate; None where only bounds are known: a range is never mid-pointed."""
    low: float | None = None
    high: float | None = None
    level: float
    """Share of such intervals that hold the truth; 1.0 for what is counted or bounded."""
    n: int
    """On how many observations it rests (own orders, snapshots)."""
    method: Method
    assumptions: str
    """Ids of the assumptions that it depends on, apart by blanks: ``A1 A2 A4``."""


COLUMNS = tuple(field.name for field in fields(Estimate))


def estimates(rows: Iterable[Estimate]) -> pd.DataFrame:
    """Return the rows as a checked frame with the columns of ``result.estimate``."""
    frame = pd.DataFrame.from_records([tuple(vars(row).values()) for row in rows], columns=list(COLUMNS))
    numbers = dict.fromkeys(("value", "low", "high", "level"), float)
    instants = dict.fromkeys(("from_utc", "to_utc"), "datetime64[us]")
    return checked(frame.astype(numbers | instants | {"n": "int64"}))


def checked(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the frame itself. ValueError names the first promise that a row breaks."""
    if tuple(frame.columns) != COLUMNS:
        raise ValueError(f"an estimate has the columns {', '.join(COLUMNS)}, not {', '.join(map(str, frame.columns))}")
    for promise, kept in _promises(frame).items():
        if not kept.all():
            raise ValueError(f"{promise}: {frame[~kept].iloc[0].to_dict()}")
    return frame


def _promises(frame: pd.DataFrame) -> dict[str, pd.Series]:
    value, low, high = frame["value"], frame["low"], frame["high"]
    slack = 1e-9 * (1 + value.abs())
    return {
        "a period does not end before it begins": frame["from_utc"] <= frame["to_utc"],
        "low is not above high": ~(low > high),
        "a value lies within its interval": ~(value < low - slack) & ~(value > high + slack),
        "a value has its interval": value.isna() | (low.notna() & high.notna()),
        "figures are finite": ~frame[["value", "low", "high"]].isin([np.inf, -np.inf]).any(axis=1),
        "what is not known has no figures": (frame["method"] != "not_known") | (low.isna() & high.isna()),
        "a level is above 0 and at most 1": (frame["level"] > 0) & (frame["level"] <= 1),
        "it rests on a number of observations": frame["n"] >= 0,
    }
