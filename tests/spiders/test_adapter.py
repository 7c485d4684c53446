"""The engine behind declared sources: forms of answers, kinds of paging, caps, closures."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from spiders.adapter import Preset
from spiders.declaration import DeclarationError
from spiders.platform import platform_class, platform_names
from spiders.reading import platform_reader

SHOPS = [{"id": n, "name": f"Shop {n}", "city": "Gent", "zip": "9000"} for n in (1, 2)]
ROWS = [{"location_ref": str(n), "name": f"Shop {n}", "city": "Gent", "postcode": "9000"} for n in (1, 2)]
TEXT = json.dumps(SHOPS)
XML = "<stores>" + "".join(
    f"<s><id>{s['id']}</id><name>{s['name']}</name><city>Gent</city><zip>9000</zip></s>" for s in SHOPS
)


@pytest.mark.parametrize(
    ("words", "body"),
    [
        ({}, TEXT),
        ({}, f"/**/ window.cb.got({TEXT});"),
        ({}, TEXT.encode("utf-16")),
        ({}, TEXT.replace('"9000"}]', '"9000", "rating": NaN}]')),
        ({"inside": "html"}, json.dumps({"html": f"<ul><li>{TEXT[1:-1]},</li></ul>"})),
        ({"inside": "data"}, json.dumps({"data": TEXT})),
        ({"unwrap": "script"}, f"<p>Hi</p><script>var a = [1]; var shops = {TEXT}; go();</script>"),
        ({"unwrap": "script"}, f'<script type="application/json">{{"props": {{"shops": {TEXT}}}}}</script>'),
        ({"unwrap": "script"}, f"<div data-shops='{TEXT}'></div>"),
        ({"unwrap": "xml"}, XML + "</stores>"),
        ({"unwrap": "xml", "items": "stores.s"}, '<?xml version="1.0"?>' + XML + "</stores>"),
        ({"unwrap": "csv"}, "id;name;city;zip\n1;Shop 1;Gent;9000\n2;Shop 2;Gent;9000\n"),
        ({"unwrap": "csv"}, "\ufeffid\tname\tcity\tzip\n1\tShop 1\tGent\t9000\n2\tShop 2\tGent\t9000"),
    ],
)
def test_a_list_is_read_in_whatever_it_is_wrapped(read, web, words, body):
    assert read("locations", "json_api", {"url": "/", **words}, web(body, "text/plain")).rows == ROWS


def asked(make, web, paging: dict, answers: list, url: str) -> list[str]:
    """Return the addresses that are asked for, one after the other."""
    api = make("locations", "json_api", {"url": url, "paging": paging, "items": "shops"})
    left, seen = list(api.first()), []
    while left:
        ask = left.pop(0)
        seen.append(ask.url.removeprefix("http://shop.example/"))
        page = web(answers[len(seen) - 1], "application/json", url=ask.url, context=ask.context)
        left += api.follow(page, api.read(page))
    return seen


def shops(*numbers: int, **words: object) -> dict:
    return {"shops": [{"id": n} for n in numbers], **words}


THREE = [shops(1, n=3), shops(2, n=3), shops(3, n=3)]
P = "/s?p={page}"


@pytest.mark.parametrize(
    ("paging", "url", "answers", "expected"),
    [
        ({"kind": "none"}, "/s", [shops(1)], "s"),
        ({"kind": "page", "size": 2}, P, [shops(1, 2), shops(3)], "s?p=1 s?p=2"),
        ({"kind": "page", "until": "empty"}, P, [shops(1), shops(2), shops()], "s?p=1 s?p=2 s?p=3"),
        ({"kind": "page", "until": "repeat"}, P, [shops(1), shops(2), shops(1)], "s?p=1 s?p=2 s?p=3"),
        ({"kind": "page", "until": "repeat"}, P, [shops(1), shops(2), shops(2)], "s?p=1 s?p=2 s?p=3"),
        ({"kind": "page", "pages": "n"}, P, THREE, "s?p=1 s?p=2 s?p=3"),
        ({"kind": "offset", "more": "m"}, "/s?o={offset}", [shops(1, 2, m=True), shops(3, m=False)], "s?o=0 s?o=2"),
        ({"kind": "token", "token": "next"}, "/s?t={token}&n=9", [shops(1, next="b"), shops(2)], "s?n=9 s?t=b&n=9"),
        ({"kind": "token", "token": "next"}, "/s", [shops(1, next="/s?p=2"), shops(2, next=None)], "s s?p=2"),
    ],
)
def test_pages_are_followed_to_the_last(make, web, paging, url, answers, expected):
    assert asked(make, web, paging, answers, url) == expected.split()


def test_a_token_goes_into_a_body_as_null_first(make, web):
    words = {"url": "/graphql", "json": {"after": "{token}", "n": "{size}"}, "items": "shops"}
    api = make("locations", "json_api", {**words, "paging": {"kind": "token", "token": "next"}})
    (first,) = api.first()
    page = web(shops(1, next="b"), "application/json", context=first.context)
    (second,) = api.follow(page, api.read(page))
    assert [json.loads(ask.body) for ask in (first, second)] == [{"after": None, "n": 50}, {"after": "b", "n": 50}]


def test_an_answer_at_its_cap_is_told_to_hide_others(read, web):
    capped = read("locations", "json_api", {"url": "/", "cap": 2}, web(TEXT, "application/json"))
    assert (capped.outcome, len(capped.rows), capped.at_cap, capped.capped) == ("ok", 2, True, 1)
    assert "there may be more" in capped.reason
    whole = read("locations", "json_api", {"url": "/", "cap": 3}, web(TEXT, "application/json"))
    assert (whole.at_cap, whole.capped, whole.reason) == (False, 0, None)
    plugin = read("locations", "wp_store_locator", {}, web(json.dumps(SHOPS[:1] * 50), "application/json"))
    assert plugin.capped == 1


def test_a_closure_and_a_day_are_read_where_they_are_declared(read, web):
    words = {"url": "/", "closed": "gone", "fields": {"opens_on": "from"}}
    body = [{**SHOPS[0], "gone": 1, "from": "2025-03-01T00:00"}, {**SHOPS[1], "gone": 0, "from": "03/01/2025"}]
    first, second = read("locations", "json_api", words, web(body, "application/json")).rows
    assert (first["status"], first["opens_on"]) == ("closed", "2025-03-01")
    assert second.get("status") is second.get("opens_on") is None


def test_places_without_identifier_are_given_none_here(read, web):
    body = [{"name": shop["name"], "city": "Gent", "distance": n} for n, shop in enumerate(SHOPS)]
    assert read("locations", "json_api", {"url": "/"}, web(body)).rows == [
        {"name": "Shop 1", "city": "Gent"},
        {"name": "Shop 2", "city": "Gent"},
    ]


def test_what_is_declared_goes_before_what_keys_mean(read, web):
    words = {"url": "/", "fields": {"name": "zip"}, "constants": {"city": "Ledeberg", "kind": "locker"}}
    row = read("locations", "json_api", words, web(TEXT)).rows[0]
    assert row == {"location_ref": "1", "name": "9000", "city": "Ledeberg", "kind": "locker", "postcode": "9000"}


def test_a_platform_searches_near_points_where_the_source_says_so(make):
    near = {"area": [50, 4, 51, 5], "cap": 50}
    (ask,) = make("locations", "stockist", {"key": "u1", "near": near, "host": "http://127.0.0.1:1"}).first()
    assert ask.url.startswith("http://127.0.0.1:1/api/v1/u1/locations/search?latitude=50.5")
    assert ask.url.endswith("&distance=68")


@pytest.mark.parametrize(
    ("platform_name", "options", "told"),
    [
        ("stockist", {}, "it lacks options.key"),
        ("stockist", {"key": "u1", "fields": {"name": "a b"}}, "no JMESPath"),
        ("json_api", {"url": "/", "near": {"area": [1, 2, 0, 3], "cap": 5}}, "south, west, north, east"),
        (
            "json_api",
            {"url": "/", "near": {"area": [0, 2, 1, 3], "cap": 5}, "paging": {"kind": "page"}},
            "paging or near",
        ),
        ("json_api", {"url": "/", "paging": {"kind": "token"}}, "needs token"),
        ("html", {"url": "/", "rows": "li", "fields": {}, "paging": {"until": "repeat"}}, "by their link"),
        ("yext", {}, "write key, or pages"),
    ],
)
def test_a_declaration_that_cannot_work_is_refused(make, platform_name, options, told):
    with pytest.raises(DeclarationError, match=told):
        make("locations", platform_name, options)


PRESETS = [name for name in platform_names() if issubclass(platform_class(name), Preset)]
NEEDED = {"key": "k", "app": "a", "index": "i", "brand": "b", "dataset": "d", "url": "http://x.example/0"}
KEYS = """response results locations entities items stores store item features markers data result hits maplist type id
popup_html address geometry coordinates name lat"""
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9) | st.just("<b>City: x</b>"),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(KEYS.split()), inner, max_size=5),
    max_leaves=30,
)


@pytest.mark.parametrize("name", [*PRESETS, "csv", "geojson", "schema_org"])
@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(body=st.binary(max_size=200) | JSON.map(json.dumps) | JSON.map(lambda told: f"<a><b>{json.dumps(told)}</b></a>"))
def test_no_answer_makes_a_platform_raise(make, web, name, body):
    words = platform_class(name).Options.model_fields
    of = make("locations", name, {word: value for word, value in NEEDED.items() if word in words})
    reading = platform_reader(of)(web(body, "application/json"))
    assert reading.outcome in {"ok", "empty", "changed", "blocked"}
    assert reading.outcome == "ok" or reading.reason
    list(of.follow(web(body, "application/json", context={"page": "1"}), reading)) if reading.outcome == "ok" else None
