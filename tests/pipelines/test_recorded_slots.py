"""Recorded slot histories: what moved between two looks is what the recordings say."""

import json
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

NEW_YORK = ZoneInfo("America/New_York")
MOVEMENTS = """
SELECT
    strftime(not_after_utc, '%Y-%m-%dT%H:%M:%S'),
    coalesce(-sum(quantity) FILTER (change = 'taken'), 0),
    coalesce(sum(quantity) FILTER (change = 'returned'), 0),
    count(*) FILTER (change IN ('offered', 'offered again')),
    count(*) FILTER (change = 'withdrawn')
FROM core.slot_change GROUP BY 1
"""


def slots(recorded: list[dict]) -> list[dict]:
    """Ten minutes each; only what is free is listed."""
    return [
        {
            "location_ref": "site",
            "slot_start_utc": start.isoformat(),
            "slot_end_utc": (start + timedelta(minutes=10)).isoformat(),
            "status": "free",
            "places": slot["availableAppointments"],
            "capacity": slot["totalAppointments"],
        }
        for slot in recorded
        for start in [datetime.fromisoformat(f"{slot['startDate']}T{slot['startTime']}").replace(tzinfo=NEW_YORK)]
    ]


def utc(text: str) -> str:
    return datetime.fromisoformat(text).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S")


@pytest.mark.parametrize("case", ["nyc_site33_2021-01-29", "nyc_site34_2021-02-08"])
def test_movements_agree_with_the_recording(watch, fixtures, case):
    folder = fixtures / "slots" / case
    expected = json.loads((folder / "expected.json").read_text())
    watch.declare()
    for look in expected["snapshots"]:
        watch.look("slots", utc(look["observed_at"]), slots(json.loads((folder / look["file"]).read_text())))
    watch.load()
    found = {when: [int(count) for count in counts] for when, *counts in watch.ask(MOVEMENTS)}
    for look in expected["snapshots"][1:]:
        down, up, *come_and_gone = found.get(utc(look["observed_at"]), [0, 0, 0, 0])
        assert (down, up) == (look["available_down"], look["available_up"])
        if look["observed_at"] < expected["service_date"]:  # on the day itself, what merely began is not gone
            assert come_and_gone == [look["slots_appeared"], look["slots_gone"]]
