"""The orders of a location and day lie within the bounds from its slots: a shop whose truth is known."""

from functools import cache

import numpy as np
import pandas as pd
import pytest

from benchmarks.sandbox_slots import MANNERS, beside_truth, inside
from benchmarks.slot_watch import every
from sandbox.world import draw_world

TELLS_ALL, TELLS_LEAST = "all told", "free windows only, no capacities"


@cache
def watched(minutes: int, manner: str) -> pd.DataFrame:
    world = draw_world(np.random.default_rng(11), weeks=2)
    return beside_truth(world, every(world, minutes), MANNERS[manner])


@pytest.mark.parametrize("manner", [TELLS_ALL, TELLS_LEAST])
def test_the_truth_lies_within_the_bounds_and_they_are_narrow(manner):
    days = watched(10, manner)
    some = days[days["taken"] > 0]
    assert inside(days).mean() >= 0.95
    assert inside(some).mean() >= 0.93
    assert (some["taken_high"] / some["taken_low"]).median() <= 1.6


def test_fewer_looks_make_wider_bounds_that_still_hold():
    often, seldom = watched(10, TELLS_LEAST), watched(60, TELLS_LEAST)
    assert inside(seldom).mean() >= 0.95
    widths = [(days["taken_high"] - days["taken_low"]).mean() for days in (often, seldom)]
    assert widths[0] < widths[1]
