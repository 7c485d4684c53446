"""The same slots told in three ways are the same rows: the shop's API, its FHIR files, its calendar for people."""

from datetime import UTC, date, datetime

import numpy as np
import pytest

from pipelines import clock
from sandbox.misbehaviour import Rule
from sandbox.server import serving
from sandbox.shop import Shop
from sandbox.world import draw_world

API = {
    "url": "/api/slots?page={page}&size=500",
    "paging": {"kind": "page", "size": 500},
    "items": "slots",
    "total": "total",
    "fields": {
        "location_ref": "location",
        "slot_start_utc": "start",
        "slot_end_utc": "end",
        "status": "status",
        "places": "left",
        "capacity": "capacity",
    },
}
MOMENTS = {
    "an ordinary day": datetime(2025, 3, 25, 8, tzinfo=UTC),
    "clocks go forward within the days on sale": datetime(2025, 3, 28, 20, tzinfo=UTC),
}


@pytest.fixture
def at(shop):
    """Let shop and watcher live at a moment."""

    def at(moment: datetime) -> None:
        shop[0].set_now(moment)
        clock.pin(moment.replace(tzinfo=None))

    return at


@pytest.fixture(scope="module")
def shop():
    shop = Shop(draw_world(np.random.default_rng(7), weeks=5, start=date(2025, 3, 3)))
    with serving(shop) as url:
        yield shop, url


def rows(seen) -> dict[tuple, tuple]:
    assert seen.run.stopped is None
    assert {outcome for outcome, _ in seen.looks} == {"ok"}, seen.looks
    assert not seen.lines("reject")
    slots = seen.lines("slot")
    told = {(s["location_ref"], s["slot_start_utc"], s["slot_end_utc"]): s for s in slots}
    assert len(told) == len(slots)
    return told


@pytest.mark.parametrize("moment", MOMENTS.values(), ids=MOMENTS.keys())
def test_fhir_files_and_calendars_agree_with_the_api(shop, at, look, moment):
    _, url = shop
    at(moment)
    api = rows(look(url, "slots", "json_api", API))
    fhir = rows(look(url, "slots", "smart_scheduling", {"url": "/fhir/$bulk-publish"}, slug="fhir"))
    refs = sorted({ref for ref, _, _ in api})[:5]
    pages = {"url": "/locations/{location_ref}/calendar", "locations": refs, "part": "#calendar"}
    calendar = rows(look(url, "slots", "html_calendar", pages, slug="calendar"))
    assert {slot["status"] for slot in api.values()} >= {"free", "full"}
    assert fhir.keys() == api.keys()
    assert calendar.keys() == {key for key in api if key[0] in refs}
    for key, slot in api.items():
        if slot["status"] in ("free", "full"):
            assert [fhir[key][name] for name in ("status", "places", "capacity")] == [
                slot["status"], slot["places"], slot["capacity"]
            ]  # fmt: skip
        else:
            assert fhir[key]["status"] == "closed"
    for key, slot in calendar.items():
        assert slot["status"] == api[key]["status"]
        assert slot.get("places") in (None, api[key]["places"])
        assert (slot["status"] == "free") == (slot.get("places") is not None)


def test_a_location_without_a_calendar_is_gone_and_tells_nothing(shop, look):
    seen = look(shop[1], "slots", "html_calendar", {"url": "/locations/{location_ref}/calendar", "locations": ["X"]})
    assert [outcome for outcome, _ in seen.looks] == ["gone"]
    assert not seen.lines("slot")


def test_a_file_of_schedules_that_is_refused_leaves_the_slots_unseen(shop, look):
    trading, url = shop
    trading.misbehaviour.add(Rule(path="/fhir/schedules", how="challenge"))
    seen = look(url, "slots", "smart_scheduling", {"url": "/fhir/$bulk-publish"}, slug="refused")
    trading.misbehaviour.take_back()
    assert [outcome for outcome, _ in seen.looks] == ["ok", "blocked"]
    assert not seen.lines("slot")
