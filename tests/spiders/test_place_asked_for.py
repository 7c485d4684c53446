"""An answer that is about another location than was asked for is no data, whatever it lists."""

from datetime import timedelta

import pytest

from pipelines.clock import now_utc

SLOTS = {"url": "/slots?store={location_ref}", "locations": ["12", "17"], "items": "slots", "echo": "store.id"}
ONE = {"start": "2025-01-06T10:00:00+01:00", "end": "2025-01-06T11:00:00+01:00", "available": True}
OFFER = """<script type="application/ld+json">{"@type": "Product", "name": "Tea", "sku": "1",
"offers": {"@type": "Offer", "price": "2.49", "priceCurrency": "EUR"}}</script>"""


def asked_about(web, ref: str, **answer: object):
    return web(answer, "application/json", context={"page": "1", "location_ref": ref})


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        ({"store": {"id": 12}, "slots": [ONE]}, "ok"),
        ({"store": {"id": 17}, "slots": [ONE]}, "changed"),
        ({"store": {"id": 17}, "slots": []}, "changed"),
        ({"slots": [ONE]}, "changed"),
        ({"slots": []}, "empty"),
    ],
)
def test_slots_of_another_location_than_asked_for_are_none(read, web, answer, outcome):
    reading = read("slots", "json_calendar", SLOTS, asked_about(web, "12", **answer))
    assert reading.outcome == outcome
    assert [row["location_ref"] for row in reading.rows] == (["12"] if outcome == "ok" else [])


def test_what_the_source_calls_a_location_may_be_another_word_than_ours(read, web):
    options = SLOTS | {"echo": "store.name", "values": {"location_ref": {"Delft": "12"}}}
    outcomes = [
        read("slots", "json_calendar", options, asked_about(web, "12", store={"name": name}, slots=[ONE])).outcome
        for name in ("Delft", "Leiden")
    ]
    assert outcomes == ["ok", "changed"]


@pytest.mark.parametrize(("shown", "outcome"), [("12", "ok"), ("17", "changed")])
def test_a_page_says_its_location_too(read, web, shown, outcome):
    options = {"url": "/slots?store={location_ref}", "locations": ["12"], "echo": "b.store", "part": "ul"}
    slots = "<ul><li data-start=2025-01-06T10:00 data-end=2025-01-06T11:00 class=free>10:00</li></ul>"
    page = web(f"<b class=store>{shown}</b>{slots}", context={"page": "1", "location_ref": "12"})
    assert read("slots", "html_calendar", options, page).outcome == outcome


def test_an_empty_answer_about_another_zone_is_no_empty_list(read, web):
    options = {"url": "/api", "items": "offers", "fields": {"offer_key": "id", "price": "price"}}
    zone = {"zone": {"ref": "12", "echo": "store.id"}}
    page = web({"store": {"id": 13}, "offers": []}, "application/json", context={"page": "1"})
    assert read("prices", "json_api", options | zone, page).outcome == "changed"


def test_an_echo_that_cannot_be_looked_for_ends_no_run(read, web):
    reading = read(
        "prices", "offer_list", {"url": "/", "zone": {"ref": "12", "echo": "b["}}, web(OFFER, context={"page": "1"})
    )
    assert (reading.outcome, reading.rows) == ("changed", ())


def test_only_the_answer_about_the_location_asked_for_is_kept(server, look):
    tomorrow = f"{now_utc() + timedelta(days=1):%Y-%m-%d}"
    slot = {name: str(told).replace("2025-01-06", tomorrow) for name, told in ONE.items()}
    for asked in (12, 17):
        server.says(f"/slots?store={asked}", {"store": {"id": 12}, "slots": [slot]})
    seen = look(server.url, "slots", "json_calendar", SLOTS)
    assert sorted(seen.looks, key=str) == [("changed", "'17' was asked about, the answer is about '12'"), ("ok", None)]
    assert {slot["location_ref"] for slot in seen.lines("slot")} == {"12"}
