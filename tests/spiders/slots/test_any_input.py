"""Whatever a server sends, the readers of slots answer with an outcome."""

import json
import re
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
NAMES = [
    "slots",
    "start",
    "end",
    "date",
    "status",
    "available",
    "availabilities",
    "sites",
    "events",
    "campsites",
    "total",
    "output",
    "resourceType",
    "Facility",
    "Units",
    "Slices",
    "result",
    "links",
    "2025-01-06",
    "10:00",
    "monday",
    "A",
    "minDate",
    "daysOfWeek",
    "disabled",
    "available_from",
    "day_of_week",
    "startDate",
    "startTime",
    "capacity",
    "id",
    "locker_availability",
    "details",
    "schedule",
    "extension",
    "slot_beginning",
    "timeStart",
]
TEXTS = ["2025-01-06", "2025-03-30T02:30", "2025-01-06T10:00Z", "10:00 - 12:00", "free", "Slot", "Bundle"]
PIECES = [
    "<table>",
    "<tr>",
    "<td>",
    "<th data-date='2025-01-06'>",
    "</table>",
    "<li class='full'>",
    "10:00-12:00",
    "<b>",
    "</div>",
    "\x00",
    "3 left",
    "<time datetime='2025-01-06T10:00'>",
    "<h2>6 January 2025</h2>",
    "<script type='application/json'>",
    "<option value='25:61'>",
    "<div data-start='x' data-left='99999999999'>",
    "{",
]
VALUES = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.sampled_from(TEXTS)
JSON = st.recursive(
    VALUES,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(NAMES), inner, max_size=5),
)
BODY = (
    st.binary()
    | JSON.map(lambda told: json.dumps(told).encode())
    | st.lists(st.sampled_from(PIECES)).map(lambda pieces: "".join(pieces).encode())
)


@pytest.mark.parametrize("name", PLATFORMS)
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=100)
@given(body=BODY)
def test_no_answer_makes_a_reader_fail(name, body):
    page = Page(url="http://shop.example/", seen_at_utc=datetime.fromisoformat("2025-01-06"), body=body)
    reading = platform_reader(slot_platform(page, name, "Europe/Amsterdam"))(page)
    assert reading.outcome in {"ok", "empty", "changed", "blocked"}
    assert not re.match(r"\w+Error: ", reading.reason or "")
