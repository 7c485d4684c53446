"""Families of sources: lockers, FHIR files, Zapiet; and what only resembles one."""

import json

import pytest

from tests.spiders.slots.brief import brief


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


def test_the_days_of_a_calendar_begin_at_full_hours_too(slots):
    day = {"min": {"hour": 10, "minute": 0}, "max": {"hour": 18, "minute": 0}}
    calendar = {"minDate": "2025-09-01", "maxDate": "2025-09-07", "disabled": [], "daysOfWeek": {"monday": day}}
    assert brief(slots(calendar)) == [("09-01T10:00", "18:00", "free", None)]
