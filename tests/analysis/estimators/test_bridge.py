from datetime import date, timedelta
from itertools import pairwise

import numpy as np
import pandas as pd
import pytest

from analysis.estimators.assumptions import DEFAULTS
from analysis.estimators.bridge.allocate import allocate
from analysis.estimators.bridge.bridge import bridge
from analysis.estimators.bridge.days import OFFICE, WEB_SHOP, Days, days_between
from analysis.estimators.bridge.kernels import Kernels
from analysis.estimators.bridge.layout import Totals
from analysis.estimators.calendar import Calendar, Event
from analysis.estimators.counter.inference import infer
from analysis.estimators.counter.spans import Span
from analysis.estimators.growth import poisson_slopes
from analysis.estimators.intervals import imbens_manski
from analysis.estimators.weekly import weekly_series
from analysis.estimators.weekly_estimates import weekly_estimates
from tests.analysis.estimators.worlds import NOWHERE, own, presence

MONDAY = 19_366  # 9 January 2023
WEEKS = 26


def shop(seed, rate=60.0, orders=10, factor=None):
    """Own orders of a shop with a known number of others' invoices an hour, and the truth by week."""
    rng = np.random.default_rng(seed)
    hours = np.tile(np.array(WEB_SHOP) / sum(WEB_SHOP), WEEKS * 7) * rate
    hours *= 1 if factor is None else np.repeat(factor, 24)
    sold = rng.poisson(rng.gamma(hours / 0.8, 0.8))
    places = np.sort(rng.choice(np.arange(24, len(sold) - 24), orders - 2, replace=False))
    places = np.r_[10, places, len(sold) - 5]
    before = np.r_[0, np.cumsum(sold)]
    start = pd.Timestamp("2023-01-09")
    rows = [(str(start + pd.Timedelta(hours=int(h))), str(5000 + before[h] + i)) for i, h in enumerate(places)]
    return own(*rows), sold.reshape(WEEKS, 168).sum(1)


def drawn(totals, weeks=8, seed=1, indicators=None):
    days = days_between(MONDAY, MONDAY + 7 * weeks)
    none = np.zeros((days.size, 0))
    return bridge(totals, [(totals.step, 1.0)], days, none, none if indicators is None else indicators, seed)


SPANS = Totals(
    spans=[
        Span(start=MONDAY + 3.5, end=MONDAY + 20.3, rise=1201, own=1),
        Span(start=MONDAY + 20.3, end=MONDAY + 21.0, rise=61, own=1),
        Span(start=MONDAY + 30.0, end=MONDAY + 52.8, rise=1801, own=1),
    ],
    step=1,
)


def test_every_draw_adds_up_to_every_counted_span():
    found = drawn(SPANS)
    for span, total in enumerate([1200, 60, 1800]):
        assert (found.cells[found.cell_span == span].sum(0) == total).all()
    assert (found.invoices.sum(0) >= 3060).all()


def test_the_same_input_gives_the_same_bytes():
    assert drawn(SPANS).invoices.tobytes() == drawn(SPANS).invoices.tobytes()
    assert drawn(SPANS).invoices.tobytes() != drawn(SPANS, seed=2).invoices.tobytes()


def test_a_week_between_two_orders_has_no_width():
    span = Span(start=MONDAY + 7.0, end=MONDAY + 14.0, rise=501, own=1)
    before = Span(start=MONDAY + 0.0, end=MONDAY + 7.0, rise=401, own=1)
    found = drawn(Totals(spans=[before, span], step=1), weeks=3)
    assert (found.invoices[0] == 400).all()
    assert (found.invoices[1] == 500).all()
    assert found.invoices[2].std() > 20


def test_two_possible_steps_are_mixed_into_the_draws():
    days, none = days_between(MONDAY, MONDAY + 21), np.zeros((21, 0))
    span = Span(start=MONDAY + 0.0, end=MONDAY + 21.0, rise=1002, own=1)
    found = bridge(Totals(spans=[span], step=1), [(1, 0.7), (2, 0.3)], days, none, none, 1)
    assert set(np.unique(found.totals)) == {1001, 500}
    assert 0.25 < (found.totals == 500).mean() < 0.35


def test_unsure_times_move_the_totals():
    sure, unsure = drawn(SPANS), drawn(Totals(spans=SPANS.spans, step=1, clock_error=1.0))
    assert sure.totals.std(axis=1).max() == 0
    assert unsure.totals.std(axis=1).min() > 10


def test_without_a_span_there_is_nothing_to_bridge():
    with pytest.raises(ValueError, match="at least one"):
        drawn(Totals(spans=[], step=1))


def test_an_indicator_that_fits_helps_and_one_that_does_not_is_left_out():
    wave = np.sin(np.arange(26 * 7) / 20)
    edges = MONDAY + np.arange(0, 26 * 7 + 1, 9.0)
    counts = [round(60 * float(np.exp(wave[int(a - MONDAY) : int(b - MONDAY)]).sum())) for a, b in pairwise(edges)]
    spans = [Span(start=a, end=a + 9, rise=n + 1, own=1) for a, n in zip(edges, counts, strict=False)]
    noise = np.random.default_rng(5).normal(0, 1, wave.size)
    helps = drawn(Totals(spans=spans, step=1), 26, indicators=np.column_stack([wave, noise - noise.mean()])).helps
    assert helps[0] > 0.8
    assert helps[1] < 0.5


