"""Totals since launch, the planner, allocation and sensitivity."""

import numpy as np
import pandas as pd
import pytest

from analysis.estimators.allocation import allocate_orders, shrunken_rates
from analysis.estimators.assumptions import DEFAULTS
from analysis.estimators.bridge.days import days_between
from analysis.estimators.launch import counted_total, launch_total, sampled_total
from analysis.estimators.planner import ALERT, last_share, offer, weekly_variance
from analysis.estimators.sensitivity import FLIPS, sensitivity


def test_from_a_known_first_number_the_total_is_counted():
    total = counted_total(10_250, first=10_001)
    assert (total.value, total.low, total.high) == (250, 250, 250)


@pytest.mark.parametrize("first", [1000, None])
def test_numbers_seen_by_chance_bound_the_series(first):
    rng = np.random.default_rng(1)
    held = 0
    for _ in range(300):
        found = sampled_total([int(n) for n in rng.choice(5000, 8, replace=False) + 1000], first)
        held += found.low <= 5000 <= found.high
    assert 0.92 <= held / 300 <= 0.98


def test_one_number_without_a_start_says_nothing_but_its_bound():
    with pytest.raises(ValueError, match="2 different numbers"):
        sampled_total([5])
    assert sampled_total([5], first=1).bound == 6


def test_a_round_first_number_explains_what_extrapolation_only_suggests():
    rates = np.random.default_rng(1).normal(50, 2, 4000)
    found = launch_total(10_000 + 2_000, 1, 60, rates, seed=1)
    assert found.likely_start == 10_000
    assert found.low <= 2_000 <= found.high < found.bound == 12_000


DAYS = days_between(19_366, 19_366 + 26 * 7)


def test_the_next_order_goes_where_most_is_unknown():
    marks = [19_366.0, 19_380.0, 19_394.0, 19_366.0 + 180]
    candidates = [offer(DAYS, marks, (at,), rate=60.0) for at in (19_387.0, 19_470.0, 19_540.0)]
    best = max(candidates, key=lambda candidate: candidate.drop)
    assert best.at == (19_470.0,)
    assert best.width_after < best.width_before


def test_a_week_between_two_orders_has_no_variance():
    variance = weekly_variance(DAYS, [19_366.0, 19_373.0, 19_380.0, 19_500.0], rate=60.0)
    assert variance[0] < 1e-3 * variance[10]


def test_a_long_stretch_since_the_last_order_calls_for_the_next():
    assert last_share(DAYS, [19_366.0, 19_380.0, 19_400.0], rate=60.0) > ALERT
    assert last_share(DAYS, [19_366.0, 19_380.0, 19_540.0], rate=60.0) < ALERT


LOCATIONS = pd.DataFrame(
    {
        "location_id": list("abcd"),
        "taken": [90, 30, 2, 0],
        "watched": [100, 100, 3, 0],
        "location_days": [30, 30, 30, 30],
    }
)


def test_a_location_watched_little_is_drawn_to_the_mean():
    rates, _ = shrunken_rates(np.array([90.0, 30, 2, 0]), np.array([100.0, 100, 3, 0]))
    mean = 122 / 203
    assert abs(rates[0] - 0.9) < 0.05
    assert abs(rates[2] - mean) < abs(2 / 3 - mean)
    assert rates[3] == pytest.approx(mean)


def test_orders_are_handed_out_by_share_and_no_location_is_certain():
    table = allocate_orders(LOCATIONS, np.full(500, 400.0), np.full(500, 800.0), seed=1)
    assert table["share"].sum() == pytest.approx(1)
    assert (table["low"] < 800 * table["share"]).all()
    assert (table["high"] > 400 * table["share"]).all()


def test_each_assumption_is_flipped_alone():
    def headline(assumptions):
        low, high = assumptions.range("A4")
        return 100 / (1 + high), 100 / (1 + low)

    table = sensitivity(headline, DEFAULTS, conclusion=lambda _, high: high <= 100)
    assert len(table) == 1 + len(FLIPS)
    assert table["robust"].all()
    assert table.loc[table["what"] == "every order has two invoices", "high"].item() == 50


def test_an_assumption_outside_what_makes_sense_is_refused():
    with pytest.raises(ValueError, match="A4 is a range"):
        DEFAULTS.override("A4", (0.9, 1.2), source="typo")
    assert set(DEFAULTS.frame()["id"]) == {f"A{n}" for n in range(1, 12)}
