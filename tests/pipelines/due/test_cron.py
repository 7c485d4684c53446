"""Cron on the retailer's clock: days on which clocks change neither double nor skip a look."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.clock import to_local
from pipelines.due.cron import Cron

CHANGES = {
    "Europe/Amsterdam": (date(2025, 3, 30), date(2025, 10, 26)),
    "America/New_York": (date(2025, 3, 9), date(2025, 11, 2)),
    "Australia/Lord_Howe": (date(2025, 10, 5), date(2025, 4, 6)),  # by half an hour
}
DAYS = [(zone, day) for zone, days in CHANGES.items() for day in days]


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


def around(day: date, zone: str) -> tuple[datetime, datetime]:
    """From the local midnight before the day before to that after the day after."""
    ends = (datetime.combine(day + timedelta(days=n), datetime.min.time(), ZoneInfo(zone)) for n in (-1, 2))
    begin, end = (end.astimezone(UTC).replace(tzinfo=None) - timedelta(seconds=1) for end in ends)
    return begin, end


@pytest.mark.parametrize(("zone", "day"), DAYS)
@pytest.mark.parametrize("expression", ["30 2 * * *", "0 2 * * *", "45 1 * * *", "15 3 * * *"])
def test_a_look_at_night_comes_once_a_day_on_days_when_clocks_change(zone, day, expression):
    due = Cron(expression, zone).between(*around(day, zone))
    assert [to_local(instant, zone).date() for instant in due] == [day + timedelta(days=n) for n in (-1, 0, 1)]


def test_a_time_that_comes_twice_is_the_first_and_one_left_out_comes_an_hour_later():
    nightly = Cron("30 2 * * *", "Europe/Amsterdam")
    assert nightly.after(at("2025-10-25T12:00")) == at("2025-10-26T00:30")
    assert nightly.after(at("2025-03-29T12:00")) == at("2025-03-30T01:30")


@pytest.mark.parametrize(("zone", "day"), DAYS)
def test_looks_of_every_half_hour_go_on_through_the_night(zone, day):
    due = Cron("*/30 * * * *", zone).between(*around(day, zone))
    assert {later - earlier for earlier, later in pairwise(due)} == {timedelta(minutes=30)}


@given(st.datetimes(at("2024-12-01T00:00"), at("2026-02-01T00:00")), st.sampled_from([*CHANGES]))
def test_whoever_asks_whenever_computes_the_same_due_times(now, zone):
    nightly = Cron("30 2 * * *", zone)
    assert nightly.last(now) <= now < nightly.after(now)
    assert nightly.after(nightly.last(now)) == nightly.after(now)
    assert nightly.last(nightly.after(now)) == nightly.after(now)


def test_days_of_the_week_are_counted_as_cron_counts_them():
    monday, saturday, sunday = (
        Cron(f"0 9 * * {days}", "UTC").after(at("2025-01-07T00:00")).weekday() for days in ("1", "6", "7")
    )
    assert (monday, saturday, sunday) == (0, 5, 6)
    week = Cron("0 9 * * 1-5", "UTC").between(at("2025-01-06T00:00"), at("2025-01-13T00:00"))
    assert [due.weekday() for due in week] == [0, 1, 2, 3, 4]


def test_the_period_is_the_longest_wait():
    assert Cron("0 9 * * 1-5", "UTC").period(at("2025-01-06T00:00")) == timedelta(days=3)
    assert Cron("0 9 1 * *", "UTC").period(at("2025-01-06T00:00")) == timedelta(days=31)


@pytest.mark.parametrize("words", ["* * * *", "61 * * * *", "0 9 * * 8", "0 9 1 * 1", "0 9 * * noday", "", "a b c d e"])
def test_what_is_no_cron_expression_is_refused(words):
    with pytest.raises(ValueError, match=r"."):
        Cron(words, "UTC")
