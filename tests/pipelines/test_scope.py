"""A run that looked at some locations only says nothing of the others: it closes, confirms and dates only its own."""

from dataclasses import replace

import orjson
import pytest
from watching import ANALYSIS_SQL, Watch, at, read_json

from pipelines import warehouse
from pipelines.build import SQL
from pipelines.rebuild import rebuild
from pipelines.records import Expect, Page, Reading
from pipelines.recover import recover
from pipelines.run import OpenRun
from pipelines.staging import insert


def slot(place: str, places: int | None = 5, hour: int = 18, **more: object) -> dict:
    start = f"2025-01-05T{hour}:00:00+00:00"
    told = {"location_ref": place, "slot_start_utc": start, "slot_end_utc": start.replace(":00:00+", ":30:00+")}
    return told | {"places": places, "capacity": 5, "status": "full" if places == 0 else "free"} | more


def look_at(watch: Watch, places: tuple[str, ...], when: str, rows: list[dict], **reading: object) -> None:
    """One run that asks about some places, with a page for each, as the archive will have it."""
    run = OpenRun(watch.home, replace(watch.origin("slots"), places=places), at(when))
    for place in places:
        mine = [row for row in rows if row["location_ref"] == place or len(places) == 1]
        url = f"http://shop.example/slots?place={place}"
        page = Page(url=url, seen_at_utc=at(when), body=orjson.dumps(mine), media_type="application/json")
        run.keep(page, run.archive(page), Reading(rows=mine, **reading) if reading else read_json(page))
    run.finish()


@pytest.fixture
def both(watch) -> Watch:
    """Two locations, seen completely at nine."""
    watch.declare()
    watch.look("slots", "01-03T09:00", [slot("1"), slot("1", hour=19), slot("2"), slot("2", hour=19)])
    return watch


def verdicts(watch) -> list[str]:
    return [run.verdict for run in watch.load()]


def test_a_run_at_one_location_closes_nothing_elsewhere(both):
    look_at(both, ("1",), "01-03T09:10", [slot("1"), slot("1", hour=19)])
    assert verdicts(both) == ["complete", "complete"]
    assert both.ask("SELECT count(*) FROM raw.slot_latest WHERE present") == [(4,)]
    assert both.ask("SELECT count(*) FROM raw.slot_state") == [(4,)]


def test_a_slot_withdrawn_at_a_location_of_its_scope_is_withdrawn(both):
    look_at(both, ("1",), "01-03T09:10", [slot("1")])
    both.load()
    gone = both.ask("SELECT location_ref, hour(slot_start_utc), hour(before_utc) FROM raw.slot_state WHERE NOT present")
    assert gone == [("1", 19, 9)]


def test_a_change_is_dated_from_the_last_complete_look_at_its_own_location(both):
    look_at(both, ("1",), "01-03T09:10", [slot("1"), slot("1", hour=19)])
    look_at(both, ("2",), "01-03T09:20", [slot("2", 4), slot("2", hour=19)])
    look_at(both, ("1",), "01-03T09:30", [slot("1", 3), slot("1", hour=19), slot("1", hour=20)])
    both.look("slots", "01-03T09:40", [slot("1", 3), slot("1", hour=19), slot("2", 4), slot("2", hour=20)])
    assert verdicts(both) == ["complete"] * 5
    dated = both.ask(
        "SELECT location_ref, hour(slot_start_utc), strftime(before_utc, '%H:%M') FROM raw.slot_state "
        "WHERE before_utc IS NOT NULL ORDER BY seen_at_utc, location_ref, slot_start_utc, present"
    )
    assert dated[:3] == [("2", 18, "09:00"), ("1", 18, "09:10"), ("1", 20, "09:10")]
    assert sorted(dated[3:]) == [("1", 20, "09:30"), ("2", 19, "09:20"), ("2", 20, "09:20")]


