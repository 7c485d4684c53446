"""Numbers that are a clock: unix times, dates with the time of day, or rates more regular than any shop."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from analysis.estimators.moments import Floats, instant

SCALES = (1, 1_000, 1_000_000, 1_000_000_000)
NEAR_DAYS = 2.0
TOO_REGULAR = 0.002
_DATES = ("%Y%m%d", "%y%m%d")
_HOUR_SLACK = 3


def clock(at: Floats, digits: Sequence[str]) -> str | None:
    """Say in what way the numbers are derived from the time, None if they are not.

    ``at``: days since 1970 of the orders. ``digits``: all digits of each number as printed.
    """
    numbers = np.array([float(text or "nan") for text in digits])
    for scale in SCALES:
        if np.all(np.abs(numbers / scale / 86400 - at) < NEAR_DAYS):
            return f"the numbers are unix times (times {scale})"
    if all(_dated(instant(moment), text) for moment, text in zip(at, digits, strict=True)):
        return "the numbers are the date and the time of day"
    return _too_regular(at, numbers)


def _dated(at: pd.Timestamp, text: str) -> bool:
    """Tell whether the digits start with the order's date and go on with its hour, give or take a time zone."""
    for days in (-1, 0, 1):
        for form in _DATES:
            date = (at + pd.Timedelta(days=days)).strftime(form)
            rest = text[len(date) :]
            if text.startswith(date) and len(rest) >= 4 and rest[:2] < "24" and rest[2:4] < "60":
                return abs(int(rest[:2]) + 24 * days - at.hour) <= _HOUR_SLACK
    return False


def _too_regular(at: Floats, numbers: Floats) -> str | None:
    lengths = np.diff(at)
    if len(at) < 4 or np.any(lengths <= 0):
        return None
    rates = np.diff(numbers) / lengths
    spread = rates.std() / rates.mean() if rates.mean() > 0 else np.inf
    return f"the rate varies by {spread:.1e} only: no shop is that regular" if spread < TOO_REGULAR else None
