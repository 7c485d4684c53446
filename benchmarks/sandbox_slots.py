"""Sandboxes whose truth is known: how often the orders of a location and day lie within the bounds from its slots."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pandas as pd

from analysis import SQL as ANALYSIS_SQL
from benchmarks.figure import Figure
from benchmarks.slot_watch import Manner, watch
from pipelines import warehouse
from pipelines.build import SQL, build
from sandbox.shop import Shop
from sandbox.truth import slots_day
from sandbox.world import World, draw_world

WEEKS, SEEDS = 8, 5
MANNERS = {
    "all told": Manner(),
    "no capacities, nothing after the cut-off": Manner(capacity=False, past_cutoff=False),
    "free windows only, no capacities": Manner(capacity=False, past_cutoff=False, full=False),
}


def measure() -> Iterator[Figure]:
    """Watch five shops for eight weeks each, every ten minutes and every hour, in three manners of telling."""
    worlds = [draw_world(np.random.default_rng(seed), WEEKS) for seed in range(SEEDS)]
    for words, manner in MANNERS.items():
        for minutes in (10, 60):
            days = pd.concat([beside_truth(world, minutes, manner) for world in worlds])
            yield from _figures(days, f"{minutes} min, {words}", minutes)


def _figures(days: pd.DataFrame, words: str, minutes: int) -> Iterator[Figure]:
    share = float(inside(days).mean())
    yield Figure(name=f"orders within slot bounds: {words}", value=share, unit="", limit=0.95, at_most=False)
    some = days[days["taken"] > 0]
    share = float(inside(some).mean())
    yield Figure(name="... of days with an order", value=share, unit="", limit=0.95, at_most=False)
    if minutes == 10:
        ratio = float((some["taken_high"] / some["taken_low"]).median())
        yield Figure(name="... median of high over low", value=ratio, unit="", limit=1.6)


def inside(days: pd.DataFrame) -> pd.Series:
    """Say of each day whether the truth lies within the bounds."""
    return (days["taken_low"] <= days["taken"]) & (days["taken"] <= days["taken_high"])


def beside_truth(world: World, minutes: int, manner: Manner) -> pd.DataFrame:
    """Return a row a location and day that can be bounded: taken, taken_low, taken_point, taken_high and the gap."""
    with tempfile.TemporaryDirectory() as folder, warehouse.writing(Path(folder)) as con:
        build(con, (SQL, ANALYSIS_SQL))
        watch(con, world, minutes, manner)
        fill = con.execute("SELECT split_part(location_id, ':', 2) AS location, * FROM mart.slot_fill_day").df()
    truth = slots_day(Shop(world)).drop(columns="offered")
    truth["local_date"] = pd.to_datetime(truth["local_date"])
    both = truth.merge(fill, on=["location", "local_date"])
    return both[both["taken_high"].notna()]


if __name__ == "__main__":
    for figure in measure():
        print(figure.kept, figure.name, figure.measured, flush=True)