def test_weekly_intervals_hold_the_truth_as_often_as_they_say():
    held = []
    for seed in range(12):
        orders, truth = shop(seed)
        series = weekly_series(infer(orders), NOWHERE, weeks=(pd.Timestamp("2023-01-09"), pd.Timestamp("2023-07-10")))
        low, high = np.quantile(series.invoices, [0.025, 0.975], axis=1)
        held += list(((low <= truth) & (truth <= high))[series.inside])
    assert 0.92 <= np.mean(held) <= 1.0


def test_a_burst_nobody_knew_of_widens_its_stretch_and_not_the_others():
    factor = np.ones(WEEKS * 7)
    factor[90:94] = 5.0
    orders, truth = shop(3, orders=14, factor=factor)
    weeks = (pd.Timestamp("2023-01-09"), pd.Timestamp("2023-07-10"))
    series = weekly_series(infer(orders), NOWHERE, weeks=weeks)
    low, high = np.quantile(series.invoices, [0.025, 0.975], axis=1)
    assert low[12] <= truth[12] <= high[12]
    far = [week for week in range(1, WEEKS - 1) if abs(week - 12) > 6]
    assert (high - low)[far].mean() < 0.5 * (high - low)[12]


def test_on_a_closed_day_nothing_is_sold():
    orders, _ = shop(4)
    closed = tuple(date(2023, 2, 6) + timedelta(days=n) for n in range(7))
    series = weekly_series(infer(orders), NOWHERE, calendar=Calendar(closed=closed))
    assert series.invoices[4].max() == 0


def test_a_declared_event_draws_invoices_to_its_week():
    orders, _ = shop(5, orders=6)
    sale = Calendar(events=(Event(start=date(2023, 4, 3), days=5, label="sale"),))
    plain, known = (weekly_series(infer(orders), NOWHERE, calendar=calendar) for calendar in (Calendar(), sale))
    assert known.invoices[12].mean() > 1.1 * plain.invoices[12].mean()


def test_orders_are_a_range_and_ratios_use_the_joint_draws():
    orders, _ = shop(6)
    shops = presence(("2023-01-09", ["a", "b"]), ("2023-04-09", ["a", "b", "c"]), ("2023-07-09", ["a", "b", "c"]))
    series = weekly_series(infer(orders), shops)
    table = weekly_estimates("shop", series, 10, zone="Europe/Amsterdam", assumptions=DEFAULTS)
    week = table[table["from_utc"] == pd.Timestamp("2023-03-05T23:00")].set_index("quantity")
    assert week.loc["orders", "low"] < 0.6 * week.loc["invoices", "value"] < week.loc["orders", "high"]
    assert pd.isna(week.loc["orders", "value"])
    assert week.loc["location_days", "low"] <= 14 <= week.loc["location_days", "high"] <= 23
    assert week.loc["pickup_orders_per_location_day", "low"] == 0
    assert (table["quantity"] == "growth_per_week").sum() == 1


def test_a_counter_with_three_orders_has_no_weekly_figures():
    with pytest.raises(ValueError, match="no weekly figures"):
        weekly_series(infer(shop(7, orders=3)[0]), NOWHERE)


def test_shares_of_a_day_follow_its_course_and_add_up():
    days = Days(first=MONDAY, size=3, shut=np.array([False, True, False]), hours=OFFICE)
    assert days.shares(MONDAY + 0.5, MONDAY + 3.0).tolist() == pytest.approx([6 / 11, 0, 1])
    assert list(days.weekday) == [0, 1, 2]


def test_kernels_draw_what_they_say():
    kernels = Kernels(days=days_between(MONDAY, MONDAY + 28))
    for cov, draws in zip(kernels.times(np.eye(28)), kernels.sample(np.random.default_rng(1), 20_000), strict=True):
        assert np.abs(np.cov(draws) - cov).max() < 0.12 * max(1, cov.max())


def test_parts_of_a_total_are_never_negative_and_add_up():
    rng = np.random.default_rng(1)
    span = np.array([0, 0, 0, 1, 1])
    counts = allocate(rng, np.full((2, 50), 17), span, rng.gamma(1, 10, (5, 50)), np.full(50, 2.0))
    assert counts.min() >= 0
    assert (counts[:3].sum(0) == 17).all()
    assert (counts[3:].sum(0) == 17).all()


def test_a_range_of_no_width_has_the_usual_interval_and_a_wide_one_a_one_sided():
    draws = np.random.default_rng(1).normal(100, 1, (1, 100_000))
    assert imbens_manski(draws, draws)[:, 0] == pytest.approx([98.04, 101.96], abs=0.03)
    assert imbens_manski(draws, 2 * draws)[0, 0] == pytest.approx(98.355, abs=0.03)


def test_the_slope_of_a_steady_growth_is_found():
    counts = np.round(1000 * np.exp(0.01 * np.arange(30)))[:, None]
    assert poisson_slopes(counts)[0] == pytest.approx(0.01, abs=1e-4)
