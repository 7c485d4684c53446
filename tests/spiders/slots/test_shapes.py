"""Shapes of sources that nobody has named: what is told is understood, what is not told stays untold."""

import json
from datetime import date

import pytest

from spiders.reads.slots import read
from spiders.slots.calendar import slots_in


@pytest.fixture
def slots(tmp_path):
    def slots(answer: object, timezone: str = "Europe/Amsterdam", name: str = "answer.json", **words) -> list[dict]:
        file = tmp_path / name
        file.write_text(answer if isinstance(answer, str) else json.dumps(answer))
        return list(read(file, **{"platform": None, "url": None, "timezone": timezone, **words}))

    return slots


def brief(slots: list[dict]) -> list[tuple]:
    """When, what, how many: without date, seconds and offset."""
    return [(str(s["start"])[5:16], str(s["end"])[11:16], s["status"], s["places"]) for s in slots]


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


TABLE = """<table><tr><th>Time</th><th data-date="2025-01-06">Mon 6</th><th data-date="2025-01-07">Tue 7</th></tr>
<tr><td>10:00 - 12:00</td><td class="full">Full</td><td><button>3 left</button></td></tr>
<tr><td>12:00 - 14:00</td><td class="is-closed">-</td><td>Ask us</td></tr></table>"""
LISTS = """<h2>Mon 6 January 2025</h2>
<ul><li>10:00 \u2013 12:00 <b>Vol</b></li><li>12:00 - 14:00, nog 3 plekken</li></ul>
<h2>Tue 7 January 2025</h2><ul><li>10:00-12:00</li></ul>"""
ATTRIBUTES = """<div data-store-id="7"><i class="slot--available" data-left="3" data-capacity="9"></i>
<div class="slot" data-start="2025-01-06T10:00" data-end="2025-01-06T12:00" data-left="3" data-capacity="9">10</div>
<button disabled data-start="2025-01-06T12:00" data-end="2025-01-06T14:00">12</button></div>"""
COLUMNS = """<table><tr><th>Datum</th><th>Von</th><th>Bis</th><th>Status</th></tr>
<tr><td>06.01.2025</td><td>10:00</td><td>12:00</td><td>ausgebucht</td></tr></table>"""


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        pytest.param(
            TABLE,
            [("01-06T10:00", "full", None), ("01-07T10:00", "free", 3), ("01-06T12:00", "closed", None),
             ("01-07T12:00", "unknown", None)],
            id="a table of days and times",
        ),
        pytest.param(
            LISTS,
            [("01-06T10:00", "full", None), ("01-06T12:00", "free", 3), ("01-07T10:00", "free", None)],
            id="lists under days",
        ),
        pytest.param(
            ATTRIBUTES, [("01-06T10:00", "free", 3), ("01-06T12:00", "not_offered", None)], id="attributes"
        ),
        pytest.param(COLUMNS, [("01-06T10:00", "full", None)], id="a row for each slot"),
    ],
)  # fmt: skip
def test_pages_are_read_as_people_read_them(slots, page, expected):
    got = brief(slots(f"<html><body>{page}</body></html>", name="page.html"))
    assert [(start, status, places) for start, _, status, places in got] == expected


def test_what_stands_under_the_identifier_of_a_place_is_of_that_place(slots):
    day = {"2025-01-06": {"10:00-12:00": 3}}
    assert [(s["location_ref"], s["places"]) for s in slots({"12": day, "S-13": day})] == [("12", 3), ("S-13", 3)]


def test_a_start_that_says_more_of_itself_is_one_moment(slots):
    times = {name: {"dateTime": f"2025-01-06T{hour}:00", "note": "x"} for name, hour in (("start", 10), ("end", 11))}
    assert brief(slots({"slots": [{**times, "status": "OPEN"}]})) == [("01-06T10:00", "11:00", "free", None)]


def test_a_locker_tells_each_size_as_a_slot_of_the_day(slots):
    locker = {"apm": "UK1", "total": 24, "available": 7, "lastUpdatedTime": "2025-01-06T09:00:00Z"}
    sizes = {"A": {"total": 12, "available": 7}, "B": {"total": 12, "available": 0}}
    got = slots({**locker, **sizes})
    assert [(s["location_ref"], s["service"], s["status"], s["places"], s["capacity"]) for s in got] == [
        ("UK1", "A", "free", 7, 12),
        ("UK1", "B", "full", 0, 12),
    ]
    assert {(s["start"][:16], s["end"][:16]) for s in got} == {("2025-01-06T00:00", "2025-01-07T00:00")}


