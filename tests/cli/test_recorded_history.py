"""Others' recordings become history through declared platforms: no retailer, no network, the same path."""

import json
import shutil
from pathlib import Path

import pytest
from commands import Orderscope

from pipelines import warehouse

RETAILERS = Path(__file__).parents[1] / "retailers"


@pytest.fixture(scope="module")
def orderscope(tmp_path_factory) -> Orderscope:
    home = tmp_path_factory.mktemp("home")
    shutil.copytree(RETAILERS, home / "retailers")
    return Orderscope(home)


@pytest.fixture(scope="module")
def petrol(orderscope, fixtures) -> tuple[Orderscope, dict]:
    case = fixtures / "locator" / "petrol_history"
    orderscope("import", "petrol_si", "locations", case / "snapshots", "--seen-at-pattern", "%Y%m%d-%H%M%S")
    return orderscope, json.loads((case / "expected.json").read_text())


def test_every_snapshot_is_a_complete_run_with_its_count(petrol):
    orderscope, expected = petrol
    runs = orderscope.rows(
        "sql", "SELECT sightings, verdict FROM raw.run WHERE retailer = 'petrol_si' ORDER BY started_utc"
    )
    assert [run["sightings"] for run in runs] == [snapshot["count"] for snapshot in expected["snapshots"]]
    assert (runs[0]["sightings"], runs[-1]["sightings"]) == (172, 221)
    assert {run["verdict"] for run in runs} == {"complete"}


def test_every_step_agrees_in_what_came_and_what_went(petrol):
    orderscope, expected = petrol
    events = orderscope.rows(
        "sql",
        "SELECT replace(location_id, 'petrol_si:', '') AS ref, event, "
        "strftime(not_after_utc, '%Y-%m-%dT%H:%M:%S') AS at "
        "FROM core.location_event WHERE retailer = 'petrol_si'",
    )
    assert len(expected["changes"]) == 59
    for step in expected["changes"]:
        now = [event for event in events if event["at"] == step["to"]]
        assert sorted(e["ref"] for e in now if e["event"] in ("opened", "reappeared")) == sorted(step["added"])
        assert sorted(e["ref"] for e in now if e["event"] == "missing") == sorted(step["removed"])


@pytest.fixture(scope="module")
def avant2go(orderscope, fixtures) -> tuple[Orderscope, dict]:
    case = fixtures / "locator" / "avant2go_history"
    orderscope("import", "avant2go_si", "locations", case / "snapshots", "--seen-at-pattern", "%Y%m%d-%H%M%S")
    return orderscope, json.loads((case / "expected.json").read_text())


def test_a_list_that_was_cut_short_is_told_from_one_that_shrank(avant2go):
    orderscope, expected = avant2go
    runs = orderscope.rows(
        "sql", "SELECT verdict = 'complete' AS usable FROM raw.run WHERE retailer = 'avant2go_si' ORDER BY started_utc"
    )
    assert [run["usable"] for run in runs] == [not snapshot["suspect_incomplete"] for snapshot in expected["snapshots"]]
    confirmed = orderscope.rows(
        "sql", "SELECT split_part(run_id, '.', 3) AS first FROM raw.run_check WHERE name = 'first of a lasting change'"
    )
    (shift,) = (snapshot["observed_at"] for snapshot in expected["snapshots"] if snapshot.get("level_shift"))
    assert [run["first"] for run in confirmed] == [shift.replace("-", "").replace(":", "") + "Z"]


def test_a_list_that_shrank_agrees_in_what_came_and_what_went_and_between_which_looks(avant2go):
    orderscope, expected = avant2go
    events = orderscope.rows(
        "sql",
        "SELECT replace(location_id, 'avant2go_si:', '') AS ref, event, "
        "strftime(not_before_utc, '%Y-%m-%dT%H:%M:%S') AS after, strftime(not_after_utc, '%Y-%m-%dT%H:%M:%S') AS at "
        "FROM core.location_event WHERE retailer = 'avant2go_si' AND event IN ('opened', 'reappeared', 'missing')",
    )
    for step in expected["changes"]:
        now = [event for event in events if event["at"] == step["to"]]
        assert sorted(e["ref"] for e in now if e["event"] != "missing") == sorted(step["added"])
        assert sorted(e["ref"] for e in now if e["event"] == "missing") == sorted(step["removed"])
        assert {event["after"] for event in now} <= {step["from"]}


