"""What was seen to be taken of a retailer's slots, by look and by location."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.estimators.moments import Floats, days

_UNUSUAL = 3
"""Between two looks of an interval there must not be more than so many times the usual gap."""


@dataclass(frozen=True, kw_only=True)
class Takings:
    """Places taken, as the slots' looks saw them."""

    looks: pd.DataFrame
    """seen_at_utc (naive), fell, returned_low, returned_high, hold_minutes: what each look found changed, 0 with it."""
    locations: pd.DataFrame
    """location_id, taken (places), watched (location-days)."""

    def between(self, spans: pd.DataFrame) -> pd.DataFrame:
        """Add to each span (from_utc, to_utc) what was taken in it: taken, taken_low, taken_high.

        A place that may be on hold at the end is in no lower bound; one that came back soon after the beginning may
        have gone before it. Spans that were not watched from end to end at the usual cadence are left out.
        """
        looks = self.looks.sort_values("seen_at_utc", kind="stable")
        at = days(looks["seen_at_utc"])
        start, end = days(spans["from_utc"]), days(spans["to_utc"])
        watched = _watched(at, start, end)
        taken = [self._taken(looks, at, *span) for span in zip(start[watched], end[watched], strict=True)]
        columns = ["taken", "taken_low", "taken_high"]
        return spans[watched].assign(**dict(zip(columns, np.array(taken).reshape(-1, 3).T, strict=True)))

    def _taken(self, looks: pd.DataFrame, at: Floats, start: float, end: float) -> tuple[float, float, float]:
        hold = float(looks["hold_minutes"].iloc[0]) / 1440
        inside, first, last = (
            (at > a) & (at <= b) for a, b in ((start, end), (start, start + hold), (end - hold, end))
        )
        fell, fewest, most = (looks[name].to_numpy(float) for name in ("fell", "returned_low", "returned_high"))
        taken = fell[inside].sum() - fewest[inside].sum()
        low = fell[inside].sum() - most[inside].sum() - fell[last].sum()
        return max(taken, 0.0), max(low, 0.0), max(taken + fewest[first].sum(), 0.0)


def _watched(at: Floats, start: Floats, end: Floats) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Tell which spans were looked at from end to end without an unusual gap."""
    gaps = np.diff(np.unique(at))
    if not gaps.size:
        return np.zeros(len(start), bool)
    wide = np.flatnonzero(gaps > _UNUSUAL * np.median(gaps))
    before, after = np.unique(at)[wide], np.unique(at)[wide + 1]
    torn = ((before[None, :] < end[:, None]) & (after[None, :] > start[:, None])).any(1)
    usual = float(np.median(gaps)) * _UNUSUAL
    return np.asarray((start >= at.min() - usual) & (end <= at.max() + usual) & ~torn)
