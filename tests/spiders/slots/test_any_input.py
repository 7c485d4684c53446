"""Whatever a server sends, the readers of slots answer with an outcome."""

import json
from datetime import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipelines.records import Page
from spiders.platform import platform_class, platform_names
from spiders.reading import platform_reader
from spiders.slots.platform import SlotPlatform
from spiders.slots.recognising import slot_platform

PLATFORMS = [name for name in platform_names() if issubclass(platform_class(name), SlotPlatform)]
NAMES = st.sampled_from(
    ["slots", "start", "end", "date", "status", "available", "availabilities", "sites", "events", "campsites", "total"]
    + ["output", "resourceType", "Facility", "Units", "Slices", "result", "links", "2025-01-06", "10:00", "monday", "A"]
    + ["minDate", "daysOfWeek", "disabled", "available_from", "day_of_week", "startDate", "startTime", "capacity", "id"]
)
VALUES = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from(
        ["2025-01-06", "2025-03-30T02:30", "2025-01-06T10:00Z", "10:00 - 12:00", "free", "Slot", "Bundle"]
    )
)
JSON = st.recursive(VALUES, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(NAMES, inner, max_size=5))
MARKUP = st.lists(
    st.sampled_from(
        [
            "<table>",
            "<tr>",
            "<td>",
            "<th data-date='2025-01-06'>",
            "</table>",
            "<li class='full'>",
            "10:00-12:00",
            "<b>",
        ]
        + [
            "<time datetime='2025-01-06T10:00'>",
            "<h2>6 January 2025</h2>",
            "3 left",
            "<script type='application/json'>",
        ]
        + ["<div data-start='x' data-left='99999999999'>", "</div>", "\x00", "\ud800", "<option value='25:61'>"]
    )
).map(lambda pieces: "".join(pieces).encode(errors="replace"))


def outcome(name: str, body: bytes, media_type: str) -> str:
    page = Page(url="http://shop.example/", seen_at_utc=datetime(2025, 1, 6), body=body, media_type=media_type)
    reading = platform_reader(slot_platform(page, name, "Europe/Amsterdam"))(page)
    assert reading.reason is None or "Error:" not in reading.reason, reading.reason
    return reading.outcome


@pytest.mark.parametrize("name", PLATFORMS)
@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None, max_examples=60
)
@given(body=st.binary() | JSON.map(lambda told: json.dumps(told).encode()) | MARKUP)
def test_no_answer_makes_a_reader_fail(name, body):
    assert outcome(name, body, "application/json") in {"ok", "empty", "changed", "blocked"}
