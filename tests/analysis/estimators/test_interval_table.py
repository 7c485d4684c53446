import json
from itertools import pairwise
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.estimators.assumptions import DEFAULTS
from analysis.estimators.interval_estimates import interval_estimates
from analysis.estimators.interval_table import INTERVAL_COLUMNS, interval_table
from tests.analysis.estimators.worlds import NOWHERE, own, presence

RETAIL = Path(__file__).parents[4] / "shared/fixtures/sequences/online_retail_2010-12_2011-04/expected.json"


def test_the_invoices_of_others_are_the_difference_less_ones_own():
    table = interval_table("shop", own(("2024-01-01", "100"), ("2024-01-11", "151"), ("2024-01-21", "201")), NOWHERE)
    assert tuple(table.columns) == INTERVAL_COLUMNS
    assert list(table["invoices"]) == [50, 49, 99]
    assert list(table["own_numbers"]) == [1, 1, 2]
    assert table["flags"].iloc[-1] == "whole_span no_exposure"


def test_two_numbers_of_one_order_bound_the_intervals_from_both_sides():
    rows = own(
        ("2024-01-01", "100", "x"), ("2024-01-11", "151", "y"), ("2024-01-11", "153", "y"), ("2024-01-21", "200")
    )
    table = interval_table("shop", rows, NOWHERE)
    assert list(table["number_from"]) == [100, 153, 100]
    assert list(table["invoices"]) == [50, 46, 97]


def test_a_number_without_a_time_is_taken_off_where_it_lies():
    table = interval_table("shop", own(("2024-01-01", "100"), ("", "120"), ("2024-01-11", "151")), NOWHERE)
    assert list(table["own_numbers"]) == [2, 2]


def noted(number, issued="2024-01-06"):
    rows = own(("2024-01-01", "F-100"), ("2024-01-31", "F-201"), (issued, number))
    return rows.assign(credit_note=[False, False, True])


def test_a_credit_note_of_the_same_counter_is_an_own_number_and_no_order():
    table = interval_table("shop", noted("F-120"), NOWHERE)
    assert list(table["invoices"]) == list(interval_table("shop", noted("F-120", ""), NOWHERE)["invoices"]) == [99, 99]
    assert list(table["number_from"]) == [100, 100]


@pytest.mark.parametrize("number", ["C-120", "F-20", "F-7000"])
def test_a_credit_note_of_a_counter_of_its_own_is_not_taken_off(number):
    table = interval_table("shop", noted(number, "2024-01-16"), NOWHERE)
    assert set(table["series"]) == {"F-{number}"}
    assert list(table["invoices"]) == [100, 100]


def test_a_fall_of_the_number_counts_nothing_and_says_so():
    table = interval_table("shop", own(("2024-01-01", "500"), ("2024-01-11", "90"), ("2024-01-21", "201")), NOWHERE)
    assert list(table["flags"]) == ["fall no_exposure", "no_exposure", "whole_span fall no_exposure"]
    assert list(table["invoices"].isna()) == [True, False, True]


def test_another_year_in_the_number_starts_another_count():
    rows = own(("2023-12-01", "2023-0500"), ("2023-12-21", "2023-0600"), ("2024-01-11", "2024-0900"))
    assert list(interval_table("shop", rows, NOWHERE)["invoices"].isna()) == [False, True, True]


def test_ranges_stay_bounds():
    shops = presence(("2024-01-01", ["a"]), ("2024-01-11", ["a", "b"]))
    assumed = DEFAULTS.override("A4", (0.25, 1.0), source="own basket").override("A5", (0.0, 0.2), source="help page")
    row = interval_table("shop", own(("2024-01-01", "100"), ("2024-01-11", "201")), shops, assumed).iloc[0]
    assert (row["orders_low"], row["orders_high"]) == (pytest.approx(40), pytest.approx(80))
    assert row["orders_per_location_day_low"] == pytest.approx(40 / 20)
    assert row["orders_per_location_day_high"] == pytest.approx(80 / 10)
    assert row["average_active_locations"] == pytest.approx(1.5)


def test_figures_are_counted_or_bounded_and_a_bound_has_no_value():
    shops = presence(("2024-01-01", ["a"]), ("2024-01-11", ["a", "b"]))
    found = interval_estimates(interval_table("shop", own(("2024-01-01", "100"), ("2024-01-11", "201")), shops))
    pair = found[found["n"] == 2].drop_duplicates("quantity").set_index("quantity")
    assert pair.loc["invoices", ["value", "low", "high", "method"]].tolist() == [100, 100, 100, "counted"]
    assert pair["value"].isna().to_dict() == {
        "invoices": False,
        "orders": True,
        "location_days": False,
        "orders_per_location_day": True,
        "pickup_orders_per_location_day": True,
    }
    assert (found["level"] == 1).all()


@given(st.lists(st.integers(0, 10**30), min_size=2, max_size=8))
def test_no_count_is_ever_negative(numbers):
    rows = own(*((f"2024-01-{i + 1:02d}", str(number)) for i, number in enumerate(numbers)))
    table = interval_table("shop", rows, NOWHERE)
    assert (table["invoices"].dropna() >= 0).all()


@pytest.mark.skipif(not RETAIL.exists(), reason="needs ../shared/fixtures")
def test_the_shop_with_known_truth_is_counted_exactly():
    expected = json.loads(RETAIL.read_text())
    orders = own(*((row["issued_at"], row["invoice_number"]) for row in expected["sparse_test_orders"]))
    table = interval_table("shop", orders, NOWHERE)
    truth = [row["counter_increment"] - 1 for row in expected["sparse_truth_intervals"]]
    assert list(table["invoices"])[:-1] == truth
    assert table["invoices"].iloc[-1] == sum(truth)
    assert all(a <= b for a, b in pairwise(pd.to_datetime(table["from_utc"])[:-1]))
