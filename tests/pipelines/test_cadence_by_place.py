"""Looks planned location by location: within the budget, oftener where more happens, and no location forgotten."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.due.by_place import ByPlace
from pipelines.due.cadence import Cadence
from pipelines.due.jitter import Jittered
from pipelines.due.planned import Planned
from pipelines.due.shares import Happened, Learnt, shares
from pipelines.due.window import Windowed

DAY = date(2025, 1, 7)
FIVE = ("a", "b", "c", "d", "e")
ZONE = "Europe/Amsterdam"


def plan(budget: int = 480, places: tuple[str, ...] = FIVE, *, learnt: dict | None = None, **words) -> ByPlace:
    cadence = Cadence(budget_per_day=budget, cutoffs=(time(20),), releases=(time(12),))
    known = (Learnt(from_date=date(2025, 1, 1), requests=1, shares=tuple((learnt or {}).items())),) if learnt else ()
    given_words = {"cadence": cadence, "timezone": ZONE, "asked": places, "requests": 1, "seconds": 0.0}
    return ByPlace(**given_words | {"learnt": known} | words)


def local_hours(times: list[datetime], begin: int, end: int) -> list[datetime]:
    """Those of a winter's day from one local hour to another."""
    return [at for at in times if begin <= (at + timedelta(hours=1)).hour < end]


def times_of(planned: ByPlace, place: str, day: date = DAY) -> list[datetime]:
    return [found.at_utc for found in planned.on(day) if place in found.places]


def gaps(times: list[datetime]) -> list[timedelta]:
    return [later - earlier for earlier, later in pairwise(times)]


worth = st.dictionaries(st.sampled_from(FIVE), st.floats(0.25, 4))


@given(
    st.integers(1, 4000), st.integers(1, 40), st.integers(0, 2), worth, st.dates(date(2025, 1, 1), date(2025, 12, 31))
)
def test_no_day_costs_more_than_its_budget(budget, requests, beside, learnt, day):
    planned = plan(budget, requests=requests, learnt=learnt, beside=beside)
    planned = replace(planned, learnt=tuple(replace(known, requests=requests) for known in planned.learnt))
    rounds = planned.on(day)
    assert sum(len(found.places) * requests + beside for found in rounds) <= budget
    assert {planned.local_day(found.at_utc) for found in rounds} <= {day}
    assert all(later.at_utc > earlier.at_utc for earlier, later in pairwise(rounds))


@given(st.integers(5, 4000), worth, st.dates(date(2025, 1, 1), date(2025, 12, 31)))
def test_each_location_is_looked_at_every_day_where_the_budget_allows_it(budget, learnt, day):
    assert all(times_of(plan(budget, learnt=learnt), place, day) for place in FIVE)


@given(st.integers(1, 4))
def test_locations_take_turns_where_the_budget_does_not_allow_each_every_day(budget):
    days = [plan(budget).looks(DAY + timedelta(days=n)) for n in range(5)]
    assert all(sum(looks.values()) == budget for looks in days)
    assert {place for looks in days for place in looks} == set(FIVE)


def test_a_budget_below_one_look_is_said_and_never_due():
    poor = plan(3, requests=4)
    assert "never: a look at a location costs 4 requests" in poor.in_words(datetime.fromisoformat("2025-01-07"))
    assert poor.last(datetime.fromisoformat("2025-01-07")) is None


def test_where_nothing_is_known_all_are_looked_at_when_an_even_plan_would():
    planned = plan(480)
    even = Planned(cadence=planned.cadence, timezone=ZONE, requests=5)
    assert [found.at_utc for found in planned.on(DAY)] == list(even.on(DAY))
    assert {planned.places(found.at_utc) for found in planned.on(DAY)} == {None}


