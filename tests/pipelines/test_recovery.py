"""Killed at any instant, nothing archived is lost or counted twice: the warehouse is a function of the archive."""

import shutil
from dataclasses import replace

import pytest
from watching import ANALYSIS_SQL, at, read_json

from pipelines import warehouse
from pipelines.ask import rows_of
from pipelines.build import SQL
from pipelines.load import OutOfOrder
from pipelines.rebuild import rebuild
from pipelines.records import Page
from pipelines.recover import CUT_SHORT, recover
from pipelines.run import OpenRun
from pipelines.staging import insert


def reader_of(watch):
    return lambda _retailer, source: (watch.origin(source), read_json)


def test_a_killed_run_is_recovered_from_its_archive(watch):
    run = OpenRun(watch.home, watch.origin("locations"), at("01-01"))
    page = Page(url="http://shop.example/1", seen_at_utc=at("01-01"), body=b'[{"location_ref": "1"}]')
    run.archive(page)
    run._archive._file.close()  # the process is gone, and with it its files and its lock
    run._keeper._landing._lock.close()

    (recovered,) = recover(watch.home, reader_of(watch))
    assert recovered.stopped == CUT_SHORT
    (loaded,) = watch.load()
    assert (loaded.verdict, loaded.sightings) == ("partial", 1)
    assert list(recover(watch.home, reader_of(watch))) == []


def test_a_killed_run_of_what_is_not_declared_now_waits(watch):
    run = OpenRun(watch.home, watch.origin("locations"), at("01-01"))
    run._archive._file.close()
    run._keeper._landing._lock.close()

    def undeclared(retailer, _source):
        raise KeyError(retailer)

    assert list(recover(watch.home, undeclared)) == []
    assert len(list(recover(watch.home, reader_of(watch)))) == 1


def test_a_kill_during_the_recovery_leaves_the_run_to_the_next_one(watch):
    run = OpenRun(watch.home, watch.origin("locations"), at("01-01"))
    run._archive._file.close()
    run._keeper._landing._lock.close()

    def killed(_retailer, _source):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(recover(watch.home, killed))
    assert len(list(recover(watch.home, reader_of(watch)))) == 1


def test_a_run_that_lives_is_left_alone(watch):
    run = OpenRun(watch.home, watch.origin("locations"), at("01-01"))
    assert list(recover(watch.home, reader_of(watch))) == []
    run.finish()


def test_a_landing_left_behind_after_its_load_is_not_loaded_twice(watch, places):
    watch.look("locations", "01-01", places("1"))
    landing = watch.home / "data" / "landing"
    shutil.copytree(landing, watch.home / "copy")
    watch.load()
    shutil.copytree(watch.home / "copy", landing, dirs_exist_ok=True)
    assert watch.load() == []
    assert watch.ask("SELECT count(*) FROM raw.look") == [(1,)]


def test_rebuild_gives_the_same_tables(watch, places):
    watch.declare()
    watch.look("locations", "01-01", places("1", "2", "3"))
    watch.look("locations", "01-02", places("1", "2", "3"))
    watch.look("locations", "01-03", [*places("1", "2"), {"name": "no ref"}])
    watch.look("invoices", "01-04", [{"invoice_number": "F-1", "total": "1,00"}])
    missed = OpenRun(watch.home, watch.origin("locations"), at("01-05"))
    missed.missed("http://shop.example/1", at("01-05"), "timeout", "30 s")
    missed.finish()
    watch.load()
    before = watch.all_rows()
    rebuilt(watch)
    assert watch.all_rows() == before


def rebuilt(watch):
    with warehouse.writing(watch.home) as con:
        declared = {table: rows_of(con, f"FROM raw.{table}") for table in ("retailer", "source")}

    def register(con):
        for table, rows in declared.items():
            insert(con, f"raw.{table}", rows)

    return list(rebuild(watch.home, (SQL, ANALYSIS_SQL), register, reader_of(watch), lambda _r, _s: ()))


def test_a_rebuild_puts_runs_that_wait_in_their_place_and_leaves_their_landing_until_it_is_done(watch, places):
    watch.declare()
    for days in (("01-02", "01-05"), ("01-01", "01-03", "01-06")):
        for day in days:
            watch.look("locations", day, places(day))
        if days[0] == "01-02":
            watch.load()
    assert [run.run_id[-16:-8] for run in rebuilt(watch)] == [f"2025010{n}" for n in (1, 2, 3, 5, 6)]
    assert len(list((watch.home / "data" / "landing").glob("*"))) == 3
    assert watch.load() == []
    assert list((watch.home / "data" / "landing").glob("*")) == []


def test_a_run_older_than_what_is_known_asks_for_a_rebuild(watch, places):
    watch.look("locations", "01-02", places("1"))
    watch.load()
    watch.look("locations", "01-01", places("1"))
    with pytest.raises(OutOfOrder, match="older than what the warehouse holds"):
        watch.load()


def test_two_sources_that_fill_in_one_invoice_are_read_in_the_order_of_time(watch):
    watch.look("invoices", "01-02", [{"invoice_number": "F-7", "total": "2,00"}])
    watch.load()
    run = OpenRun(watch.home, replace(watch.origin("invoices"), source="mails"), at("01-01"))
    run.missed("file:mails", at("01-01"), "not_tried", "there is no folder")
    run.finish()
    with pytest.raises(OutOfOrder, match="older than what the warehouse holds"):
        watch.load()
