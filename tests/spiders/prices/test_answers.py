"""Answers of shop systems, and the state that pages leave for their scripts, are read."""

import json
from decimal import Decimal

from spiders.prices import read_offers
from tests.spiders.prices.tea import URL, told


def test_an_answer_of_magento_is_read():
    final = {"value": 2.49, "currency": "EUR"}
    goods = [{"sku": "7", "name": "Tea", "price_range": {"minimum_price": {"final_price": final}}}]
    assert told(json.dumps({"data": {"products": {"items": goods}}}).encode()) == [("7", "2.49", "EUR")]


def test_offers_of_a_json_list_are_all_read():
    goods = [{"id": sku, "name": sku, "price": {"value": 2.49, "currency": "EUR"}} for sku in ("a", "b")]
    assert told(json.dumps({"data": {"items": goods}}).encode()) == [("a", "2.49", "EUR"), ("b", "2.49", "EUR")]


def test_the_state_of_the_product_in_the_heading_is_read():
    goods = {"Tea": "2.49", "Mug": "9.00"}
    state = [{"name": name, "price": price, "currency": "EUR"} for name, price in goods.items()]
    block = f'<script id="__NEXT_DATA__">{json.dumps(state)}</script><h1>Tea</h1>'
    (offer,) = read_offers(block.encode(), URL)
    assert (offer.price, offer.method) == (Decimal("2.49"), "state")


def test_shopify_and_woocommerce_answers():
    variants = [{"sku": "S", "price": "19.99", "compare_at_price": "25.00", "available": False, "title": "Small"}]
    (shopify,) = read_offers(
        json.dumps({"products": [{"title": "Tea", "vendor": "Leaf", "variants": variants}]}).encode()
    )
    assert (shopify.name, shopify.price, shopify.list_price) == ("Tea Small", Decimal("19.99"), Decimal("25.00"))
    amounts = {"price": "1999", "regular_price": "1999", "currency_code": "JPY", "currency_minor_unit": 0}
    (woo,) = read_offers(json.dumps([{"name": "Tea", "sku": "7", "is_in_stock": True, "prices": amounts}]).encode())
    assert (woo.price, woo.currency, woo.availability) == (Decimal(1999), "JPY", "in_stock")


def test_a_state_in_the_notation_of_scripts_is_read():
    tea = '{name: "Tea", price: 2.49, currency: "EUR", old: undefined, sold: !0}'
    state = f"<h1>Tea</h1><script>window.__NUXT__={{p: [{tea}]}};</script>"
    assert told(state.encode()) == [(None, "2.49", "EUR")]


def test_a_state_that_is_parsed_from_a_text_is_read():
    state = json.dumps({"name": "Tea", "price": 2.49, "currency": "EUR"})
    for text in (json.dumps(state), f"'{state}'"):
        told_by = f"<h1>Tea</h1><script>window.__STATE__ = JSON.parse({text});</script>"
        assert told(told_by.encode()) == [(None, "2.49", "EUR")]