@pytest.mark.parametrize("place", ["a", "c"])
def test_looks_are_closer_before_a_cutoff_and_after_a_release_and_rare_at_night(place):
    times = times_of(plan(960, learnt={"a": 4.0}), place)
    near_cutoff, near_release, by_day, at_night = (
        len(local_hours(times, *hours)) / (hours[1] - hours[0]) for hours in ((19, 20), (12, 13), (8, 11), (0, 6))
    )
    assert min(near_cutoff, near_release) > 2 * by_day
    assert at_night < by_day / 2


def test_a_location_where_more_happens_is_looked_at_oftener():
    looks = plan(learnt={"a": 4.0, "b": 0.25}).looks(DAY)
    assert looks["a"] > 3 * looks["c"] > 3 * looks["b"]


def test_rounds_are_as_many_as_the_busiest_location_needs_and_of_one_size():
    places = tuple(f"{n:02d}" for n in range(40))
    planned = plan(1200, places, learnt={place: 0.25 + 3.75 * number / 39 for number, place in enumerate(places)})
    rounds = planned.on(DAY)
    assert len(rounds) == max(planned.looks(DAY).values())
    sizes = [len(found.places) for found in rounds]
    assert max(sizes) - min(sizes) <= 0.35 * len(places)
    assert max(gaps(times_of(planned, "39"))) < max(gaps(times_of(planned, "00")))


@pytest.mark.parametrize(("day", "hours"), [(date(2025, 3, 30), 23), (date(2025, 10, 26), 25)])
def test_the_day_on_which_clocks_change_neither_doubles_nor_skips(day, hours):
    planned = plan(10_000, ("a",), cadence=Cadence(budget_per_day=10_000, at_night=1.0))
    times = times_of(planned, "a", day)
    assert len(times) == len(set(times)) == hours * 60
    around = planned.between(times[0] - timedelta(days=1), times[-1] + timedelta(days=1))
    assert around == sorted(set(around))
    assert set(gaps(around)) == {timedelta(minutes=1)}


def test_a_round_is_over_before_the_next_begins():
    planned = plan(480, seconds=60.0)
    assert min(gaps([found.at_utc for found in planned.on(DAY)])) >= timedelta(minutes=5)


def test_what_is_learnt_changes_no_day_before_it_is_gone_by():
    before = plan(learnt={"a": 4.0})
    later = Learnt(from_date=DAY + timedelta(days=1), requests=2, shares=(("b", 4.0),))
    after = replace(before, learnt=(later, *before.learnt))
    assert after.on(DAY) == before.on(DAY)
    assert after.on(DAY + timedelta(days=1)) != before.on(DAY + timedelta(days=1))


def test_locations_wait_with_their_due_time_for_the_window_and_for_the_jitter():
    planned = plan(learnt={"a": 4.0})
    windowed = Windowed(timetable=planned, opens=time(9), closes=time(21), timezone=ZONE)
    moved = Jittered(timetable=windowed, spider="shop.slots", most=timedelta(minutes=7))
    times = moved.between(datetime.fromisoformat("2025-01-07"), datetime.fromisoformat("2025-01-08"))
    found = [moved.places(at) or set(FIVE) for at in times]
    assert max(map(len, found[:3])) == len(FIVE)  # all that was due at night
    together = [place for places in found for place in places]
    assert together.count("a") > 2 * together.count("b") > 0


def test_shares_follow_what_happened_and_stay_between_a_quarter_and_four():
    quiet, busy = Happened(changes=5, hours=600), Happened(changes=900, hours=600)
    found = shares({"busy": busy, **{str(n): quiet for n in range(99)}, "new": Happened(changes=0, hours=0)})
    assert found["busy"] == 4
    assert 0.25 <= found["0"] < found["new"] == 1
    assert set(shares(dict.fromkeys("ab", Happened(changes=0, hours=9))).values()) == {1.0}


def test_a_location_seen_little_is_taken_for_one_of_all():
    long, short = Happened(changes=2000, hours=500), Happened(changes=4, hours=1)
    found = shares({"long": long, "short": short, "other": Happened(changes=0, hours=500)})
    assert abs(found["short"] - 1) < abs(found["long"] - 1)
