"""The price that a reader sees counts only where it is one, and the page's own."""

from decimal import Decimal

import pytest

from spiders.prices import read_offers
from tests.spiders.prices.tea import URL


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('<h1>Tea</h1><p class="price">2,49 €</p><div class="related"><p class="price">9 €</p></div>', ["2.49"]),
        ('<h1>Tea</h1><p class="price"><s>3 €</s> 2,49 €</p><b class="price-now">2,49 €</b>', ["2.49"]),
        ('<h1>Tea</h1><p class="price">2,49 €</p><p class="price">9,00 €</p>', []),
        ('<p class="price">2,49 €</p>', []),
        ('<h1>Tea</h1><p class="price">2.49</p>', []),
        ('<h1>Tea</h1><p class="price"><span>2</span><sup>49</sup> €</p>', ["2.49"]),
        ('<h1>Tea</h1><p class="price"><span>2</span><span>49</span> €</p>', []),
        ('<h1>Tea</h1><p class="price">2,49 €</p><p class="price-small">24,90 €/kg</p>', ["2.49"]),
        ('<h1>Tea</h1><p class="price">2 for £5</p>', []),
        ('<h1>Tea</h1><p class="price">£30/month</p>', []),
        ('<h1>Tea</h1><p class="price"><b class="amount">2 €</b> – <b class="amount">4 €</b></p>', ["2"]),  # noqa: RUF001
        ('<h1>Tea</h1><p class="price">£5</p><p class="price-info">RRP £9</p>', ["5"]),
        ('<h1>Tea</h1><b class="price-1">10 € netto</b><b class="price-2">12 € brutto</b>', ["12"]),
        ('<h1>Tea</h1><p class="price" aria-label="Price: £1.29"><i>£1</i><i>29</i></p>', ["1.29"]),
        ('<h1>Teas</h1><div><h3><a href="/p/1">Tea</a></h3><p class="price">2,49 €</p></div>', []),
        ('<h1>Sorry, this tea is no longer available</h1><p class="price">2,49 €</p>', []),
        ('<h1>Tea</h1><p class="price">£5</p><p class="option-price">+ £1</p>', ["5"]),
        ('<h1>Your cart</h1><p class="price">2,49 €</p>', []),
        ('<h1>Tea</h1><p>Free delivery from <b class="price">50 €</b></p>', []),
        ('<h1>Tea</h1><p class="price"><b class="price--regular">2,49 €</b></p>', ["2.49"]),
        ('<h1>Tea</h1><p class="price" data-price="2.49" data-currency="EUR"></p>', ["2.49"]),
        ('<h1>Teas</h1><div class="product"><a href="/p/1">Tea</a><p class="price">2,49 €</p></div>', []),
    ],
)
def test_what_is_shown_counts_only_where_it_is_one_price(body, expected):
    assert [str(offer.price) for offer in read_offers(body.encode(), URL)] == expected


def test_a_price_beside_a_crossed_out_one_has_it_as_list_price():
    (offer,) = read_offers('<h1>Tea</h1><p class="price"><del>£6</del> <ins>£5</ins></p>'.encode(), URL)
    assert (offer.price, offer.list_price) == (5, 6)


def test_what_is_named_an_old_price_is_not_the_price():
    page = '<h1>Tea</h1><div class="product-price"><b class="price-old">5,00 €</b><b>4,00 €</b></div>'
    (offer,) = read_offers(page.encode())
    assert (offer.price, offer.list_price) == (Decimal("4.00"), Decimal("5.00"))


def test_a_price_beside_what_is_sold_most_is_not_that_of_the_page():
    assert not read_offers(b'<h1>Not found</h1><div class="bestsellers"><b class="price">&pound;1.00</b></div>')


@pytest.mark.parametrize("path", ["/", "/cart", "/blog/tea", "/search", "/versand-und-zahlung/"])
def test_a_page_about_something_else_has_no_price(path):
    shown = '<h1>Tea</h1><p class="price">2,49 €</p>'.encode()
    assert not read_offers(shown, f"https://shop.example{path}")
    assert read_offers(shown, "https://shop.example/sale/tea")
