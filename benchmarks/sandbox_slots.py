"""Sandboxes whose truth is known: how often the orders of a location and day lie within the bounds from its slots."""

import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pandas as pd

from analysis import SQL as ANALYSIS_SQL
from benchmarks.figure import Figure
from benchmarks.planned_looks import by_location, even
from benchmarks.slot_watch import Look, Manner, every, watch
from pipelines import warehouse
from pipelines.build import SQL, build
from sandbox.shop import Shop
from sandbox.truth import slots_day
from sandbox.world import World, draw_world

WEEKS, SEEDS = 8, 5
PLANNED_WEEKS, PLANNED_SEEDS, LOOKS_A_DAY = 5, 3, 24
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
            days = pd.concat([beside_truth(world, every(world, minutes), manner) for world in worlds])
            yield from _figures(days, f"{minutes} min, {words}", minutes)
    yield from _by_location(MANNERS["no capacities, nothing after the cut-off"])


def _by_location(manner: Manner) -> Iterator[Figure]:
    """Hold looks planned location by location against looks at all, at the same budget."""
    beside = [], []
    for seed in range(PLANNED_SEEDS):
        world = draw_world(np.random.default_rng(seed), PLANNED_WEEKS)
        budget = LOOKS_A_DAY * len(world.network.locations)
        for days, looks in zip(beside, (even(world, budget), by_location(world, budget, manner)), strict=True):
            days.append(beside_truth(world, looks, manner))
    evenly, planned = map(pd.concat, beside)
    share = float(inside(planned).mean())
    yield Figure(name="orders within slot bounds: planned by location", value=share, unit="", limit=0.95, at_most=False)
    over = share / float(inside(evenly).mean())
    yield Figure(name="... over an even plan's of the same budget", value=over, unit="", limit=1.0, at_most=False)
    width = _width(planned) / _width(evenly)
    yield Figure(name="... width of the bounds over an even plan's", value=width, unit="", limit=1.0)


def _width(days: pd.DataFrame) -> float:
    return float((days["taken_high"] - days["taken_low"]).sum())


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


def beside_truth(world: World, looks: Sequence[Look], manner: Manner) -> pd.DataFrame:
    """Return a row a location and day that can be bounded: taken, taken_low, taken_point, taken_high and the gap."""
    with tempfile.TemporaryDirectory() as folder, warehouse.writing(Path(folder)) as con:
        build(con, (SQL, ANALYSIS_SQL))
        watch(con, world, looks, manner)
        fill = con.execute("SELECT split_part(location_id, ':', 2) AS location, * FROM mart.slot_fill_day").df()
    truth = slots_day(Shop(world)).drop(columns="offered")
    truth["local_date"] = pd.to_datetime(truth["local_date"])
    both = truth.merge(fill, on=["location", "local_date"])
    return both[both["taken_high"].notna()]


if __name__ == "__main__":
    for figure in measure():
        print(figure.kept, figure.name, figure.measured, flush=True)
