"""The festivals on which people shop more, and the days on which pick-up rests."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import numpy.typing as npt

LUNAR_NEW_YEAR = {
    2023: (1, 22), 2024: (2, 10), 2025: (1, 29), 2026: (2, 17),
    2027: (2, 6), 2028: (1, 26), 2029: (2, 13), 2030: (2, 3),
}  # fmt: skip
SHAPE = {-3: 0.2, -2: 0.4, -1: 0.7, 0: 1.0, 1: 0.4}
"""Share of a festival's lift by the day around it."""
REST_DAYS = {
    "NL": {(1, 1), (4, 27), (12, 25), (12, 26)},
    "DE": {(1, 1), (5, 1), (10, 3), (12, 25), (12, 26)},
    "FR": {(1, 1), (5, 1), (5, 8), (7, 14), (12, 25)},
    "BE": {(1, 1), (5, 1), (7, 21), (12, 25)},
}


@dataclass(frozen=True)
class Festival:
    """A shopping festival; at its height orders are ``lift`` times the usual."""

    on: date
    label: str
    lift: float


def festivals(days: Iterable[date]) -> list[Festival]:
    """Return the festivals on these days, in order."""
    return [festival for day in days if (festival := _festival(day)) is not None]


def lifts(days: list[date]) -> npt.NDArray[np.float64]:
    """Return by what factor each day's orders are above the usual; festivals shortly before and after count too."""
    around = [days[0] - timedelta(days=3), *days, *(days[-1] + timedelta(days=ahead) for ahead in (1, 2, 3))]
    factor = dict.fromkeys(days, 1.0)
    for festival in festivals(around):
        for shift, share in SHAPE.items():
            day = festival.on + timedelta(days=shift)
            factor[day] = max(factor.get(day, 1.0), 1 + (festival.lift - 1) * share)
    return np.array([factor[day] for day in days])


def rests(country: str, day: date) -> bool:
    """Say whether no location of the country hands out orders that day."""
    return (day.month, day.day) in REST_DAYS[country]


def _festival(day: date) -> Festival | None:
    named = {(3, 8): ("3-8", 1.35), (6, 18): ("618", 2.2), (8, 8): ("8-8", 1.7), (11, 11): ("11-11", 2.4)}
    if LUNAR_NEW_YEAR.get(day.year) == (day.month, day.day):
        return Festival(day, "Chinese New Year", 1.9)
    label, lift = named.get((day.month, day.day), ("", 1.0))
    return Festival(day, label, lift) if label else None
