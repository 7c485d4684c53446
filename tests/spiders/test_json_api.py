import gzip
import json
from datetime import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from spiders.declaration import DeclarationError

LOCATIONS = {
    "url": "/api/locations?page={page}&size={size}",
    "paging": {"kind": "page", "size": 2},
    "items": "locations",
    "total": "total",
    "time": "at",
    "fields": {"location_ref": "id", "city": "address.city", "access": "public", "status": "status"},
    "values": {"access": {"true": "public", "false": "internal"}, "status": {"no_time": "no_pickup_time"}},
}
ANSWER = {
    "total": 5,
    "at": "2025-01-06T10:00",
    "locations": [
        {"id": "NL-1", "address": {"city": "Gent"}, "public": True, "status": "available"},
        {"id": "NL-2", "address": None, "public": False, "status": "no_time"},
    ],
}


def test_items_become_rows_in_our_words(read, web):
    reading = read("locations", "json_api", LOCATIONS, web(ANSWER, "application/json"))
    assert reading.outcome == "ok"
    assert reading.rows == [
        {"location_ref": "NL-1", "city": "Gent", "access": "public", "status": "available"},
        {"location_ref": "NL-2", "access": "internal", "status": "no_pickup_time"},
    ]
    assert (reading.announced, reading.source_time_utc) == (5, datetime.fromisoformat("2025-01-06T09:00"))


def test_all_pages_are_asked_for_once_the_total_is_known(make, web):
    api = make("locations", "json_api", LOCATIONS)
    (first,) = api.first()
    page = web(ANSWER, "application/json", context=first.context)
    following = list(api.follow(page, api.read(page)))
    assert [ask.url.partition("?")[2] for ask in [first, *following]] == [f"page={n}&size=2" for n in (1, 2, 3)]
    assert list(api.follow(web(ANSWER, context={"page": "2"}), api.read(page))) == []


def test_a_post_puts_the_page_and_the_secret_into_its_body(make, monkeypatch):
    monkeypatch.setenv("SHOP_KEY", "s3cret")
    body = {"page": "{page}", "near": ["all"]}
    words = {"url": "/q", "json": body, "headers": {"X-Key": "$SHOP_KEY"}, "paging": {"kind": "page", "first": 0}}
    (ask,) = make("locations", "json_api", {**words, "fields": {"location_ref": "id"}}).first()
    assert (ask.method, json.loads(ask.body), ask.headers["X-Key"]) == ("POST", {"page": 0, "near": ["all"]}, "s3cret")


@pytest.mark.parametrize(
    ("answer", "outcome", "reason"),
    [
        ({"total": 0, "locations": []}, "empty", "lists nothing"),
        ({"total": 9, "locations": []}, "empty", "announces 9 records and lists none"),
        ({"total": 1, "places": [{"id": 1}]}, "changed", "there is no list at 'locations'"),
        ({"total": 1, "locations": [{"uid": 1}]}, "changed", "none of the 1 items has its location_ref or name"),
        (b"<html>Welcome</html>", "changed", "got a web page"),
        (b'{"locations": [{"id"', "changed", "got something else"),
        (b"[" * 100_000, "changed", "RecursionError"),
    ],
)
def test_what_is_no_list_of_records_has_a_name(read, web, answer, outcome, reason):
    reading = read("locations", "json_api", LOCATIONS, web(answer, "application/json"))
    assert reading.outcome == outcome
    assert reason in reading.reason
    assert not reading.rows


@pytest.mark.parametrize(
    ("change", "path"),
    [
        ({"colour": 1}, "options.colour: Extra inputs"),
        ({"fields": {"sku": "id"}}, "options.fields: Value error, no field sku"),
        ({"items": "a b"}, "options.items: Value error, 'a b' is no JMESPath"),
        ({"json": {}, "form": {}}, "write json or form"),
    ],
)
def test_a_wrong_word_is_refused_with_its_path(make, change, path):
    with pytest.raises(DeclarationError, match=r"shop\.locations \(json_api\)") as error:
        make("locations", "json_api", LOCATIONS | change)
    assert path in str(error.value)


def test_an_unknown_platform_names_those_there_are(make):
    with pytest.raises(DeclarationError, match=r"no platform 'xml_api'; there are .*json_api"):
        make("locations", "xml_api", {})


OUTCOMES = {"ok", "empty", "changed", "blocked"}
JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(body=st.binary() | JSON.map(lambda told: json.dumps({"locations": told, "total": told, "at": told}).encode()))
def test_no_answer_makes_the_reader_raise(read, web, body):
    assert read("locations", "json_api", LOCATIONS, web(body, "application/json")).outcome in OUTCOMES


def test_a_recorded_locator_is_read_whole(read, web, fixtures):
    folder = fixtures / "locator" / "hyvee_us_stores"
    expected = json.loads((folder / "expected.json").read_text())
    place = "location.{}".format
    fields = {"location_ref": place("locationId"), "name": place("name"), "city": place("address.city")}
    options = {"url": "/graphql", "items": "data.searchPharmaciesNearPoint", "fields": fields}
    page = web(gzip.decompress((folder / "response.json.gz").read_bytes()), "application/json")
    reading = read("locations", "json_api", options, page)
    assert [(row["location_ref"], row["city"]) for row in reading.rows] == [
        (entry["id"], entry["city"]) for entry in expected["entries"]
    ]


def test_an_answer_whose_lists_are_all_empty_lists_no_places(read, web):
    reading = read("locations", "json_api", {"url": "/"}, web({"total": 0, "data": {"stores": []}}, "application/json"))
    assert (reading.outcome, reading.reason) == ("empty", "lists nothing")
