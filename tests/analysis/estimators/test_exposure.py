from math import isnan

import pandas as pd
import pytest

from analysis.estimators.exposure import location_days
from analysis.estimators.moments import day
from tests.analysis.estimators.worlds import NOWHERE, presence


def over(found, start, end):
    return location_days(found, day(pd.Timestamp(start)), day(pd.Timestamp(end)))


def test_a_location_seen_at_both_ends_counts_for_every_day_between():
    found = over(presence(("2024-01-01", ["a", "b"]), ("2024-01-11", ["a", "b"])), "2024-01-01", "2024-01-11")
    assert (found.low, found.value, found.high, found.carried) == (20, 20, 20, False)


def test_an_opening_between_two_snapshots_is_bounded_not_dated():
    found = over(presence(("2024-01-01", ["a"]), ("2024-01-11", ["a", "b"])), "2024-01-01", "2024-01-11")
    assert (found.low, found.value, found.high) == (10, pytest.approx(15), 20)


def test_internal_places_and_those_without_a_time_do_not_count():
    listed = ["a", "b:internal", "c:no_time"]
    assert over(presence(("2024-01-01", listed), ("2024-01-11", listed)), "2024-01-01", "2024-01-11").value == 10


def test_an_empty_snapshot_counts_as_none():
    found = over(presence(("2024-01-01", []), ("2024-01-11", ["a"])), "2024-01-01", "2024-01-11")
    assert (found.low, found.value, found.high) == (0, pytest.approx(5), 10)


def test_beyond_the_last_snapshot_it_is_carried_and_flagged():
    found = over(presence(("2024-01-01", ["a"]), ("2024-01-11", ["a"])), "2024-01-06", "2024-01-21")
    assert (found.value, found.carried) == (15, True)


def test_a_snapshot_that_lost_most_of_what_both_neighbours_list_is_a_failed_crawl():
    names = [f"n{i}" for i in range(10)]
    found = presence(("2024-01-01", names), ("2024-01-06", names[:3]), ("2024-01-11", names))
    assert found.failed == (pd.Timestamp("2024-01-06"),)
    assert over(found, "2024-01-01", "2024-01-11").low == 100


def test_without_any_snapshot_nothing_is_known():
    assert isnan(over(NOWHERE, "2024-01-01", "2024-01-11").value)