def test_a_location_that_was_not_looked_at_has_a_longer_gap_and_its_stretch_says_so(both):
    for minute in (10, 20, 30):
        look_at(both, ("1",), f"01-03T09:{minute}", [slot("1", 4), slot("1", hour=19)])
    both.look("slots", "01-03T09:40", [slot("1", 4), slot("1", hour=19), slot("2", 3), slot("2", hour=19)])
    both.load()
    spans = both.ask("SELECT location_id, looks, longest_gap_minutes::INT FROM core.slot_check_span ORDER BY 1")
    assert spans == [("shop:1", 5, 10), ("shop:2", 2, 40)]
    gaps = both.ask("SELECT location_id, longest_gap_minutes FROM mart.slot_fill_day ORDER BY 1")
    assert gaps == [("shop:1", 10), ("shop:2", 40)]


def test_what_nobody_looked_at_lies_within_the_bounds_as_long_as_that_lasted(both):
    for minute in (10, 20, 30, 40, 50):
        look_at(both, ("1",), f"01-05T09:{minute}", [slot("1"), slot("1", hour=19)])
    both.load()
    seen = both.ask("SELECT location_id, max(last_utc)::VARCHAR FROM mart.slot_outcome GROUP BY 1 ORDER BY 1")
    assert seen == [("shop:1", "2025-01-05 09:50:00"), ("shop:2", "2025-01-03 09:00:00")]


def test_a_failed_look_at_one_location_breaks_its_stretch_and_no_other(both):
    look_at(both, ("1",), "01-03T09:10", [], outcome="blocked")
    look_at(both, ("1", "2"), "01-03T09:20", [slot("1"), slot("1", hour=19), slot("2"), slot("2", hour=19)])
    assert verdicts(both)[1] != "complete"
    spans = both.ask("SELECT location_id, looks FROM core.slot_check_span ORDER BY ALL")
    assert spans == [("shop:1", 1), ("shop:1", 1), ("shop:2", 2)]


@pytest.mark.parametrize("told", [[], None])
def test_nothing_at_all_from_locations_that_had_slots_is_a_failed_look(both, told):
    look_at(both, ("1",), "01-03T09:10", told or [])
    assert verdicts(both) == ["complete", "empty"]
    assert both.ask("SELECT count(*) FROM raw.slot_latest WHERE present") == [(4,)]


def test_one_location_that_is_sold_out_among_others_is_no_failed_look(both):
    look_at(both, ("1", "2"), "01-03T09:10", [slot("2"), slot("2", hour=19)])
    assert verdicts(both) == ["complete", "complete"]
    assert both.ask("SELECT DISTINCT location_ref FROM raw.slot_latest WHERE NOT present") == [("1",)]


def test_what_is_expected_of_the_source_is_expected_of_a_location_by_its_share(watch):
    watch.declare()
    watch.expect = Expect(min=12, max=40)
    many = [slot(place, hour=hour) for place in ("1", "2") for hour in range(10, 20)]
    watch.look("slots", "01-03T09:00", many)
    look_at(watch, ("1",), "01-03T09:10", [row for row in many if row["location_ref"] == "1"])
    look_at(watch, ("2",), "01-03T09:20", [slot("2")])
    assert verdicts(watch) == ["complete", "complete", "partial"]
    assert watch.ask("SELECT count(*) FROM raw.slot_latest WHERE present") == [(20,)]


def test_an_answer_about_another_location_than_was_asked_for_closes_nothing(both):
    look_at(both, ("1",), "01-03T09:10", [slot("2", 3)])
    loaded = both.load()
    assert loaded[1].verdict == "partial"
    assert "others are in it: 2" in " ".join(loaded[1].reasons)
    assert both.ask("SELECT location_ref, places FROM raw.slot_latest WHERE present ORDER BY ALL") == [
        ("1", 5), ("1", 5), ("2", 3), ("2", 5)
    ]  # fmt: skip


def test_a_whole_run_is_held_against_whole_runs(both):
    for minute in range(10, 60, 10):
        look_at(both, ("1",), f"01-03T09:{minute}", [slot("1"), slot("1", hour=19)])
    both.look("slots", "01-03T10:00", [slot("1"), slot("1", hour=19), slot("2"), slot("2", hour=19)])
    both.load()
    (usual,) = both.ask("SELECT detail FROM raw.run_check WHERE name = 'as many as usual' ORDER BY run_id DESC LIMIT 1")
    assert "had 4" in usual[0]


