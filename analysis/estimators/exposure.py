"""Exposure: for how long how many locations could really be chosen (reference, section 5).

Between two snapshots one knows only what was on at both ends: the hard bounds. The trapezoid of the counts is the
estimate. Before the first and after the last snapshot the nearest one is carried, which is flagged.
"""

from dataclasses import dataclass
from math import nan
from typing import Self

import numpy as np
import pandas as pd

from analysis.estimators.moments import Bools, Floats, days

FAILED_SHARE = 0.3
"""A snapshot that lost more of the locations of both its neighbours is a failed crawl, not a closure."""


@dataclass(frozen=True, kw_only=True)
class Presence:
    """Which locations were listed, and on, in which snapshot."""

    at: Floats
    """Days since 1970 of the snapshots, rising."""
    ids: tuple[str, ...]
    listed: Bools
    """Snapshots x locations."""
    on: Bools
    """Snapshots x locations: listed with a status that counts."""
    failed: tuple[pd.Timestamp, ...] = ()
    """Snapshots left out because they were failed crawls."""

    @classmethod
    def of(cls, snapshots: pd.DataFrame, instants: pd.Series, on: tuple[str, ...] = ("active",)) -> Self:
        """Of a frame (snapshot_at, location_id, status) and the instants of all snapshots, the empty ones too."""
        times = pd.DatetimeIndex(pd.unique(pd.concat([instants, snapshots["snapshot_at"]]))).sort_values()
        ids = sorted(snapshots["location_id"].unique())
        row = times.get_indexer(pd.DatetimeIndex(snapshots["snapshot_at"]))
        column = pd.Index(ids).get_indexer(pd.Index(snapshots["location_id"]))
        listed, counts = np.zeros((2, len(times), len(ids)), dtype=bool)
        listed[row, column] = True
        counts[row, column] = snapshots["status"].isin(on)
        good = ~_failed(listed)
        return cls(
            at=days(times)[good], ids=tuple(ids), listed=listed[good], on=counts[good], failed=tuple(times[~good])
        )


@dataclass(frozen=True, kw_only=True)
class LocationDays:
    """Location-days of a period."""

    value: float
    """The trapezoid of the counts."""
    low: float
    """On at both ends of every gap between snapshots; hard where a location stays as it is longer than the gap."""
    high: float
    """On at either end."""
    carried: bool
    """Part of the period lies before the first or after the last snapshot."""


def location_days(presence: Presence, start: float, end: float) -> LocationDays:
    """Integrate between two moments (days since 1970); all NaN where no snapshot was ever taken."""
    if not presence.at.size:
        return LocationDays(value=nan, low=nan, high=nan, carried=False)
    middles, lengths, before, after = _pieces(presence, start, end)
    count = presence.on.sum(1).astype(float)
    low = (before & after).sum(1) @ lengths
    high = (before | after).sum(1) @ lengths
    value = np.interp(middles, presence.at, count) @ lengths
    carried = start < presence.at[0] or end > presence.at[-1]
    return LocationDays(value=float(value), low=float(low), high=float(high), carried=bool(carried))


def days_of_each(presence: Presence, start: float, end: float) -> Floats:
    """Integrate each location by itself, half of a gap at whose ends it was not the same; by ``presence.ids``."""
    _, lengths, before, after = _pieces(presence, start, end)
    return np.asarray((before.astype(float) + after).T @ lengths / 2)


def _pieces(presence: Presence, start: float, end: float) -> tuple[Floats, Floats, Bools, Bools]:
    """Cut a period at the snapshots: middles and lengths of the pieces, and what was on before and after each."""
    cuts = np.unique(np.clip(np.r_[start, presence.at, end], start, end))
    middles = (cuts[1:] + cuts[:-1]) / 2
    last = len(presence.at) - 1
    before = np.clip(np.searchsorted(presence.at, middles, side="right") - 1, 0, last)
    after = np.clip(np.searchsorted(presence.at, middles), 0, last)
    return middles, np.diff(cuts), presence.on[before], presence.on[after]


def _failed(listed: Bools) -> Bools:
    """Which snapshots lack more than ``FAILED_SHARE`` of the locations that both neighbours list."""
    failed = np.zeros(len(listed), dtype=bool)
    if len(listed) >= 3:
        both = listed[:-2] & listed[2:]
        lost = (both & ~listed[1:-1]).sum(1)
        failed[1:-1] = lost > FAILED_SHARE * np.maximum(both.sum(1), 1)
    return failed
