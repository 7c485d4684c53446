"""Looks within a budget: never more than it pays for, closer where they show more, and no day is another's."""

from datetime import date, datetime, time, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from pipelines import budget
from pipelines.due.cadence import Cadence
from pipelines.due.claims import Asked, claimed, next_due
from pipelines.due.ledger import reading
from pipelines.due.planned import Planned
from pipelines.due.timetable import Every, Timetable
from spiders.declaration import Source

EVENING = Cadence(budget_per_day=480, cutoffs=(time(20),), releases=(time(12),))
DAY = date(2025, 1, 7)


def plan(cadence: Cadence = EVENING, requests: int = 4, **words) -> Planned:
    return Planned(cadence=cadence, timezone="Europe/Amsterdam", requests=requests, **words)


def taken(home: Path, now: datetime, timetable: Timetable) -> datetime | None:
    with claimed(home, Asked(spider="shop.slots", timetable=timetable, now_utc=now)) as due:
        return due


def due_next(home: Path, now: datetime, timetable: Timetable) -> datetime | None:
    with reading(home) as ledger:
        return next_due(ledger, Asked(spider="shop.slots", timetable=timetable, now_utc=now))


def gaps(polls: tuple[datetime, ...], begin: int, end: int) -> list[timedelta]:
    """Between looks from one local hour to another; local time is an hour ahead in winter."""
    inside = [poll for poll in polls if begin <= (poll + timedelta(hours=1)).hour < end]
    return [later - earlier for earlier, later in pairwise(inside)]


def test_looks_are_closer_before_a_cutoff_and_after_a_release_and_rare_at_night():
    polls = plan().on(DAY)
    near_cutoff, near_release, by_day, at_night = (
        gaps(polls, *hours) for hours in ((19, 20), (12, 13), (8, 11), (0, 6))
    )
    assert max(near_cutoff) < min(by_day)
    assert max(near_release) < min(by_day)
    assert max(by_day) < min(at_night)


@given(st.integers(1, 3000), st.integers(1, 60), st.dates(date(2025, 1, 1), date(2025, 12, 31)))
def test_a_day_never_costs_more_than_its_budget(limit, requests, day):
    polls = plan(Cadence(budget_per_day=limit, cutoffs=(time(20),)), requests).on(day)
    assert len(polls) * requests <= limit
    assert all(later - earlier >= timedelta(minutes=1) for earlier, later in pairwise(polls))
    assert {plan().local_day(poll) for poll in polls} <= {day}


def test_a_look_is_over_before_the_next_begins():
    polls = plan(requests=1, shortest=timedelta(minutes=7)).on(DAY)
    assert min(later - earlier for earlier, later in pairwise(polls)) >= timedelta(minutes=7)


@pytest.mark.parametrize(("day", "hours"), [(date(2025, 3, 30), 23), (date(2025, 10, 26), 25)])
def test_the_day_on_which_clocks_change_has_its_own_length(day, hours):
    polls = plan(Cadence(budget_per_day=10_000, at_night=1.0), requests=1).on(day)
    assert len(polls) == hours * 60


def test_a_budget_below_one_look_is_said_and_never_due():
    poor = plan(Cadence(budget_per_day=3), requests=4)
    assert "never: a look costs 4 requests" in poor.in_words(datetime.fromisoformat("2025-01-07"))
    assert poor.last(datetime.fromisoformat("2025-01-07")) is None


def test_a_planned_time_is_taken_once(tmp_path):
    now = datetime.fromisoformat("2025-01-07T19:30")
    assert taken(tmp_path, now, plan())
    assert not taken(tmp_path, now, plan())
    due = due_next(tmp_path, now, plan())
    assert now < due < now + timedelta(minutes=10)
    assert taken(tmp_path, due, plan())


def test_the_fixed_grid_is_as_before(tmp_path):
    now, grid = datetime.fromisoformat("2025-01-06T13:20"), Every(timedelta(hours=12))
    assert due_next(tmp_path, now, grid) == datetime.fromisoformat("2025-01-06T12:00")
    assert taken(tmp_path, now, grid)
    assert due_next(tmp_path, now, grid) == datetime.fromisoformat("2025-01-07T00:00")


def test_requests_of_all_sources_are_one_hosts(tmp_path):
    for spider, requests in (("shop.slots", 8), ("shop.prices", 40), ("shop.slots", 9)):
        budget.note(tmp_path, "shop.example:8080", DAY, spider, requests)
    assert budget.spent(tmp_path, "shop.example:8080", DAY) == 57
    assert budget.spent(tmp_path, "shop.example:8080", DAY + timedelta(days=1)) == 0
    assert budget.last_cost(tmp_path, "shop.example:8080", "shop.slots") == 9


@pytest.mark.parametrize("words", [{"budget_per_day": 0}, {"budget_per_day": 9, "at_night": 0}, {"budgetperday": 9}])
def test_words_that_are_no_cadence_are_refused(words):
    declared = {"kind": "slots", "platform": "json_api", "expect": {}, "cadence": words}
    with pytest.raises(ValidationError):
        Source.model_validate(declared)


def test_local_times_are_written_as_people_write_them():
    words = {"budget_per_day": 100, "cutoffs": ["20:00"], "night": ["22:30", "06:00"]}
    source = Source.model_validate({"kind": "slots", "platform": "json_api", "expect": {}, "cadence": words})
    assert source.cadence.cutoffs == (time(20),)
    assert source.cadence.weight(time(23)) == 0.25
