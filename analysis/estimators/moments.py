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
