"""The rented locators answer as their platforms do: by key, page by page, and not to everybody."""

import json
from urllib.parse import urlencode
from urllib.request import Request, urlopen

import pytest

from sandbox.locators.catalogue import FOLDER, locators


def headers_of(locator):
    return {word: value for word, value in locator.needs.items() if word in {"accept", "origin"} or word[:2] == "x-"}


def ask(base_url, name, **more):
    """Ask as the platform wants to be asked."""
    locator = locators()[name]
    words = {word: value for word, value in locator.needs.items() if word not in headers_of(locator)} | more
    url = f"{base_url}/locators/{name}/{locator.answer}"
    if locator.method == "POST":
        with urlopen(Request(url, json.dumps(words).encode(), headers_of(locator), method="POST")) as answer:
            return answer.read().decode()
    with urlopen(Request(f"{url}?{urlencode(words)}", headers=headers_of(locator))) as answer:
        return answer.read().decode()


def test_the_locators_are_listed(call):
    listed = call("GET", "/locators/").text
    assert all(f"/locators/{name}/" in listed for name in locators())


@pytest.mark.parametrize("name", locators())
def test_every_locator_has_its_page(name, call):
    page = call("GET", f"/locators/{name}/")
    assert page.status == 200
    assert "127.0.0.1" in page.text or locators()[name].answer is None


@pytest.mark.parametrize("name", sorted(file.stem for file in (FOLDER / "answers").glob("*.json")))
def test_answers_are_json_with_places_in_it(name, base_url):
    text = ask(base_url, name)
    assert json.loads(text)
    assert "Kade Utrecht Stationslaan" in text or name == "inpost"  # whose points have no names


@pytest.mark.parametrize("name", [name for name, locator in locators().items() if locator.needs])
def test_a_request_without_its_key_is_refused(name, call):
    locator = locators()[name]
    assert call(locator.method, f"/locators/{name}/{locator.answer}").status == 403


def test_pages_follow_each_other_until_the_last(base_url, shop):
    told = [json.loads(ask(base_url, "inpost", page=page, per_page=100)) for page in (1, 2)]
    assert told[0]["total_pages"] == 2
    assert [point["name"] for page in told for point in page["items"]] == [entry["id"] for entry in shop.locations()]


def test_a_token_leads_to_the_next_page_and_the_last_has_none(base_url, shop):
    seen, token = [], {}
    while token is not None:
        told = json.loads(ask(base_url, "yext", limit=50, **token))["response"]
        seen += [entity["meta"]["id"] for entity in told["entities"]]
        token = {"pageToken": told["pageToken"]} if "pageToken" in told else None
    assert seen == [entry["id"] for entry in shop.locations()]


def test_a_page_after_the_last_is_the_first_again_where_the_platform_does_so(base_url):
    first, beyond = (json.loads(ask(base_url, "amasty", p=page)) for page in (1, 99))
    assert first["items"] == beyond["items"]


def test_a_page_asks_for_no_more_than_the_platform_allows(base_url):
    assert len(json.loads(ask(base_url, "yext", limit=1000))["response"]["entities"]) == 50


def test_a_search_near_a_point_gives_the_nearest_and_no_more_than_the_platform_allows(base_url):
    told = json.loads(ask(base_url, "wp_store_locator_capped", lat=52.16, lng=4.5, search_radius=5000))
    assert len(told) == 25
    assert {place["city"] for place in told[:5]} == {"Leiden"}
    assert len(json.loads(ask(base_url, "wp_store_locator_capped"))) == 50
    few = json.loads(ask(base_url, "wp_store_locator_capped", lat=50.6, lng=3.1, search_radius=10))
    assert {place["city"] for place in few} == {"Lille"}
