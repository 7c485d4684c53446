"""From a request seen in the browser to one that a source can make for every page."""

import json

import pytest

from spiders.detect.answers import in_answers, in_scripts
from spiders.detect.capture import Exchange
from spiders.detect.paged_request import request_words

PLACES = [
    {"id": n, "name": f"Point {n}", "zip": f"10{n:02d} AB", "city": "Leiden", "lat": 52 + n / 99, "lng": 4.5}
    for n in range(20)
]


def exchange(url="https://shop.example/api", answer=None, **words):
    return Exchange(**{"method": "GET", "url": url, "headers": {}, "answer": answer, **words})


@pytest.mark.parametrize(
    ("url", "asked", "paging"),
    [
        ("/api?page=1&per_page=20", "/api?page={page}&per_page={size}", {"kind": "page", "first": 1, "size": 20}),
        ("/api?start=0&rows=50&q=", "/api?start={offset}&rows={size}&q=", {"kind": "offset", "first": 0, "size": 50}),
        ("/api?lat=52.1&zoom=7", "/api?lat=52.1&zoom=7", None),
        ("/api?pageId=7&limit=20", "/api?pageId=7&limit=20", None),
    ],
)
def test_the_words_that_choose_a_page_become_placeholders(url, asked, paging):
    words = request_words(exchange("https://shop.example" + url), 20)
    assert words["url"] == "https://shop.example" + asked
    assert words.get("paging") == paging


def test_a_body_is_asked_again_page_by_page():
    body = json.dumps({"filter": {"open": True}, "paging": {"page": 0, "size": 25}})
    words = request_words(exchange(method="POST", body=body), 20)
    assert words["json"] == {"filter": {"open": True}, "paging": {"page": "{page}", "size": "{size}"}}
    assert words["paging"] == {"kind": "page", "first": 0, "size": 25}
    assert request_words(exchange(method="POST", body="a=b&p=1"), 20)["form"] == {"a": "b", "p": "{page}"}


def test_headers_that_say_what_is_asked_for_are_declared():
    headers = {"accept": "*/*", "content-type": "application/json", "x-api-key": "public"}
    assert request_words(exchange(headers=headers), 20)["headers"] == {"x-api-key": "public"}


def test_the_answer_with_the_places_is_found_among_others_with_list_and_total():
    other = exchange("https://shop.example/menu", {"items": [{"id": n, "label": "x", "href": "/"} for n in range(50)]})
    mine = exchange("https://shop.example/points?page=1", {"meta": {"total": 158}, "data": {"points-of-sale": PLACES}})
    (found,) = in_answers([other, exchange(), mine])
    assert found.options["items"] == 'data."points-of-sale"'
    assert found.options["total"] == "meta.total"
    assert found.options["paging"] == {"size": 20, "kind": "page", "first": 1}


def test_places_in_a_script_of_the_page_are_found_and_menus_are_not(web):
    page = web(f"<script>window.__STATE__ = {json.dumps({'points': PLACES})};</script>")
    assert [found.options for found in in_scripts(page)] == [{"url": page.url, "unwrap": "script"}]
    menu = [{"label": "Home", "href": "/"}, {"label": "Shop", "href": "/shop"}]
    assert list(in_scripts(web(f"<script>window.menu = {json.dumps(menu)};</script>"))) == []
