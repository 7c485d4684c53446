import csv
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from analysis.estimators.counter.check_digit import check_digits, luhn
from analysis.estimators.counter.inference import DIAGNOSTIC_COLUMNS, diagnostics, infer
from analysis.estimators.counter.jump import jumps
from tests.analysis.estimators.worlds import own

SEQUENCES = Path(__file__).parents[4] / "shared/fixtures/sequences"
DATES = pd.to_datetime(
    [
        "2023-01-09T10:00",
        "2023-01-20T13:00",
        "2023-02-14T09:00",
        "2023-03-02T18:00",
        "2023-03-29T12:00",
        "2023-04-21T15:00",
    ]
)
HOURS = np.asarray((DATES - DATES[0]) / pd.Timedelta(hours=1))


def verdict(numbers, dates=DATES):
    return infer(own(*((str(at), str(number)) for at, number in zip(dates, numbers, strict=True))))


def counted(rate=4.0, start=1000, wobble=(0, 9, -14, 22, 5, -8)):
    return [start + round(rate * hour) + off for hour, off in zip(HOURS, wobble, strict=True)]


def test_numbers_that_rise_with_time_are_a_counter():
    found = verdict(counted())
    assert found.verdict == "counter"
    assert found.estimable
    assert sum(span.count(1) for span, _ in found.spans) == counted()[-1] - counted()[0] - 5


def test_random_ids_are_not():
    assert verdict([734501, 120934, 998123, 450021, 300457, 610922]).verdict == "not_counter"


@pytest.mark.parametrize("form", ["%y%m%d%H%M%S", "unix"])
def test_a_clock_is_not_a_counter(form):
    texts = [str(int(at.timestamp())) if form == "unix" else at.strftime(form) for at in DATES]
    found = verdict(texts)
    assert found.verdict == "not_counter"
    assert "date" in found.counters[0].detail[0] or "unix" in found.counters[0].detail[0]


def test_three_orders_may_show_a_counter_but_no_weekly_figures():
    found = verdict(counted(start=100_000)[:3], DATES[:3])
    assert found.verdict == "counter"
    assert not found.estimable


def test_a_check_digit_is_dropped():
    numbers = [next(int(f"{n}{d}") for d in range(10) if luhn(int(f"{n}{d}"))) for n in counted()]
    found = verdict(numbers)
    assert "Luhn" in found.counters[0].detail[0]
    assert [span.rise for span, _ in found.spans] == list(np.diff(counted()))
    assert check_digits([123, 124, 125]) == ("", 0)


def test_the_step_is_learnt_and_kept_open_where_two_steps_fit():
    steps = verdict([10 * n for n in counted()]).counters[0].steps
    assert next(iter(steps)) == 10


def test_a_counter_that_starts_again_each_month_is_counted_from_the_turn():
    numbers = [round(4 * (at - at.to_period("M").start_time) / pd.Timedelta(hours=1)) + 1 for at in DATES]
    found = verdict(numbers)
    assert found.verdict == "counter"
    assert "each month" in found.counters[0].detail[0]
    assert len(found.spans) == 5  # one from each turn to the order after it, one within January and within March


def test_two_labels_are_two_counters_each_with_its_own_spans():
    labels = ["NL-", "DE-", "NL-", "DE-", "NL-", "DE-"]
    found = verdict([f"{label}{number}" for label, number in zip(labels, counted(), strict=True)])
    assert found.verdict == "multiple"
    assert sorted({span.chain for span, _ in found.spans}) == [0, 1]


def test_two_counters_without_labels_are_told_apart():
    numbers = [n + (40_000 if i in (1, 2, 5) else 0) for i, n in enumerate(counted())]
    found = verdict(numbers)
    assert found.verdict == "multiple"
    assert len(found.spans) == 4


def test_a_series_seen_once_is_said_and_nothing_is_estimated():
    found = verdict(["NL-9", *(f"DE-{n}" for n in counted()[1:])])
    assert found.verdict == "multiple"
    assert not found.estimable


def test_numbers_given_late_make_the_times_unsure_not_the_counter_wrong():
    rng = np.random.default_rng(3)
    dates = pd.date_range("2023-01-02", periods=30, freq="3D")
    found = verdict(np.round(1000 + 4 * (np.arange(30) * 72 + rng.gamma(2, 30, 30))).astype(int), dates)
    assert found.verdict == "counter"
    assert found.counters[0].clock_error > 0


def test_a_jump_counts_nothing():
    numbers = [n + (500_000 if i > 3 else 0) for i, n in enumerate(counted())]
    found = verdict(numbers)
    assert found.verdict == "counter"
    assert len(found.spans) == 4
    assert not jumps(np.array([10.0, 10, 10]), np.array([900.0, 1500, 1000])).any()


def test_the_diagnostic_says_what_led_to_the_verdict():
    table = diagnostics("shop", verdict(counted()))
    assert tuple(table.columns) == DIAGNOSTIC_COLUMNS
    assert table["detail"].iloc[0]


def test_random_ids_are_called_a_counter_no_oftener_than_the_level():
    rng = np.random.default_rng(7)
    called = sum(verdict(rng.integers(10**7, 10**8, 6)).verdict in ("counter", "multiple") for _ in range(200))
    assert called <= 8


@pytest.mark.skipif(not SEQUENCES.exists(), reason="needs ../shared/fixtures")
def test_real_order_numbers_that_are_no_counter_are_refused():
    with (SEQUENCES / "amazon_order_numbers_control/observations.csv").open() as file:
        rows = [(row["order_date"], row["order_number"]) for row in csv.DictReader(file)]
    assert not infer(own(*rows)).estimable


@pytest.mark.skipif(not SEQUENCES.exists(), reason="needs ../shared/fixtures")
def test_a_real_counter_whose_numbers_lag_is_recognised_from_dozens_of_own_orders():
    table = pd.read_csv(SEQUENCES / "pr_numbers_univaf/observations.csv").iloc[::40]
    dates = pd.to_datetime(table["merged_at"], utc=True).dt.tz_localize(None)
    assert verdict(table["number"], dates).verdict == "counter"


def test_numbers_that_servers_reserve_in_blocks_make_a_counter_with_unsure_times():
    rng = np.random.default_rng(11)
    dates = pd.date_range("2023-01-02T12:00", periods=24, freq="97h")
    true = 1000 + 60 * np.arange(24) * 97 / 24
    block, server = 50, rng.integers(0, 3, 24)
    numbers = (true // (3 * block) * 3 * block + server * block + (true % (3 * block)) / 3).astype(int)
    found = verdict(numbers, dates)
    assert found.verdict == "counter"


@pytest.mark.parametrize("calendar", ["Q", "Y"])
def test_a_counter_that_starts_again_each_quarter_or_year_is_counted_from_the_turn(calendar):
    dates = pd.date_range("2022-10-05T12:00", periods=10, freq="23D")
    starts = dates.to_period(calendar).start_time
    first = 5000 if calendar == "Y" else 0
    numbers = np.round(30 * ((dates - starts) / pd.Timedelta(days=1)) + 1 + first * (starts == starts[0])).astype(int)
    found = verdict(numbers, dates)
    assert found.verdict == "counter"
    assert any(
        span.start in {(start - pd.Timestamp(0)) / pd.Timedelta(days=1) for start in starts} for span, _ in found.spans
    )
