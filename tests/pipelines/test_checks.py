"""Each check fires on what it is for and is silent on what is usual: thresholds come from the source's own history."""

from datetime import timedelta

import orjson
import pytest
from watching import Watch, at

from pipelines import clock, warehouse
from pipelines.check import SQL, CheckResult, check, checks
from pipelines.records import Page, Reading
from pipelines.run import OpenRun

FIRST = at("01-06T06:00")


def day(n: int) -> str:
    return (FIRST + timedelta(days=n)).isoformat()


def found(watch: Watch, days: int = 0) -> dict[str, CheckResult]:
    """Load, declare and check on the evening of a day, by sentence."""
    clock.pin(FIRST + timedelta(days=days, hours=3))
    watch.load()
    with warehouse.writing(watch.home) as con:
        return {result.check_name: result for result in check(con)}


def offers(*prices: object, **words: object) -> list[dict[str, object]]:
    return [{"offer_key": str(n), "name": f"Tea {n}", "price": price, **words} for n, price in enumerate(prices)]


def slots(*places: int | None) -> list[dict[str, object]]:
    return [
        {
            "location_ref": str(n),
            "slot_start_utc": "2025-03-01T10:00:00",
            "slot_end_utc": "2025-03-01T11:00:00",
            "status": "free",
            "places": of,
        }
        for n, of in enumerate(places)
    ]


@pytest.fixture
def declared(watch):
    watch.declare()
    return watch


@pytest.fixture
def only(declared):
    """The watch with one source declared, so that nothing else is due."""

    def keep(kind):
        with warehouse.writing(declared.home) as con:
            con.execute("DELETE FROM raw.source WHERE source <> ?", [kind])
        return declared

    return keep


def week(watch, kind, rows, days=7):
    for n in range(days):
        watch.look(kind, day(n), rows(n))


def test_a_source_as_it_always_was_is_silent(only, places):
    watch = only("locations")
    week(watch, "locations", lambda n: places(*map(str, range(40 + n % 2))))
    assert found(watch, 6) == {}


def test_a_finding_names_its_retailer_and_source_and_keeps_examples(only, places):
    watch = only("locations")
    watch.look("locations", day(0), places("1"))
    clock.pin(FIRST + timedelta(days=9))
    watch.load()
    with warehouse.writing(watch.home) as con:
        (result,) = check(con)
        kept = con.execute("SELECT retailer, source, level, example FROM raw.check_result").fetchall()
    assert result.place == "shop.locations"
    assert kept == [("shop", "locations", "fail", ["last_look_utc 2025-01-06 06:00:00, due_every_minutes 1440"])]


def test_what_is_due_and_was_not_looked_at_is_told(declared, places):
    for n in range(5):
        declared.look("locations", day(n), places("1", "2"))
    results = [result for name, result in found(declared, 4).items() if name == "sources are looked at when due"]
    assert [result.place for result in results]  # the other sources never ran


def test_nobody_is_told_before_a_second_look_is_due(only, places):
    watch = only("locations")
    watch.look("locations", day(0), places("1"))
    assert "sources are looked at when due" not in found(watch, 1)


def test_runs_without_a_complete_one_are_told_in_the_end(only, places):
    watch = only("locations")
    watch.look("locations", day(0), places("1", "2"))
    for n in range(1, 4):
        watch.look("locations", day(n), [], outcome="blocked", reason="HTTP 403")
    results = found(watch, 3)
    assert results["sources have a recent complete run"].offending == 1
    assert results["the last run was complete"].offending == 1


def test_one_bad_run_is_told_as_such_only(only, places):
    watch = only("locations")
    watch.look("locations", day(0), places("1", "2"))
    watch.look("locations", day(1), [], outcome="blocked", reason="HTTP 403")
    assert "sources have a recent complete run" not in found(watch, 1)


def test_a_count_outside_its_own_band_is_told(only, places):
    watch = only("locations")
    week(watch, "locations", lambda _: places(*map(str, range(100))))
    watch.look("locations", day(7), places(*map(str, range(112))))
    assert "sightings 112, low 95.0, high 105.0" in found(watch, 7)["as many records as usual"].example[0]


def test_a_count_that_always_strays_may_stray(only, places):
    watch = only("locations")
    week(watch, "locations", lambda n: places(*map(str, range(100 + 8 * (n % 2)))))
    watch.look("locations", day(7), places(*map(str, range(112))))
    assert "as many records as usual" not in found(watch, 7)


def test_many_known_records_unseen_are_told_one_by_one(only, places):
    watch = only("locations")
    week(watch, "locations", lambda _: places(*map(str, range(50))))
    watch.look("locations", day(7), places(*map(str, range(46)), "new", "newer", "newest"))
    assert found(watch, 7)["known records are seen again"].offending == 4


def test_a_list_that_always_changes_may_change(only):
    watch = only("prices")
    week(watch, "prices", lambda n: [{"offer_key": str(n * 10 + i), "price": f"{i}.99"} for i in range(50)])
    assert "known records are seen again" not in found(watch, 6)


