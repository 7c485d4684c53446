"""Which evidence of a page counts: the most specific that tells a price, and what is missing is added."""

from decimal import Decimal

import pytest

from spiders.prices import read_offers
from tests.spiders.prices.tea import MARKED, OFFER, TEA, URL, page, told


def test_json_ld_counts_before_what_else_the_page_says():
    meta = '<meta property="og:price:amount" content="3.00"><meta property="og:price:currency" content="EUR">'
    (offer,) = read_offers(page(TEA, body=meta + MARKED.format("4,00")), URL)
    assert (offer.price, offer.availability, offer.method) == (
        Decimal("2.49"),
        "in_stock",
        "json-ld; opengraph says 3.00",
    )


def test_microdata_is_read_where_json_ld_tells_no_price():
    (offer,) = read_offers(
        page({"@type": "Product", "name": "Tea", "brand": "Leaf"}, body=MARKED.format("2,49 €")), URL
    )
    assert (offer.price, offer.currency, offer.availability) == (Decimal("2.49"), "EUR", "out_of_stock")
    assert (offer.brand, offer.method) == ("Leaf", "microdata")


def test_opengraph_is_read_where_there_is_nothing_better():
    head = (
        '<meta property="product:price:amount" content="36.49"><meta property="product:sale_price:amount" content="32">'
    )
    (offer,) = read_offers((head + '<meta property="product:price:currency" content="pln">').encode(), URL)
    assert (offer.price, offer.list_price, offer.currency) == (Decimal(32), Decimal("36.49"), "PLN")


def test_rdfa_a_card_for_messages_and_the_state_of_a_script_are_read():
    marked = """<div vocab="http://schema.org/" typeof="Product"><h1 property="name">Tea</h1><div property="offers"
        typeof="Offer"><b property="price">2.49</b><meta property="priceCurrency" content="EUR"></div></div>"""
    card = '<meta name="twitter:label1" content="Price"><meta name="twitter:data1" content="2,49 €"><h1>Tea</h1>'
    state = '<h1>Tea</h1><script>window.__STATE__ = {"p": {"name": "Tea", "price": 2.49, "currency": "EUR"}};</script>'
    for body in (marked, card, state):
        assert told(body.encode())[0][1:] == ("2.49", "EUR")


def test_what_the_text_says_of_stock_stands_beside_what_the_markup_says():
    (offer,) = read_offers(page(TEA, body="<h1>Tea</h1><p>Tijdelijk uitverkocht!</p>"), URL)
    assert (offer.availability, offer.availability_text) == ("in_stock", "out_of_stock")
    (offer,) = read_offers(page(TEA, body="<b>In stock</b><b>Sold out</b>"), URL)
    assert offer.availability_text is None


def test_a_page_that_marks_an_offer_and_no_product_is_read():
    body = MARKED.split("</h1>")[1].format("2,49").removesuffix("</div>")
    assert told(body.encode()) == [(None, "2.49", "EUR")]


def test_of_two_marked_prices_the_one_named_old_is_the_list_price():
    body = MARKED.format("3,00").replace("<span ", '<span class="old-price" ')
    body = body.replace("<link ", '<span itemprop="price">2,49</span><link ')
    (offer,) = read_offers(body.encode(), URL)
    assert (offer.price, offer.list_price) == (Decimal("2.49"), Decimal("3.00"))


def test_a_currency_that_is_only_shown_is_taken_with_the_same_price():
    known = TEA | {"offers": {"price": "2.49"}}
    same, other = (f'<h1>Tea</h1><p class="price">{price} €</p>' for price in ("2,49", "9,00"))
    assert [told(page(known, body=body))[0][2] for body in (same, other)] == ["EUR", None]


def test_a_price_in_cents_is_not_one_in_euros():
    in_cents = TEA | {"offers": OFFER | {"price": 1299}}
    assert told(page(in_cents, body='<h1>Tea</h1><p class="price">12,99 €</p>'))[0][1] == "12.99"
    assert told(page(in_cents, body='<h1>Tea</h1><p class="price">1.299 €</p>'))[0][1] == "1299"


@pytest.mark.parametrize("price", ["0", "0.00", "", "on request", None, "-1"])
def test_no_price_is_invented(price):
    offers = OFFER | {"price": price, "availability": "https://schema.org/SoldOut"}
    body = '<p class="price">9,99 €</p><h1>Tea</h1>'
    assert told(page(TEA | {"offers": offers}, body=body)) == [("7", None, "EUR")]


def test_json_ld_with_comments_is_read():
    written = page(TEA).replace(b'{"@type"', b'{ // what it is\n"@type"', 1).replace(b", ", b", /* and */", 1)
    assert told(written) == [("7", "2.49", "EUR")]
