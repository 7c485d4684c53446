"""Lists of offers: pages until nothing new comes, each term of a search, and the shop that was asked about."""

import json

import pytest

SHOPIFY = {"url": "/products.json?limit=2&page={page}"}
SEARCH = {"url": "/search?q={term}", "terms": ["oat milk", "tea"], "next": "a.next", "nothing": ".none"}


def shopify(*skus: str) -> str:
    goods = [{"title": sku, "variants": [{"sku": sku, "price": "2.49", "available": True}]} for sku in skus]
    return json.dumps({"products": goods})


def linked(*skus: str) -> str:
    offer = {"@type": "Offer", "price": "2.49", "priceCurrency": "EUR"}
    goods = [{"@type": "Product", "name": sku, "sku": sku, "offers": offer} for sku in skus]
    told = {"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "item": item} for item in goods]}
    return f'<title>Teas</title><script type="application/ld+json">{json.dumps(told)}</script>'


def test_a_page_is_followed_by_the_next_until_nothing_new_comes(make, web):
    shop = make("prices", "offer_list", SHOPIFY)
    (ask,) = shop.first()
    page = web(shopify("a", "b"), "application/json", url=ask.url, context=ask.context)
    (after,) = shop.follow(page, shop.read(page))
    assert after.url.endswith("/products.json?limit=2&page=2")
    same = web(shopify("a", "b"), "application/json", url=after.url, context=after.context)
    empty = web(shopify(), "application/json", url=after.url, context=after.context)
    assert [list(shop.follow(page, shop.read(page))) for page in (same, empty)] == [[], []]
    assert shop.read(empty).outcome == "empty"


def test_every_term_is_searched_for_and_its_pages_followed(make, web):
    shop = make("prices", "offer_list", SEARCH)
    asks = list(shop.first())
    assert [ask.url.split("/")[-1] for ask in asks] == ["search?q=oat+milk", "search?q=tea"]
    page = web(linked("a", "b") + '<a class="next" href="?p=2">', url=asks[1].url, context=asks[1].context)
    (after,) = shop.follow(page, shop.read(page))
    assert (after.url.split("/")[-1], after.context["term"]) == ("search?p=2", "tea")


def test_a_search_that_finds_nothing_is_empty_and_a_page_without_offers_is_changed(read, web):
    context = {"page": "1", "term": "tea"}
    outcomes = [
        read("prices", "offer_list", SEARCH, web(body, context=context)).outcome
        for body in ('<p class="none">Nothing</p>', "<p>Welcome</p>")
    ]
    assert outcomes == ["empty", "changed"]


@pytest.mark.parametrize(("shown", "outcome"), [("Delft", "ok"), ("Leiden", "changed"), (None, "changed")])
def test_prices_of_another_zone_than_asked_for_are_none(read, web, shown, outcome):
    zone = {"ref": "12", "echo": "b.store", "says": "Delft"}
    body = linked("a") + (f"<b class=store>{shown}</b>" if shown else "")
    reading = read("prices", "offer_list", {"url": "/", "zone": zone}, web(body, context={"page": "1"}))
    assert reading.outcome == outcome
    assert [row["location_ref"] for row in reading.rows] == (["12"] if outcome == "ok" else [])


@pytest.mark.parametrize(("store", "outcome"), [(12, "ok"), (13, "changed")])
def test_an_answer_in_json_says_its_zone_too(read, web, store, outcome):
    options = {
        "url": "/api",
        "items": "offers",
        "fields": {"offer_key": "id", "price": "price"},
        "zone": {"ref": "12", "echo": "store.id"},
    }
    body = json.dumps({"store": {"id": store}, "offers": [{"id": "a", "price": 2.49}]})
    page = web(body, "application/json", context={"page": "1"})
    assert read("prices", "json_api", options, page).outcome == outcome


def test_a_rendered_page_is_asked_of_a_browser_and_waited_for(make, read, web):
    options = {"url": "/teas", "wait_for": ".price"}
    (ask,) = make("prices", "browser_offers", options).first()
    assert ask.browser is not None
    assert ask.browser.wait_for == ".price"
    body = linked("a", "b")
    outcomes = [
        read("prices", "browser_offers", options, web(page, context=ask.context)).outcome
        for page in (body, body + '<b class="price">2,49</b>')
    ]
    assert outcomes == ["changed", "ok"]