def test_a_field_that_is_no_longer_told_is_missed(only):
    watch = only("slots")
    week(watch, "slots", lambda n: slots(*(n + i for i in range(10))))
    watch.look("slots", day(7), slots(*[None] * 10))
    assert found(watch, 7)["fields are told as before"].example == ["field places, share_now 0.0, share_before 1.0"]


def test_zero_is_told(only):
    watch = only("slots")
    week(watch, "slots", lambda n: slots(*(n + i for i in range(10))))
    watch.look("slots", day(7), slots(*[0] * 9, 1))
    assert "fields are told as before" not in found(watch, 7)


def test_a_price_a_hundred_times_as_high_is_told(only):
    watch = only("prices")
    week(watch, "prices", lambda n: offers("2.99", f"{3 + n / 10:.2f}", "5.00"))
    watch.look("prices", day(7), offers("299.00", "3.80", "5.00"))
    assert found(watch, 7)["prices do not jump"].offending == 1


def test_an_offer_that_is_used_to_jump_may_jump(only):
    watch = only("prices")
    week(watch, "prices", lambda n: offers("1.00" if n % 2 else "4.00", "5.00"))
    watch.look("prices", day(7), offers("4.50", "5.00"))
    assert "prices do not jump" not in found(watch, 7)


def test_one_price_for_everything_is_no_price(only):
    watch = only("prices")
    week(watch, "prices", lambda _: offers(*(f"{i}.50" for i in range(1, 9))))
    watch.look("prices", day(7), offers(*["9.99"] * 8))
    assert "field price, value 9.990, records 8" in found(watch, 7)["values differ between records"].example


def test_a_shop_where_all_costs_a_pound_may_stay_so(only):
    watch = only("prices")
    week(watch, "prices", lambda _: offers(*["1.00"] * 30), days=3)
    assert "values differ between records" not in found(watch, 2)


def look_at(watch, kind, when, bodies):
    """A run that asked of each address and got a body; each tells of a slot of the place that was asked about."""
    run = OpenRun(watch.home, watch.origin(kind), at(when))
    for n, body in enumerate(bodies):
        page = Page(url=f"http://shop.example/slots?place={n}", seen_at_utc=at(when), body=orjson.dumps(body))
        reading = Reading(outcome="ok", rows=slots(*range(n, n + 1))) if body else Reading(outcome="empty")
        run.keep(page, run.archive(page), reading)
    run.finish()


def test_the_same_answer_for_every_place_is_told(only):
    watch = only("slots")
    look_at(watch, "slots", day(0), ["a", "b", "c", "d"])
    look_at(watch, "slots", day(1), ["default"] * 4)
    assert found(watch, 1)["answers are of what was asked"].offending == 1


def test_places_without_slots_may_answer_alike(only):
    watch = only("slots")
    look_at(watch, "slots", day(0), ["a", "b", "c", "d"])
    look_at(watch, "slots", day(1), ["a", "", "", ""])
    assert "answers are of what was asked" not in found(watch, 1)


def refused(watch, when, of):
    run = OpenRun(watch.home, watch.origin("prices"), at(when))
    for n in range(10):
        page = Page(url=f"http://shop.example/p/{n}", seen_at_utc=at(when), body=b"x", status=403 if n < of else 200)
        blocked = Reading(outcome="blocked", reason="HTTP 403")
        run.keep(page, run.archive(page), blocked if n < of else Reading(outcome="ok", rows=offers("1.00")))
    run.finish()


def test_more_refusals_than_usual_are_told_with_their_addresses(only):
    watch = only("prices")
    refused(watch, day(0), 0)
    refused(watch, day(1), 3)
    assert found(watch, 1)["few answers are refused"].offending == 3


def test_a_source_that_always_refuses_some_is_known_for_it(only):
    watch = only("prices")
    for n in range(4):
        refused(watch, day(n), 2)
    assert "few answers are refused" not in found(watch, 3)


def test_records_listed_twice_are_told_unless_they_always_were(only, places):
    watch = only("locations")
    watch.look("locations", day(0), places("1", "2", "3"))
    watch.look("locations", day(1), places("1", "2", "2", "3", "3"))
    assert found(watch, 1)["each record is listed once"].offending == 1
    watch.look("locations", day(2), places("1", "2", "2", "3", "3"))
    assert "each record is listed once" not in found(watch, 2)


def test_a_new_word_is_told_once_it_is_new(only):
    watch = only("prices")
    watch.look("prices", day(0), offers("1.00", "2.00"))
    watch.look("prices", day(1), offers("1.00", "a few coins"))
    assert found(watch, 1)["no word is new"].offending == 1
    watch.look("prices", day(2), offers("1.00", "some coins"))
    assert "no word is new" not in found(watch, 2)


def test_the_first_run_has_no_new_words(only):
    watch = only("prices")
    watch.look("prices", day(0), offers("1.00", "a few coins"))
    assert "no word is new" not in found(watch)


def test_every_check_says_how_bad_it_is_and_what_it_means():
    told = [file.read_text().splitlines()[0] for file in SQL.glob("*.sql")]
    assert len(told) == len(checks())
    assert all(line.startswith(("-- warn: ", "-- fail: ")) for line in told)
