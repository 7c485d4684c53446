import json
from collections import Counter

import pytest
from bs4 import BeautifulSoup


def all_pages(call, path, name):
    first = call("GET", f"{path}?page=1").json()
    rest = [call("GET", f"{path}?page={page}").json() for page in range(2, first["pages"] + 1)]
    return first["total"], [entry for answer in (first, *rest) for entry in answer[name]]


@pytest.mark.parametrize("name", ["locations", "slots", "products"])
def test_the_pages_of_a_list_hold_as_many_entries_as_it_announces(call, name):
    total, entries = all_pages(call, f"/api/{name}", name)
    assert len(entries) == total
    assert len({json.dumps(entry) for entry in entries}) == total


def test_a_page_after_the_last_is_empty_and_the_size_can_be_asked_for(call):
    assert call("GET", "/api/locations?page=99").json()["locations"] == []
    assert len(call("GET", "/api/locations?page=2&size=7").json()["locations"]) == 7


def test_the_locator_shows_every_kind_of_entry(call):
    _, entries = all_pages(call, "/api/locations", "locations")
    assert {entry["type"] for entry in entries} == {"own", "partner", "locker", "campus"}
    assert {entry["address"]["country"] for entry in entries} == {"NL", "DE", "FR", "BE"}
    assert all(entry["public"] == (entry["type"] != "campus") for entry in entries)
    assert all((entry["status"] == "no_time") == (entry["pickup"] == []) for entry in entries)
    assert 10 < Counter(entry["status"] for entry in entries)["no_time"] < 45
    assert any(len(entry["pickup"]) == 1 for entry in entries)
    paris = [entry for entry in entries if entry["address"]["city"] == "Paris" and entry["pickup"]]
    assert {len(entry["pickup"]) for entry in paris} == {2}


def test_slots_are_offered_where_the_public_can_choose(call):
    _, places = all_pages(call, "/api/locations", "locations")
    _, slots = all_pages(call, "/api/slots", "slots")
    choosable = {entry["id"] for entry in places if entry["public"] and entry["status"] == "available"}
    assert {slot["location"] for slot in slots} <= choosable
    assert all(0 <= slot["left"] <= slot["capacity"] for slot in slots)
    assert all((slot["status"] == "full") <= (slot["left"] == 0) for slot in slots)
    assert {"free", "full", "past_cutoff"} <= {slot["status"] for slot in slots}
    assert all(slot["cutoff"] < slot["start"] < slot["end"] for slot in slots)


def test_product_pages_carry_the_offer_that_the_api_tells(call):
    entry = call("GET", "/api/products").json()["products"][0]
    links = BeautifulSoup(call("GET", "/products").text, "lxml").select("a.product-link")
    assert len(links) == 120
    page = BeautifulSoup(call("GET", links[0]["href"]).text, "lxml")
    data = json.loads(page.find("script", type="application/ld+json").string)
    assert (data["sku"], data["gtin13"]) == (entry["sku"], entry["gtin"])
    assert (data["offers"]["price"], data["offers"]["priceCurrency"]) == (entry["price"], "EUR")
    assert call("GET", "/product/none").status == 404


@pytest.mark.parametrize("parser", ["html.parser", "lxml"])
def test_the_rival_can_be_read_in_spite_of_its_markup(call, parser):
    ours = {entry["gtin"] for entry in all_pages(call, "/api/products", "products")[1]}
    theirs, url, old = [], "/rival/products?page=1", 0
    while url:
        page = BeautifulSoup(call("GET", url).text, parser)
        theirs += [row.select_one(".gtin").text for row in page.select("div.product")]
        assert all(row.select_one(".price").text.strip().endswith(" €") for row in page.select("div.product"))
        old += len(page.select(".old"))
        url = page.select_one("a.next")["href"] if page.select_one("a.next") else None
    assert len(theirs) == 120
    assert set(theirs) == ours
    assert old > 0


def test_the_newsletter_says_the_same_as_page_and_as_api(call):
    messages = call("GET", "/api/newsletter").json()["messages"]
    page = BeautifulSoup(call("GET", "/newsletter").text, "lxml")
    assert [item["id"] for item in page.select(".message")] == [message["id"] for message in messages]
    assert [item.text for item in page.select(".reads")] == [f"{message['reads']} reads" for message in messages]


def test_robots_may_read_all_but_the_control_and_the_login(call):
    rules = call("GET", "/robots.txt").text.splitlines()
    assert [rule for rule in rules if rule.startswith("Disallow")] == [
        "Disallow: /sandbox/",
        "Disallow: /account/login",
    ]


def test_the_clock_is_set_over_http(call):
    assert call("PUT", "/sandbox/clock", {"now": "2025-01-07T09:00:00Z"}).json() == {"now": "2025-01-07T09:00:00Z"}
    assert call("GET", "/api/locations").json()["total"] == 4
    refused = call("PUT", "/sandbox/clock", {"now": "1999-01-01T00:00:00Z"})
    assert (refused.status, "outside the world" in refused.text) == (400, True)


def test_a_test_order_over_http_returns_its_numbers(call, shop):
    answer = call("POST", "/sandbox/orders", {"basket": "both", "fulfilment": "pickup"})
    assert answer.status == 201
    assert answer.json()["numbers"] == [invoice.number for invoice in shop.own[0].invoices]
    assert call("POST", "/sandbox/orders", {"basket": "both"}).status == 400
