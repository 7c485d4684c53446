"""A product's offers are what they are: list, unit, net and members' prices, ranges and months are told apart."""

from decimal import Decimal

import pytest

from spiders.prices import read_offers
from tests.spiders.prices.tea import OFFER, TEA, URL, page, told


@pytest.mark.parametrize(
    ("price", "currency", "expected"),
    [
        ("1.299", "EUR", None),
        ("1.299,00", "EUR", "1299.00"),
        (12.990000000000002, "EUR", "12.99"),
        ("12.9900", "EUR", "12.99"),
        ("1.250", "KWD", "1.25"),
        ("2,980", "JPY", "2980"),
        ("10 - 20", "EUR", None),
    ],
)
def test_amounts_of_structured_data(price, currency, expected):
    body = page(TEA | {"offers": OFFER | {"price": price, "priceCurrency": currency}})
    assert told(body) == [("7", expected, currency)]


def test_a_net_price_is_none_beside_or_without_the_one_with_tax():
    net, gross = (
        {"price": price, "priceCurrency": "EUR", "valueAddedTaxIncluded": with_tax}
        for price, with_tax in (("10.00", False), ("12.10", True))
    )
    bodies = [page(TEA | {"offers": {"priceSpecification": told}}) for told in ([net, gross], [net])]
    assert [told(body)[0][1] for body in bodies] == ["12.10", None]


def test_an_offer_that_is_only_referred_to_is_found():
    graph = {"@graph": [TEA | {"offers": {"@id": "#o"}}, OFFER | {"@id": "#o"}]}
    assert told(page(graph)) == [("7", "2.49", "EUR")]


def test_an_aggregate_is_from_its_lowest_price():
    (offer,) = read_offers(page(TEA | {"offers": {"lowPrice": "2", "highPrice": 3, "priceCurrency": "EUR"}}), URL)
    assert (offer.price, offer.kind) == (Decimal(2), "from")


def test_several_prices_of_one_product_are_all_told():
    offers = read_offers(page(TEA | {"offers": [OFFER | {"price": 3}, OFFER]}), URL)
    assert [str(offer.price) for offer in offers] == ["2.49", "3"]
    assert "several prices" in offers[0].method


def test_of_several_prices_at_one_address_it_is_not_told_who_pays_which():
    (offer,) = read_offers(page(TEA | {"offers": [OFFER | {"price": 3, "url": URL}, OFFER | {"url": URL}]}), URL)
    assert (offer.price, offer.kind, offer.method) == (Decimal("2.49"), "from", "json-ld; also 3")


def test_what_is_paid_by_the_month_is_no_price_of_the_thing():
    monthly = {"price": "2.49", "billingDuration": "P1M"}
    (offer,) = read_offers(page(TEA | {"offers": OFFER | {"priceSpecification": monthly}}), URL)
    assert offer.kind == "per_period"


def test_specifications_tell_list_unit_and_members_prices_apart():
    reference = {"value": "100", "unitCode": "GRM"}
    specifications = [
        {"price": "2.49", "priceCurrency": "EUR"},
        {"price": "1.99", "validForMemberTier": {"@type": "MemberProgramTier"}},
        {"price": "2.99", "priceType": "https://schema.org/StrikethroughPrice"},
        {"price": "0.50", "referenceQuantity": reference},
    ]
    (offer,) = read_offers(page(TEA | {"offers": {"priceSpecification": specifications}}), URL)
    assert (offer.price, offer.list_price) == (Decimal("2.49"), Decimal("2.99"))
    assert (offer.unit_price, offer.unit) == (Decimal("5.0000"), "kg")


def test_a_gtin_with_a_wrong_check_digit_is_none():
    right, wrong = (
        read_offers(page(TEA | {"gtin13": gtin}), URL)[0].gtin for gtin in ("9524700001019", "9524700001018")
    )
    assert (right, wrong) == ("9524700001019", None)


def test_an_offer_to_members_only_is_not_the_price_for_everybody():
    told = '{"price": 8, "priceCurrency": "EUR", "validForMemberTier": {"name": "silver"}}'
    members = f'{{"price": 8, "priceCurrency": "EUR", "priceSpecification": {told}}}'
    offers = f'[{{"price": 10, "priceCurrency": "EUR"}}, {members}]'
    page = f'<script type="application/ld+json">{{"@type": "Product", "name": "Tea", "offers": {offers}}}</script>'
    assert [offer.price for offer in read_offers(page.encode())] == [Decimal(10)]


def test_a_price_has_the_currency_of_its_market_where_there_are_several():
    offers = [OFFER, OFFER | {"price": "2.10", "priceCurrency": "GBP"}]
    assert [price for _, price, _ in told(page(TEA | {"offers": offers}), "https://shop.co.uk/p/tea")] == ["2.10"]
    assert told(page(TEA | {"offers": offers}))[0] == ("7", "2.49", "EUR")


def test_a_lowest_price_alone_is_where_prices_begin():
    (offer,) = read_offers(page(TEA | {"offers": {"priceSpecification": {"minPrice": 2, "priceCurrency": "EUR"}}}))
    assert (offer.price, offer.kind) == (Decimal(2), "from")


def test_names_that_begin_with_a_capital_are_the_same_names():
    assert told(page({"@type": "Product", "name": "Tea", "sku": "7", "Offers": OFFER})) == [("7", "2.49", "EUR")]