def test_every_change_of_a_place_is_an_event(petrol):
    orderscope, expected = petrol
    told = orderscope.rows(
        "sql",
        "SELECT DISTINCT replace(location_id, 'petrol_si:', '') AS ref, "
        "strftime(not_after_utc, '%Y-%m-%dT%H:%M:%S') AS at FROM core.location_event "
        "WHERE retailer = 'petrol_si' AND event IN ('renamed', 'moved', 'changed')",
    )
    found = {(event["ref"], event["at"]) for event in told}
    changed = {(change["id"], step["to"]) for step in expected["changes"] for change in step["changed"]}
    assert len(changed) > 150
    assert changed <= found


def test_importing_again_changes_nothing(petrol, fixtures):
    orderscope, _ = petrol
    snapshots = fixtures / "locator" / "petrol_history" / "snapshots"
    before = orderscope.rows("sql", "SELECT count(*) AS n FROM raw.look")
    orderscope("import", "petrol_si", "locations", snapshots, "--seen-at-pattern", "%Y%m%d-%H%M%S")
    assert orderscope.rows("sql", "SELECT count(*) AS n FROM raw.look") == before


def test_sparse_own_orders_count_what_lies_between_them(orderscope, fixtures):
    case = fixtures / "sequences" / "online_retail_2010-12_2011-04" / "expected.json"
    orderscope("import", "online_retail_gb", "invoices", case, "--seen-at", "2011-05-01")
    orderscope("estimate")
    counted = orderscope.rows(
        "sql",
        "SELECT invoices, own_numbers, orders_low, orders_high FROM mart.invoice_interval "
        "WHERE retailer = 'online_retail_gb' AND NOT contains(flags, 'whole_span')",
    )
    truth = json.loads(case.read_text())["sparse_truth_intervals"]
    assert [row["invoices"] for row in counted] == [t["counter_increment"] - 1 for t in truth]
    assert {row["own_numbers"] for row in counted} == {1}
    for row, true in zip(counted, truth, strict=True):
        assert row["orders_low"] <= true["sales_invoices_issued"] <= row["orders_high"]


def test_older_recordings_that_come_late_are_put_in_their_place(fixtures, tmp_path):
    snapshots = sorted((fixtures / "locator" / "petrol_history" / "snapshots").iterdir())
    late = Orderscope(tmp_path)
    shutil.copytree(RETAILERS, tmp_path / "retailers")
    for files in (snapshots[5:8], snapshots[2:5]):
        late("import", "petrol_si", "locations", *files, "--seen-at-pattern", "%Y%m%d-%H%M%S")
    counts = late.rows("sql", "SELECT sightings FROM raw.run ORDER BY started_utc")
    assert [row["sightings"] for row in counts] == [174, 175, 175, 174, 173, 175]


def test_a_name_without_a_time_is_refused_with_what_to_do(orderscope, tmp_path):
    file = tmp_path / "locations.json"
    file.write_text("[]")
    said = orderscope.refused("import", "petrol_si", "locations", file, "--seen-at-pattern", "%Y%m%d")
    assert "locations.json holds no time like %Y%m%d" in said
    assert "--seen-at" in said


def test_a_warehouse_of_another_version_is_made_anew_from_the_archive(fixtures, tmp_path):
    snapshots = sorted((fixtures / "locator" / "petrol_history" / "snapshots").iterdir())
    old = Orderscope(tmp_path)
    shutil.copytree(RETAILERS, tmp_path / "retailers")
    old("import", "petrol_si", "locations", *snapshots[:2], "--seen-at-pattern", "%Y%m%d-%H%M%S")
    with warehouse.writing(tmp_path) as con:
        con.execute("UPDATE raw.version SET fingerprint = 'another'")
        con.execute("ALTER TABLE raw.run DROP COLUMN announced")
    assert "orderscope rebuild" in old.refused("build")
    old("load")
    assert old.rows("sql", "SELECT count(announced) + count(*) AS n FROM raw.run") == [{"n": 2}]
