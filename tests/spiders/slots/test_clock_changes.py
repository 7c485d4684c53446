"""Days on which clocks change: no slot is doubled, lost or moved, and what cannot be told is not guessed."""

import json
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.records import Origin, Profile
from pipelines.stages.clean import Unclean, clean
from spiders.slots.wall_clock import settled

ZONE = "Europe/Amsterdam"
ORIGIN = Origin(retailer="shop", source="slots", kind="slots", profile=Profile(timezone=ZONE), seller="shop")


def day_of_slots(day: str, minutes: int, *, offset: bool) -> list[tuple[dict, datetime]]:
    """All windows of a local day as a source writes them, in order, each with the instant at which it really begins."""
    begin = datetime.fromisoformat(day).replace(tzinfo=ZoneInfo(ZONE)).astimezone(UTC)
    starts = [begin + timedelta(minutes=minutes * n) for n in range(26 * 60 // minutes)]
    today = [start for start in starts if start.astimezone(ZoneInfo(ZONE)).date().isoformat() == day]
    rows = []
    for start in today:
        walls = [moment.astimezone(ZoneInfo(ZONE)) for moment in (start, start + timedelta(minutes=minutes))]
        texts = [wall.isoformat() if offset else wall.replace(tzinfo=None).isoformat() for wall in walls]
        row = {"location_ref": "1", "slot_start_utc": texts[0], "slot_end_utc": texts[1], "status": "free"}
        rows.append((row, start.replace(tzinfo=None)))
    return rows


@pytest.mark.parametrize("offset", [True, False])
@pytest.mark.parametrize("minutes", [15, 30, 60])
@pytest.mark.parametrize(("day", "hours"), [("2025-03-30", 23), ("2025-10-26", 25), ("2025-07-01", 24)])
def test_every_slot_of_the_day_lands_on_its_instant(day, hours, minutes, offset):
    told = day_of_slots(day, minutes, offset=offset)
    assert len(told) == hours * 60 // minutes
    slots = [clean(row, ORIGIN, {}) for row in settled([row for row, _ in told], ZONE)]
    assert [slot.slot_start_utc for slot in slots] == [start for _, start in told]
    assert {slot.slot_end_utc - slot.slot_start_utc for slot in slots} == {timedelta(minutes=minutes)}


def one(start: str, end: str, **words: str) -> dict:
    (row,) = settled(
        [{"location_ref": "1", "slot_start_utc": start, "slot_end_utc": end, "status": "free"} | words], ZONE
    )
    return row


@pytest.mark.parametrize(
    ("start", "end", "why"),
    [
        ("2025-03-30T02:30", "2025-03-30T03:30", "does not exist in Europe/Amsterdam"),
        ("2025-10-26T02:30", "2025-10-26T03:30", "comes twice in Europe/Amsterdam"),
    ],
)
def test_a_time_that_cannot_be_told_is_set_aside_with_the_reason(start, end, why):
    with pytest.raises(Unclean, match=why):
        clean(one(start, end), ORIGIN, {})


def test_a_window_that_ends_when_clocks_go_forward_ends_then():
    slot = clean(one("2025-03-30T01:00", "2025-03-30T02:00"), ORIGIN, {})
    assert slot.slot_end_utc - slot.slot_start_utc == timedelta(hours=1)


def test_a_list_in_no_order_does_not_tell_which_hour_is_meant():
    rows = [
        {"location_ref": "1", "slot_start_utc": f"2025-10-26T{time}", "slot_end_utc": f"2025-10-26T{time[:3]}59"}
        for time in ("05:00", "02:30", "04:00", "02:00")
    ]
    texts = [str(row["slot_start_utc"]) for row in settled(rows, ZONE)]
    assert ["comes twice" in text for text in texts] == [False, True, False, True]


def test_an_order_limit_that_cannot_be_told_does_not_cost_the_slot():
    row = one("2025-10-26T10:00", "2025-10-26T12:00", cutoff_utc="2025-10-26T02:30")
    assert row["cutoff_utc"] is None
    assert clean(row, ORIGIN, {}).slot_start_utc == datetime.fromisoformat("2025-10-26T09:00")


@given(
    st.lists(
        st.fixed_dictionaries({}, optional={
            "location_ref": st.text() | st.none(), "slot_start_utc": st.datetimes().map(str) | st.text() | st.none(),
            "slot_end_utc": st.datetimes().map(str) | st.integers(), "cutoff_utc": st.text() | st.lists(st.text()),
        })
    )
)  # fmt: skip
def test_no_row_is_lost_and_none_raises(rows):
    assert len(settled(rows, ZONE)) == len(rows)


def written_as_json(rows: list[dict]) -> str:
    slots = [{"start": row["slot_start_utc"], "end": row["slot_end_utc"], "left": 2, "capacity": 5} for row in rows]
    return json.dumps({"stores": [{"id": 7, "name": "Shop", "slots": slots}]})


def written_as_page(rows: list[dict]) -> str:
    lines = [f"<li>{row['slot_start_utc'][11:16]} - {row['slot_end_utc'][11:16]}, 2 left of 5</li>" for row in rows]
    return f"<body data-store='7'><h2>{rows[0]['slot_start_utc'][:10]}</h2><ul>{''.join(lines)}</ul></body>"


@pytest.mark.parametrize(
    ("platform", "written"), [("json_calendar", written_as_json), ("html_calendar", written_as_page)]
)
@pytest.mark.parametrize(("day", "hours"), [("2025-03-30", 23), ("2025-10-26", 25)])
def test_from_bytes_to_rows_no_slot_is_doubled_lost_or_moved(read, web, platform, written, day, hours):
    told = day_of_slots(day, 60, offset=False)
    reading = read("slots", platform, {"url": "/slots"}, web(written([row for row, _ in told])))
    slots = [clean(row, ORIGIN, {}) for row in reading.rows]
    assert [slot.slot_start_utc for slot in slots] == [start for _, start in told]
    assert {slot.slot_end_utc - slot.slot_start_utc for slot in slots} == {timedelta(hours=1)}
    assert {(slot.location_ref, slot.places, slot.capacity) for slot in slots} == {("7", 2, 5)}
    assert len({slot.slot_start_utc for slot in slots}) == hours


@pytest.mark.parametrize("times", [{"slot_start_utc": "start"}, {"slot_start_utc": "window"}])
def test_a_field_that_holds_no_text_does_not_end_the_look(read, web, times):
    options = {"url": "/slots", "fields": {"location_ref": "id", **times}}
    body = [{"id": "1", "start": {"at": [1]}, "window": ["2025-10-26T02:30"]}]
    assert read("slots", "json_api", options, web(body, "application/json")).outcome == "ok"
