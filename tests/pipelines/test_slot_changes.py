"""Changes of slots by rule: a hold that comes back, capacity that is released, and what expires are no orders."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

START = "2025-01-04T18:00:00+00:00"


def slot(places: int | None, capacity: int | None = 5, start: str = START, **more: object) -> dict:
    end = start.replace(":00:00+", ":30:00+")
    told = {"location_ref": "1", "slot_start_utc": start, "slot_end_utc": end, "places": places, "capacity": capacity}
    return told | {"status": "full" if places == 0 else "free"} | more


def at_ten_minutes(watch, *looks: list[dict], day: str = "01-03", hour: int = 9) -> None:
    watch.declare()
    for number, rows in enumerate(looks):
        watch.look("slots", f"{day}T{hour + number // 6:02d}:{10 * (number % 6):02d}", rows)
    watch.load()


def classes(watch) -> list[tuple]:
    return watch.ask("SELECT class, quantity FROM core.slot_change ORDER BY not_after_utc, slot_start_utc")


def bounds(watch) -> list[tuple]:
    return watch.ask("SELECT offered::INT, taken_low::INT, taken_high::INT FROM mart.slot_fill_day ORDER BY local_date")


def test_a_place_that_comes_back_within_the_hold_was_no_order(watch):
    at_ten_minutes(watch, [slot(5)], [slot(4)], [slot(4)], [slot(5)])
    assert classes(watch) == [("offered", None), ("taken", -1), ("returned", 1)]
    assert bounds(watch) == [(5, 0, 0)]


def test_a_place_is_taken_for_sure_only_when_the_hold_has_passed(watch):
    at_ten_minutes(watch, [slot(5)], *[[slot(4)]] * 12)
    assert bounds(watch) == [(5, 0, 1)]
    watch.look("slots", "01-03T11:10", [slot(4)])
    watch.load()
    assert bounds(watch) == [(5, 1, 1)]


def test_capacity_that_grows_is_released_and_nothing_came_back(watch):
    at_ten_minutes(watch, [slot(2, 3)], [slot(4, 5)])
    assert classes(watch) == [("offered", None), ("released", 2)]
    assert bounds(watch) == [(5, 0, 1)]  # one was gone when we came


def test_many_places_more_than_can_be_back_are_a_release_where_no_capacity_is_told(watch):
    at_ten_minutes(watch, [slot(2, None)], [slot(1, None)], [slot(7, None)])
    assert [name for name, _ in classes(watch)] == ["offered", "taken", "released"]


def test_what_goes_at_the_cutoff_has_expired(watch):
    closing = {"cutoff_utc": "2025-01-03T09:15:00+00:00"}
    past = slot(None, status="past_cutoff", **closing)
    at_ten_minutes(watch, [slot(5, **closing)], [slot(5, **closing)], [past])
    assert classes(watch) == [("offered", None), ("expired", None)]
    assert bounds(watch) == [(5, 0, 1)]  # in the five minutes that nobody could see one may have gone


def test_a_day_that_is_taken_off_is_withdrawn_not_sold(watch):
    day = [slot(1, start=f"2025-01-04T{hour}:00:00+00:00") for hour in range(10, 16)]
    at_ten_minutes(watch, [*day, slot(3)], [slot(3)])
    assert [name for name, _ in classes(watch)] == ["offered"] * 7 + ["withdrawn"] * 6


def test_a_single_window_that_vanishes_was_taken_where_full_ones_are_never_shown(watch):
    others = [slot(2, start=f"2025-01-05T{hour}:00:00+00:00") for hour in range(10, 16)]
    at_ten_minutes(watch, [slot(1), *others], *[others] * 14)
    assert ("taken", -1) in classes(watch)
    assert bounds(watch)[0] == (5, 5, 5)


def test_after_a_long_time_without_a_look_the_class_is_gap(watch):
    watch.declare()
    watch.look("slots", "01-03T09:00", [slot(5)])
    watch.look("slots", "01-03T12:00", [slot(3)])
    watch.load()
    assert classes(watch) == [("offered", None), ("gap", -2)]
    assert watch.ask("SELECT longest_gap_minutes FROM mart.slot_fill_day") == [(180,)]


@pytest.mark.parametrize("outcome", ["blocked", "changed", "timeout"])
def test_a_look_that_failed_writes_no_state(watch, outcome):
    at_ten_minutes(watch, [slot(5)])
    watch.look("slots", "01-03T09:10", [], outcome=outcome)
    watch.load()
    assert classes(watch) == [("offered", None)]
    assert watch.ask("SELECT looks FROM core.slot_check_span") == [(1,)]


def test_takings_and_returns_between_two_looks_cancel_when_looks_are_fewer(watch):
    at_ten_minutes(watch, [slot(5)], [slot(4)], [slot(5)], [slot(4)], [slot(3)])
    assert watch.ask("SELECT every_nth, seen_to_go FROM mart.slot_thinning WHERE every_nth <= 2") == [(1, 3), (2, 2)]


def test_a_source_that_tells_no_numbers_has_no_upper_bound(watch):
    at_ten_minutes(watch, [slot(None, None)], *[[slot(None, None, status="full")]] * 14)
    assert bounds(watch) == [(None, 1, None)]


@pytest.mark.parametrize(("day", "hours"), [("2025-03-30", 23), ("2025-10-26", 25)])
def test_the_day_on_which_clocks_change_has_all_its_hours_once(watch, day, hours):
    midnight = datetime.fromisoformat(day).replace(tzinfo=ZoneInfo("Europe/Amsterdam")).astimezone(UTC)
    starts = [midnight + timedelta(hours=hour) for hour in range(hours)]
    rows = [slot(5) | {"slot_start_utc": f"{s}", "slot_end_utc": f"{s + timedelta(hours=1)}"} for s in starts]
    at_ten_minutes(watch, rows)
    watch.look("slots", "12-01", rows)
    watch.load()
    assert watch.ask("SELECT local_date::VARCHAR, windows, hours::INT FROM mart.slot_hours_day") == [
        (day, hours, hours)
    ]
