"""From the warehouse through the estimators and back: what is no counter has no counts, and a calendar is offered."""

from datetime import date

import pytest
from watching import ANALYSIS_SQL, Watch

from analysis.estimating import estimate_all, write
from analysis.watched import watched
from pipelines import warehouse
from pipelines.build import SQL, build


@pytest.fixture
def watch(tmp_path):
    watch = Watch(tmp_path)
    watch.declare()
    return watch


def estimated(watch):
    watch.load()
    with warehouse.writing(watch.home) as con:
        build(con, (SQL, ANALYSIS_SQL))
        write(con, list(estimate_all(list(watched(con)))))


def ordered(watch, numbers):
    rows = [
        {"invoice_number": number, "ordered_at_utc": f"2025-{month:02}-03T12:00", "order_number": f"B{number}"}
        for month, number in enumerate(numbers, start=1)
    ]
    watch.look("invoices", "12-01", rows)


def test_a_counter_is_counted_between_own_orders_and_bounded_per_location(watch, places):
    watch.look("locations", "01-01", places("1", "2"))
    watch.look("locations", "07-01", places("1", "2"))
    ordered(watch, ["F-1003", "F-1411", "F-1826", "F-2349", "F-2701", "F-3217"])
    estimated(watch)
    counted = watch.ask(
        "SELECT invoices, location_days_low FROM mart.invoice_interval ORDER BY from_utc, to_utc LIMIT 1"
    )
    assert counted == [(407, 62.0)]
    assert watch.ask("SELECT verdict FROM result.diagnostic") == [("counter",)]
    weekly = "SELECT count(*) > 20, bool_and(low <= value AND value <= high) FROM result.estimate "
    assert watch.ask(weekly + "WHERE quantity = 'invoices' AND level < 1") == [(True, True)]


def test_growth_change_and_each_assumption_flipped_stand_beside_the_counts(watch, places):
    for month in range(1, 9):
        watch.look("locations", f"{month:02}-01", places("1", "2"))
    ordered(watch, ["F-1003", "F-1411", "F-1826", "F-2349", "F-2701", "F-3217", "F-3650"])
    estimated(watch)
    found = dict(watch.ask("SELECT finding, any_value(verdict) FROM result.finding GROUP BY finding"))
    assert set(found) == {"growth", "growth per location", "change", "total since launch", "what if"}
    halved = "SELECT high FROM result.finding WHERE detail LIKE '%A4 every order has {} invoice%'"
    ((one,),), ((two,),) = watch.ask(halved.format("one")), watch.ask(halved.format("two"))
    assert two == pytest.approx(one / 2)
    assert watch.ask("SELECT count(*) FROM result.assumption") == [(11,)]
    lines = watch.ask("SELECT DISTINCT quantity FROM result.estimate WHERE quantity LIKE 'location_days%' ORDER BY 1")
    assert lines == [("location_days",), ("location_days_internal",), ("location_days_listed",)]


def test_what_is_no_counter_is_not_counted_and_the_diagnostic_says_so(watch):
    ordered(watch, ["904417", "118220", "771903", "335001", "660182", "221457", "518330"])
    estimated(watch)
    assert watch.ask("SELECT count(*) FROM mart.invoice_interval") == [(0,)]
    assert watch.ask("SELECT count(*) FROM result.estimate") == [(0,)]
    assert watch.ask("SELECT verdict FROM result.diagnostic") == [("not_counter",)]


def test_the_same_input_gives_the_same_rows(watch):
    ordered(watch, ["F-1003", "F-1411", "F-1826", "F-2349", "F-2701"])
    estimated(watch)
    before = watch.ask("FROM result.estimate")
    estimated(watch)
    assert watch.ask("FROM result.estimate") == before


def test_holidays_are_offered_and_what_is_declared_goes_before_them(watch):
    ordered(watch, ["F-1000", "F-1400"])
    watch.load()
    with warehouse.writing(watch.home) as con:
        con.execute("INSERT INTO raw.event VALUES ('shop', '2025-12-25', 2, 'closed', 'Christmas', NULL)")
        (shop,) = watched(con)
    assert shop.calendar.closed == (date(2025, 12, 25), date(2025, 12, 26))
    unlike = {event.start for event in shop.calendar.events}
    assert date(2025, 1, 1) in unlike
    assert date(2025, 12, 25) not in unlike


def slots(day, *left):
    """One window the next day at each place, with so many places left."""
    return [
        {
            "location_ref": ref,
            "slot_start_utc": f"2025-{day}T10:00:00+00:00",
            "slot_end_utc": f"2025-{day}T11:00:00+00:00",
            "status": "free",
            "places": places,
            "capacity": 9,
        }
        for ref, places in zip("12", left, strict=True)
    ]


def test_orders_are_handed_out_over_locations_by_what_their_slots_lost(watch, places):
    watch.look("locations", "01-01", places("1", "2"))
    watch.look("locations", "07-01", places("1", "2"))
    for month in range(1, 7):
        watch.look("slots", f"{month:02}-02T08:00", slots(f"{month:02}-03", 9, 9))
        watch.look("slots", f"{month:02}-02T09:00", slots(f"{month:02}-03", 2, 8))
        watch.look("slots", f"{month:02}-02T12:00", slots(f"{month:02}-03", 2, 8))
    ordered(watch, ["F-1003", "F-1411", "F-1826", "F-2349", "F-2701", "F-3217"])
    estimated(watch)
    of = "SELECT location_id, {} FROM result.estimate WHERE quantity = '{}' ORDER BY location_id"
    (one, first), (two, second) = watch.ask(of.format("value", "pickup_order_share"))
    assert (one, two) == ("shop:1", "shop:2")
    assert first + second == pytest.approx(1)
    assert first > 0.7
    assert watch.ask(of.format("value IS NULL AND low = 0 AND high > 100", "pickup_orders"))[0] == ("shop:1", True)
    assert watch.ask("SELECT verdict FROM result.finding WHERE finding = 'calibration'") == [("not known",)]
