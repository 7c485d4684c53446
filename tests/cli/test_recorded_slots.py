"""Others' recordings of slots become states through declared platforms, a run for each moment."""

import json
import shutil
from pathlib import Path

import pytest
from commands import Orderscope

RETAILERS = Path(__file__).parents[1] / "retailers"


@pytest.fixture(scope="module")
def orderscope(tmp_path_factory) -> Orderscope:
    home = tmp_path_factory.mktemp("home")
    shutil.copytree(RETAILERS, home / "retailers")
    return Orderscope(home)


@pytest.mark.parametrize(
    ("retailer", "case", "counted"),
    [
        ("nyc_sites_us", "nyc_site33_2021-01-29", "slots"),
        ("ny_state_us", "ny_state_sites_history", "events"),
    ],
)
def test_every_snapshot_holds_as_many_slots_as_were_recorded(orderscope, fixtures, retailer, case, counted):
    folder = fixtures / "slots" / case
    expected = json.loads((folder / "expected.json").read_text())["snapshots"]
    orderscope("import", retailer, "slots", folder / "snapshots", "--seen-at-pattern", "%Y%m%d-%H%M%S")
    runs = orderscope.rows(
        "sql", f"SELECT sightings, rejected FROM raw.run WHERE retailer = '{retailer}' ORDER BY started_utc"
    )
    assert [run["sightings"] for run in runs] == [snapshot[counted] for snapshot in expected]
    assert not any(run["rejected"] for run in runs)


def test_states_hold_the_places_and_capacities_of_the_recording(orderscope, fixtures):
    folder = fixtures / "slots" / "nyc_site33_2021-01-29"
    expected = json.loads((folder / "expected.json").read_text())
    orderscope("import", "nyc_sites_us", "slots", folder / "snapshots", "--seen-at-pattern", "%Y%m%d-%H%M%S")
    states = orderscope.rows(
        "sql",
        "SELECT strftime(timezone('America/New_York', timezone('UTC', slot_start_utc)), '%Y-%m-%dT%H:%M:%S') AS start, "
        "arg_max(places, seen_at_utc) AS places, arg_max(capacity, seen_at_utc) AS capacity "
        "FROM raw.slot_state WHERE retailer = 'nyc_sites_us' AND present GROUP BY ALL",
    )
    last = {state["start"]: (state["places"], state["capacity"]) for state in states}
    for slot in expected["final_slots"]:
        assert last[slot["start"]] == (slot["available"], slot["capacity"])


def test_a_site_that_was_not_answered_for_makes_the_look_partial(orderscope, fixtures):
    folder = fixtures / "slots" / "ny_state_sites_history" / "snapshots"
    orderscope("import", "ny_state_us", "slots", folder, "--seen-at-pattern", "%Y%m%d-%H%M%S")
    (run,) = orderscope.rows(
        "sql",
        "SELECT verdict, verdict_reasons FROM raw.run "
        "WHERE retailer = 'ny_state_us' AND started_utc = TIMESTAMP '2021-01-13 06:07:53'",
    )
    assert run["verdict"] == "partial"
    assert "the source says 3, we saw 0" in str(run["verdict_reasons"])
