"""Shapes of sources that nobody has named: what is told is understood, what is not told stays untold."""

from datetime import date

import pytest

from spiders.slots.calendar import slots_in
from tests.spiders.slots.brief import brief


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        pytest.param(
            {"slots": [{"date": "2025-09-01", "timeSlots": [{"slot": "07:30AM - 08:00AM", "available": 3}]}]},
            [("09-01T07:30", "08:00", "free", 3)],
            id="windows of a day with places",
        ),
        pytest.param(
            {"items": [{"startDateTime": "2025-09-01T14:00:00Z"}], "total": 1},
            [("09-01T16:00", "", "free", None)],
            id="a total beside the list",
        ),
        pytest.param(
            {"availability": [{"date": "2025-09-01", "total_slots": 0, "available_slots": 0}]},
            [("09-01T00:00", "00:00", "not_offered", 0)],
            id="no places at all",
        ),
        pytest.param(
            {"timeSlots": [{"startTime": "2025-09-01T14:00:00Z", "available": False}]},
            [("09-01T16:00", "", "full", None)],
            id="available or not",
        ),
        pytest.param(
            {"deliveryDates": [{"date": "2025-09-01", "deliveryTimeSlots": [{"from": "22:00", "to": "01:00"}]}]},
            [("09-01T22:00", "01:00", "free", None)],
            id="a window over midnight",
        ),
        pytest.param(
            {"slots": {"2025-09-01": 4, "2025-09-02": 0}},
            [("09-01T00:00", "00:00", "free", 4), ("09-02T00:00", "00:00", "full", 0)],
            id="open windows of each day",
        ),
        pytest.param(
            {"month": {"2025-09-01": "fully booked", "2025-09-02": "closed", "2025-09-03": "past cut-off"}},
            [
                ("09-01T00:00", "00:00", "full", None),
                ("09-02T00:00", "00:00", "closed", None),
                ("09-03T00:00", "00:00", "past_cutoff", None),
            ],
            id="a grid of a month",
        ),
        pytest.param(
            {"2025-09-01": [{"id": 1, "time": "17:15", "places_dispo": 2}]},
            [("09-01T17:15", "", "free", 2)],
            id="days as names",
        ),
        pytest.param(
            {"2025-09-01": {"10:00": True, "11:00": False}},
            [("09-01T10:00", "", "free", None), ("09-01T11:00", "", "full", None)],
            id="days and times as names",
        ),
        pytest.param(
            {"days": [{"date": "2025-09-01", "windows": ["10:00-12:00"]}, {"date": "2025-09-02", "windows": []}]},
            [("09-01T10:00", "12:00", "free", None)],
            id="texts of windows",
        ),
        pytest.param(
            [{"start": "2025-09-01T08:00Z", "end": "2025-09-01T09:00Z", "capacity": 9, "booked": 9}],
            [("09-01T10:00", "11:00", "full", 0)],
            id="capacity and booked",
        ),
        pytest.param(
            [{"start": "2025-09-01T08:00Z", "available": False, "left": 4}],
            [("09-01T10:00", "", "not_offered", 4)],
            id="places that one cannot choose",
        ),
        pytest.param({"nextSlot": None, "slots": []}, [], id="nothing"),
        pytest.param({"holidays": ["2025-12-25"], "slots": []}, [], id="days of something else"),
    ],
)
def test_json_is_read_by_what_its_fields_are_called(slots, answer, expected):
    got = slots(answer)
    assert [(a, b[:5] if b != "None" else "", c, d) for a, b, c, d in brief(got)] == expected


def test_a_word_that_is_not_known_is_unknown_and_never_free(slots):
    (slot,) = slots([{"start": "2025-09-01T08:00Z", "status": "Wachtlijst"}])
    assert (slot["status"], slot["reason"]) == ("unknown", "the source says 'Wachtlijst'")


def test_places_are_named_by_the_records_around_them(slots):
    answer = {"stores": [{"id": 12, "name": "X", "days": [{"date": "2025-09-01", "windows": ["10:00-12:00"]}]}]}
    assert [slot["location_ref"] for slot in slots(answer)] == ["12"]


def test_what_a_source_calls_a_slot_is_kept_beside_it_and_tells_none_apart():
    answer = {"slots": [{"id": f"{n}f3", "start": f"2025-09-01T1{n}:00:00Z", "available": 3} for n in range(2)]}
    assert [slot.slot_ref for slot in slots_in(answer, date(2025, 9, 1))] == ["0f3", "1f3"]


def test_weekly_hours_are_laid_out_over_seven_days(slots):
    answer = {"id": 7, "name": "Shop", "hours": [{"day": "monday", "open": "09:00", "close": "17:00"}]}
    (slot,) = slots(answer)
    assert (slot["location_ref"], slot["status"], slot["start"][11:16]) == ("7", "free", "09:00")


def test_a_wall_is_blocked_and_no_calendar_is_unknown(slots):
    (wall,) = slots("<title>Just a moment...</title><p>Verify you are human", name="a.html")
    (noise,) = slots("no such thing", name="b.json")
    assert (wall["status"], noise["status"]) == ("blocked", "unknown")
    assert "Cloudflare" in wall["reason"]


def test_what_stands_under_the_identifier_of_a_place_is_of_that_place(slots):
    day = {"2025-01-06": {"10:00-12:00": 3}}
    assert [(s["location_ref"], s["places"]) for s in slots({"12": day, "S-13": day})] == [("12", 3), ("S-13", 3)]


def test_a_start_that_says_more_of_itself_is_one_moment(slots):
    times = {name: {"dateTime": f"2025-01-06T{hour}:00", "note": "x"} for name, hour in (("start", 10), ("end", 11))}
    assert brief(slots({"slots": [{**times, "status": "OPEN"}]})) == [("01-06T10:00", "11:00", "free", None)]


@pytest.mark.parametrize(("told", "status"), [
    ({"is_available": False, "unavailability_reason": "CUT_OFF_PASSED"}, "past_cutoff"),
    ({"status": "UNAVAILABLE", "unavailabilityReason": "FULL"}, "full"),
    ({"available": False, "reason": "Moon in Leo"}, "unknown"),
    ({"available": True, "reason": None}, "free"),
    ({"complet": True}, "full"),
    ({"status": "Réservé"}, "full"),
    ({"label": "Reserve"}, "free"),
])  # fmt: skip
def test_a_reason_says_more_than_a_flag(slots, told, status):
    (slot,) = slots({"slots": [{"date": "2025-09-01", "van": "10:00", "tot": "12:00", **told}]})
    assert slot["status"] == status


def test_names_are_known_with_their_accents_and_in_the_language_of_the_shop(slots):
    windows = [{"datum": "01.09.2025", "beginn": "10:00", "ende": "11:00", "freiePlätze": 3, "maxKapazität": 8}]
    assert [
        (s["location_ref"], s["places"], s["capacity"]) for s in slots({"markt": {"id": 7}, "zeitfenster": windows})
    ] == [("7", 3, 8)]


def test_a_status_may_be_named_for_what_it_is_of(slots):
    times = {"startsAt": "2025-09-01T06:00:00+02:00", "endsAt": "2025-09-01T07:00:00+02:00"}
    told = [{**times, "reservationStatus": "Full"}, {**times, "reservationStatus": "Available", "taxState": "x1"}]
    assert [slot["status"] for slot in slots({"windows": told})] == ["full", "free"]
