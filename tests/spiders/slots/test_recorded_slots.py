"""Recorded answers of eight families: as many slots as were counted by hand, the first of them, their places."""

import json
from datetime import date, datetime
from pathlib import Path

import pytest

from spiders.reads.slots import read

CASES = (
    "fr_doctolib_basic",
    "fr_mesoigner",
    "fr_ordoclic",
    "fr_ordoclic_empty",
    "fr_valwin",
    "recgov_234779_oct",
    "recgov_sardine_peak",
    "usedirect_minnesota",
)


def slots_of(file: Path, timezone: str = "UTC", url: str | None = None) -> list[dict]:
    return list(read(file, platform=None, url=url, timezone=timezone))


def instant(text: str, like: str) -> object:
    """What is known of a time: a date, or a moment; without offset it is on the clock of UTC, in which we read."""
    return text[:10] if len(like) == 10 else datetime.fromisoformat(text if text[19:] else f"{text}+00:00")


@pytest.mark.parametrize("case", CASES)
def test_free_slots_are_those_that_were_counted(fixtures, case):
    folder = fixtures / "slots" / case
    expected = json.loads((folder / "expected.json").read_text())
    since = expected.get("search_start", str(date.min))
    free = [
        slot
        for slot in slots_of(folder / expected["input"])
        if slot["status"] == "free" and str(slot["start"])[:10] >= since
    ]
    assert len(free) == expected["count_available"]
    first = min((slot["start"] for slot in free), default=None)
    wanted = expected["first_available"]
    assert wanted == first or instant(str(first), wanted) == instant(wanted, wanted)
    want = [(slot.get("location_id"), instant(slot["start"], slot["start"])) for slot in expected["slots"]]
    like = wanted or ""
    got = [(slot["location_ref"] if want[0][0] else None, instant(str(slot["start"]), like)) for slot in free]
    assert sorted(got, key=str) == sorted(want, key=str)


def test_places_are_told_where_the_source_tells_them(fixtures):
    folder = fixtures / "slots" / "fr_mesoigner"
    assert {slot["places"] for slot in slots_of(folder / "response.json")} == {1}


def test_all_that_is_listed_is_told_and_not_only_what_is_free(fixtures):
    usedirect, recgov = (
        [slot["status"] for slot in slots_of(fixtures / "slots" / case / "response.json")]
        for case in ("usedirect_minnesota", "recgov_234779_oct")
    )
    assert (len(usedirect), usedirect.count("full")) == (154, 48)
    assert {word: recgov.count(word) for word in set(recgov)} == {"free": 178, "not_offered": 140, "full": 4}


@pytest.mark.parametrize("case", ["nyc_site33_2021-01-29", "nyc_site34_2021-02-08"])
def test_places_of_every_snapshot_add_up(fixtures, case):
    folder = fixtures / "slots" / case
    for snapshot in json.loads((folder / "expected.json").read_text())["snapshots"]:
        slots = slots_of(folder / snapshot["file"], "America/New_York")
        assert len(slots) == snapshot["slots"]
        assert sum(slot["capacity"] for slot in slots) == snapshot["total"]
        assert sum(slot["places"] for slot in slots) == snapshot["available"]
        assert sum(slot["status"] == "free" for slot in slots) == snapshot["slots_with_availability"]


def test_events_of_every_snapshot_add_up(fixtures):
    folder = fixtures / "slots" / "ny_state_sites_history"
    for snapshot in json.loads((folder / "expected.json").read_text())["snapshots"]:
        slots = slots_of(folder / snapshot["file"], "America/New_York")
        assert (len(slots), sum(slot["places"] or 0 for slot in slots)) == (
            snapshot["events"],
            snapshot["appointments"],
        )


def test_a_slot_before_the_day_that_was_asked_for_is_told_as_past(fixtures):
    file = fixtures / "slots" / "fr_doctolib_basic" / "response.json"
    slots = slots_of(file, url="https://clinic.example/availabilities.json?start_date=2021-04-03&limit=7")
    assert [slot["status"] for slot in slots] == ["free", "past_cutoff"]
    assert slots_of(file) == slots  # the answer itself begins with the day