def test_a_location_that_gets_another_identifier_keeps_its_looks(watch):
    watch.declare()
    for day, prefix in (("03", "A"), ("04", "B")):
        places = [
            {"location_ref": f"{prefix}{n}", "name": f"Place {n}", "lat": 52 + n / 100, "lon": 4.9} for n in range(5)
        ]
        watch.look("locations", f"01-{day}T08:00", places)
        watch.look("slots", f"01-{day}T09:00", [slot(f"{prefix}{n}") for n in range(5)])
        look_at(watch, (f"{prefix}0",), f"01-{day}T09:10", [slot(f"{prefix}0")])
    watch.load()
    looks = watch.ask("SELECT location_id, looks FROM core.slot_check_span ORDER BY ALL")
    assert looks == [("shop:A0", 4), ("shop:A1", 2), ("shop:A2", 2), ("shop:A3", 2), ("shop:A4", 2)]


def test_thinning_counts_the_looks_at_each_location(both):
    for number, places in enumerate((5, 4, 3, 2), start=1):
        look_at(both, ("1",), f"01-03T09:{number}0", [slot("1", places), slot("1", hour=19)])
    both.load()
    thinned = both.ask("SELECT every_nth, seen_to_go FROM mart.slot_thinning WHERE every_nth IN (1, 2, 4) ORDER BY 1")
    assert thinned == [(1, 3), (2, 3), (4, 3)]


def test_a_rebuild_from_the_archive_gives_the_same_tables(both):
    look_at(both, ("1",), "01-03T09:10", [slot("1")])
    look_at(both, ("2",), "01-03T09:20", [slot("2", 4), slot("2", hour=19)])
    both.load()
    before = both.all_rows()
    declared = {table: both.ask(f"FROM {table}") for table in ("raw.retailer", "raw.source")}

    def register(con):
        for table, rows in declared.items():
            names = [name for name, *_ in con.execute(f"DESCRIBE {table}").fetchall()]
            insert(con, table, [dict(zip(names, row, strict=True)) for row in rows])

    reader_of = lambda _retailer, source: (both.origin(source), read_json)  # noqa: E731
    assert len(list(rebuild(both.home, (SQL, ANALYSIS_SQL), register, reader_of, lambda *_: ()))) == 3
    assert both.all_rows() == before
    assert len(before["raw.run_scope"]) == 2


def test_a_killed_run_is_recovered_with_its_scope(both):
    run = OpenRun(both.home, replace(both.origin("slots"), places=("1",)), at("01-03T09:10"))
    page = Page(url="http://shop.example/1", seen_at_utc=at("01-03T09:10"), body=orjson.dumps([slot("1", 2)]))
    run.archive(page)
    run._archive._file.close()  # the process is gone, and with it its files and its lock
    run._keeper._landing._lock.close()
    with warehouse.writing(both.home):
        (recovered,) = recover(both.home, lambda _retailer, source: (both.origin(source), read_json))
    assert recovered.places == ("1",)
    assert verdicts(both) == ["complete", "partial"]
    assert both.ask("SELECT location_ref FROM raw.run_scope") == [("1",)]


def test_the_next_look_at_a_location_knows_its_body_of_before_whoever_was_looked_at_between(both):
    for minute, place in ((10, "1"), (20, "2"), (30, "1")):
        look_at(both, (place,), f"01-03T09:{minute}", [slot(place), slot(place, hour=19)])
    both.load()
    records = both.ask("SELECT record FROM raw.capture WHERE contains(url, 'place') ORDER BY seen_at_utc")
    assert [record for (record,) in records] == ["response", "response", "revisit"]


def test_a_location_of_which_no_look_is_complete_is_said_though_others_are_well(both):
    for day in range(4, 8):
        look_at(both, ("1",), f"01-0{day}T09:00", [], outcome="timeout")
        look_at(both, ("2",), f"01-0{day}T10:00", [slot("2"), slot("2", hour=19)])
    both.load()
    query = (SQL / "checks" / "each_location_has_a_recent_complete_look.sql").read_text()
    assert [row[:3] for row in both.ask(query)] == [("shop", "slots", "1")]
