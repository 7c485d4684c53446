"""Estimating many retailers, in parallel processes: seconds for a thousand, measured on a hundred."""

import time
from collections.abc import Iterator

import numpy as np
import pandas as pd

from analysis.estimating import estimate_all
from analysis.estimators.assumptions import DEFAULTS
from analysis.estimators.calendar import ORDINARY
from analysis.watched import Watched
from benchmarks.figure import Figure

RETAILERS, ORDERS, DAYS, LOCATIONS = 100, 30, 364, 40
FIRST = pd.Timestamp("2025-01-06")


def measure() -> Iterator[Figure]:
    """Estimate a hundred retailers with thirty own orders and a year each."""
    watched = [_watched(number) for number in range(RETAILERS)]
    begun = time.perf_counter()
    estimated = sum(len(results["result.estimate"]) > DAYS // 7 for results in estimate_all(watched))
    taken = (time.perf_counter() - begun) * 1000 / RETAILERS
    assert estimated == RETAILERS
    yield Figure(name="estimating 1,000 retailers, 30 orders and a year each", value=taken, unit="s", limit=300)


def _watched(number: int) -> Watched:
    rng = np.random.default_rng(number)
    a_day = rng.negative_binomial(40, 40 / (40 + rng.uniform(20, 300)), DAYS)
    days = np.sort(rng.choice(np.arange(2, DAYS - 2), ORDERS, replace=False))
    numbers = 1000 + np.cumsum(a_day)[days]
    orders = pd.DataFrame(
        {
            "ordered_at_utc": FIRST + pd.to_timedelta(days, unit="D") + pd.Timedelta(hours=23),
            "order_number": None,
            "invoice_number": [f"F-{n:08d}" for n in numbers],
        }
    )
    looks = pd.Series(FIRST + pd.to_timedelta(np.arange(0, DAYS, 7), unit="D"))
    opened = np.sort(rng.integers(0, DAYS // 2, LOCATIONS))
    rows = [
        (look, f"L{place}", "active")
        for look in looks
        for place in range(LOCATIONS)
        if look >= FIRST + pd.Timedelta(days=int(opened[place]))
    ]
    return Watched(
        retailer=f"shop{number}",
        timezone="Europe/Amsterdam",
        orders=orders,
        snapshots=pd.DataFrame(rows, columns=["snapshot_at", "location_id", "status"]),
        looks=looks,
        assumptions=DEFAULTS,
        calendar=ORDINARY,
    )


if __name__ == "__main__":
    for figure in measure():
        print(figure.kept, figure.name, figure.measured)
