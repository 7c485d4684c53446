"""A shop watched location by location over HTTP: learnt, planned, looked at, loaded, and bounded beside its truth."""

import json
from datetime import UTC, date, datetime, timedelta

import numpy as np
import pandas as pd
import pytest

from pipelines import budget, clock, warehouse
from pipelines.ask import rows_of
from pipelines.cli.collecting import collect_here
from pipelines.cli.composition import Workspace
from pipelines.cli.posting import posted
from pipelines.cli.rounds import due_then, plan_rows
from pipelines.cli.steps import build_step, load_step
from pipelines.cli.timetables import asked, timetable
from pipelines.due import ledger
from pipelines.due.learning import learnt
from sandbox.server import serving
from sandbox.shop import Shop
from sandbox.truth import slots_day
from sandbox.world import draw_world

DAY, BUDGET = date(2025, 1, 15), 96
DECLARATION = """
name = "Kade"
country = "NL"
timezone = "Europe/Amsterdam"
url = "{url}"
delay_seconds = 0

[[sources]]
kind = "slots"
platform = "json_calendar"
expect = {{ min = 1 }}
cadence = {{ budget_per_day = {budget}, cutoffs = ["20:00"] }}

[sources.options]
url = "/api/slots?location={{location_ref}}"
items = "slots"
locations = {refs}
"""


@pytest.fixture
def shop():
    shop = Shop(draw_world(np.random.default_rng(3), weeks=5))
    with serving(shop) as url:
        yield shop, url


@pytest.fixture
def refs(shop) -> list[str]:
    """Own shops, where much happens, and partners, where little does."""
    kinds = {place.ref: place.habit.kind for place in shop[0].world.network.locations}
    own, partner = ([ref for ref, kind in kinds.items() if kind == of] for of in ("own", "partner"))
    return [*own[:3], *partner[:5]]


@pytest.fixture
def watched(tmp_path, shop, refs):
    (tmp_path / "retailers").mkdir()
    words = DECLARATION.format(url=shop[1], budget=BUDGET, refs=refs)
    (tmp_path / "retailers" / "kade.toml").write_text(words.replace("'", '"'))
    return tmp_path


def at(shop: Shop, moment: datetime) -> None:
    shop.set_now(moment.replace(tzinfo=UTC))
    clock.pin(moment)


def ask(home, sql: str) -> list[tuple]:
    with warehouse.writing(home) as con:
        return [tuple(row.values()) for row in rows_of(con, sql)]


def know(home, worth: dict[str, float]) -> None:
    """Write down what was learnt long ago."""
    with ledger.writing(home) as notes:
        notes.ask("learn", spider="kade.slots", from_date="2025-01-01", requests=1, shares=json.dumps(worth))


def look_and_learn(home, shop: Shop, retailer, source) -> None:
    """Look at all of it by hand on the days before, and learn two days ahead of the day that is planned."""
    for hours in range(-48, -27, 3):
        at(shop, datetime.combine(DAY, datetime.min.time()) + timedelta(hours=hours))
        assert collect_here(home, retailer, source).problem is None
    list(load_step(home))
    build_step(home)


def rounds_of_the_day(home, shop: Shop, retailer, source) -> int:
    """Do what the daemon does when a due time has come, for a local day."""
    rounds, now = 0, datetime.combine(DAY, datetime.min.time()) - timedelta(hours=1)
    while (now := timetable(home, retailer, source).after(now)) < datetime.combine(DAY, datetime.max.time()):
        at(shop, now)
        posted(home)
        rounds += collect_here(home, retailer, source, due=True) is not None
    return rounds


def test_locations_of_a_round_at_which_nobody_looked_are_asked_with_the_next(watched, refs):
    (retailer, source), *_ = Workspace(watched).sources(("kade.slots",))
    know(watched, dict(zip(refs, (4.0, 2.0, 1.0, 0.5, 0.25, 0.25, 0.25, 0.25), strict=True)))
    times = timetable(watched, retailer, source)
    early, missed, late = times.between(datetime(2025, 1, 15, 9), datetime(2025, 1, 15, 18))[:3]  # noqa: DTZ001
    own = [times.places(due) for due in (early, missed, late)]
    with ledger.writing(watched) as notes:
        notes.note("kade.slots", early, "ran", early, run_id="1")
        notes.note("kade.slots", missed, "missed", late)
    clock.pin(late)
    assert not own[1] <= own[2]
    assert due_then(watched, retailer, source, times, late) == own[1] | own[2]
    with ledger.writing(watched) as notes:
        notes.note("kade.slots", missed, "ran", late, run_id="2")
    assert due_then(watched, retailer, source, times, late) == own[2]


def test_a_budget_that_pays_for_some_locations_only_is_spent_on_those_that_are_due(watched, shop, refs):
    (retailer, source), *_ = Workspace(watched).sources(("kade.slots",))
    know(watched, {refs[0]: 4.0})
    times = timetable(watched, retailer, source)
    due = times.between(datetime(2025, 1, 15, 9), datetime(2025, 1, 15, 18))[0]  # noqa: DTZ001
    clock.pin(due)
    budget.note(watched, shop[1].removeprefix("http://"), DAY, "kade.prices", BUDGET - 1 - len(times.places(due)))
    assert due_then(watched, retailer, source, times, due) == times.places(due)
    assert asked(watched, retailer, source).over_budget is None
    budget.note(watched, shop[1].removeprefix("http://"), DAY, "kade.prices", 1)
    assert "over the budget" in asked(watched, retailer, source).over_budget


def test_the_day_is_looked_at_as_planned_and_the_truth_lies_within_the_bounds(watched, shop, refs):
    (retailer, source), *_ = Workspace(watched).sources(("kade.slots",))
    look_and_learn(watched, shop[0], retailer, source)
    (known,) = learnt(watched, "kade.slots")
    assert (known.from_date, known.requests) == (DAY, 1)
    worth = dict(known.shares)
    assert min(worth[ref] for ref in refs[:3]) > max(worth[ref] for ref in refs[3:])

    at(shop[0], datetime.combine(DAY, datetime.min.time()))
    plan = {row["location"]: row["looks_a_day"] for row in plan_rows(watched, [(retailer, source)])}
    rounds = rounds_of_the_day(watched, shop[0], retailer, source)
    assert rounds >= max(plan.values()) - 1
    assert budget.spent(watched, shop[1].removeprefix("http://"), DAY) <= BUDGET
    assert {run.verdict for run in load_step(watched)} == {"complete"}

    looks = dict(ask(watched, f"SELECT looked_as, count(*) FROM core.slot_look WHERE local_date = '{DAY}' GROUP BY 1"))
    # The first round of all looks at every location, those included that were due when nobody asked.
    assert all(plan[ref] - 1 <= looks[ref] <= plan[ref] + 1 for ref in refs)
    truth = slots_day(shop[0]).set_index(["location", "local_date"])["taken"]
    days = ask(
        watched,
        "SELECT split_part(location_id, ':', 2), taken_low, taken_high FROM mart.slot_fill_day "
        f"WHERE local_date = '{DAY}'",
    )
    assert len(days) >= 3
    assert all(low <= truth[ref, DAY] <= high for ref, low, high in days if not pd.isna(high))