def test_fhir_files_of_one_folder_are_read_together(slots, tmp_path):
    capacity = "http://fhir-registry.smarthealthit.org/StructureDefinition/slot-capacity"
    schedule = {"resourceType": "Schedule", "id": "456", "actor": [{"reference": "Location/123"}]}
    (tmp_path / "schedules.ndjson").write_text(json.dumps(schedule))
    at = {"schedule": {"reference": "Schedule/456"}, "start": "2025-01-06T15:00:00-05", "end": "2025-01-06T15:20:00-05"}
    lines = [
        {"resourceType": "Slot", "status": status, "extension": [{"url": capacity, "valueInteger": number}], **at}
        for status, number in (("free", 10), ("busy", 5))
    ]
    (slot,) = slots("\n".join(map(json.dumps, lines)), "America/New_York", "slots.ndjson")
    assert (slot["location_ref"], slot["status"], slot["places"], slot["capacity"]) == ("123", "free", 10, 15)
    assert slot["start"] == "2025-01-06T15:00:00-05:00"


def test_windows_of_zapiet_are_on_the_day_of_their_address(slots):
    window = {"id": 1, "location_id": 5, "day_of_week": "monday", "available_from": "09:00", "available_until": "09:30"}
    url = "https://api.zapiet.example/v1.0/pickup/locations/5/calendar/2025-01-06?shop=x"
    (slot,) = slots([{**window, "limited": True, "limit": 10}], url=url)
    assert brief([slot]) == [("01-06T09:00", "09:30", "free", None)]
    assert (slot["location_ref"], slot["capacity"]) == ("5", None)


@pytest.mark.parametrize(
    "answer",
    [
        {"items": [{"start": "2025-09-01T08:00Z", "total": 9, "available": 2}]},
        {"availabilities": [{"date": "2025-09-01", "slots": ["10:00"]}]},
        {"sites": [{"link": "x", "slots": [{"start": "2025-09-01T08:00Z"}]}]},
        {"locations": [{"id": 4, "slots": [{"start": "2025-09-01T08:00Z"}]}]},
        [{"id": 4, "start": "2025-09-01T08:00Z"}],
    ],
)
def test_a_shape_that_only_resembles_a_family_is_not_taken_for_it(slots, answer):
    assert [slot["start"][:16] for slot in slots(answer)] == ["2025-09-01T10:00"]


def test_zapiet_leads_from_places_over_days_to_windows(server, look):
    calendar = {"minDate": "2025-01-06", "maxDate": None, "disabled": ["2025-01-07"], "daysOfWeek": {
        day: {"min": {"hour": "09", "minute": "00"}, "max": {"hour": "17", "minute": "00"}}
        for day in ("monday", "tuesday", "wednesday")
    }}  # fmt: skip
    window = {"id": 1, "available_from": "09:00", "available_until": "09:30", "limited": True, "limit": 10}
    server.says("/v1.0/pickup/locations?shop=x.example&limit=200&page=1", {"locations": [{"id": 5, "name": "Shop"}]})
    server.says("/v1.0/pickup/locations/5/calendar?shop=x.example", calendar)
    for day, windows in (("2025-01-06", [window]), ("2025-01-08", [])):
        server.says(f"/v1.0/pickup/locations/5/calendar/{day}?shop=x.example", windows)
    options = {"url": f"{server.url}/v1.0", "shop": "x.example", "days": 3, "limit": "capacity"}
    seen = look(server.url, "slots", "zapiet", options)
    assert [outcome for outcome, _ in seen.looks] == ["ok"] * 4
    # Seen today, more than a year later: what was read is told by what was set aside.
    assert [json.loads(reject["payload"])["slot_start_utc"] for reject in seen.lines("reject")] == [
        "2025-01-06T09:00:00"
    ]


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


def test_the_days_of_a_calendar_begin_at_full_hours_too(slots):
    day = {"min": {"hour": 10, "minute": 0}, "max": {"hour": 18, "minute": 0}}
    calendar = {"minDate": "2025-09-01", "maxDate": "2025-09-07", "disabled": [], "daysOfWeek": {"monday": day}}
    assert brief(slots(calendar)) == [("09-01T10:00", "18:00", "free", None)]


@pytest.mark.parametrize(("page", "status"), [
    ("<title>Access Denied</title><p>You don't have permission to access this server.", "blocked"),
    ("<title>Shop</title><h1>503 Service Temporarily Unavailable</h1>", "unknown"),
])  # fmt: skip
def test_a_page_of_an_error_is_no_calendar_without_slots(slots, page, status):
    assert [slot["status"] for slot in slots(page, name="answer.html")] == [status]


def test_a_button_says_by_its_class_what_the_cell_does_not(slots):
    table = "<tr><th><th>2025-09-01<tr><th>10:00 - 12:00<td><button class='slot slot--closed'>x</button>"
    assert brief(slots(f"<table>{table}</table>", name="answer.html")) == [("09-01T10:00", "12:00", "closed", None)]
