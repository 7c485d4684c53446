"""Time as numbers: naive UTC instants as days since 1970, the unit in which all estimators compute."""

import numpy as np
import numpy.typing as npt
import pandas as pd

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]

_DAY = np.timedelta64(86_400_000_000, "us")


def days(instants: pd.Series | pd.DatetimeIndex) -> Floats:
    """Days since 1970 of naive instants; NaN where there is none."""
    stamps = np.asarray(instants, dtype="datetime64[us]")
    return np.asarray((stamps - np.datetime64(0, "us")) / _DAY, dtype=float)


def day(instant: pd.Timestamp) -> float:
    """Days since 1970 of one naive instant."""
    return (instant - pd.Timestamp(0)) / pd.Timedelta(days=1)


def instant(day_number: float) -> pd.Timestamp:
    """Return the naive instant of a number of days since 1970, to the second."""
    return pd.Timestamp("1970-01-01") + pd.Timedelta(seconds=round(day_number * 86400))


def to_local(instants: pd.Series, zone: str) -> pd.Series:
    """Read naive UTC instants as naive local wall-clock time of a zone (IANA name)."""
    return pd.to_datetime(instants).dt.tz_localize("UTC").dt.tz_convert(zone).dt.tz_localize(None)


def to_utc(local: pd.Timestamp, zone: str) -> pd.Timestamp:
    """Read a naive local time as naive UTC; of an hour that exists twice the first, of one that does not the next."""
    placed = local.tz_localize(zone, ambiguous=True, nonexistent="shift_forward")
    return placed.tz_convert("UTC").tz_localize(None)
