"""What a page tells of its own product is read, by the most specific evidence; where it tells no price is none."""

import gzip
import json
from decimal import Decimal
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spiders.prices import read_offers
from spiders.reads import prices

URL = "https://shop.example/p/tea"
OFFER = {"@type": "Offer", "price": "2.49", "priceCurrency": "EUR", "availability": "InStock"}
TEA = {"@type": "Product", "name": "Tea", "sku": "7", "url": URL, "offers": OFFER}
MARKED = """<div itemscope itemtype="http://schema.org/Product"><h1 itemprop="name">Tea</h1>
<div itemprop="offers" itemscope itemtype="http://schema.org/Offer"><meta itemprop="pricecurrency" content="EUR">
<span itemprop="price">{}</span><link itemprop="availability" href="http://schema.org/OutOfStock"></div></div>"""


def page(*told: object, body: str = "") -> bytes:
    blocks = (f'<script type="application/ld+json">{json.dumps(block)}</script>' for block in told)
    return f"<html><head>{''.join(blocks)}</head><body>{body}</body></html>".encode()


def told(body: bytes, url: str | None = URL) -> list[tuple[str | None, str | None, str | None]]:
    return [(offer.sku, offer.price and str(offer.price), offer.currency) for offer in read_offers(body, url)]


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
        ('<h1>Teas</h1><div class="product"><a href="/p/1">Tea</a><p class="price">2,49 €</p></div>', []),
    ],
)
def test_what_is_shown_counts_only_where_it_is_one_price(body, expected):
    assert [str(offer.price) for offer in read_offers(body.encode(), URL)] == expected


def test_a_price_beside_a_crossed_out_one_has_it_as_list_price():
    (offer,) = read_offers('<h1>Tea</h1><p class="price"><del>£6</del> <ins>£5</ins></p>'.encode(), URL)
    assert (offer.price, offer.list_price) == (5, 6)


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


def test_of_several_products_the_one_in_the_title_is_the_pages_own():
    mug = {"@type": "Product", "name": "Mug", "sku": "8", "offers": OFFER | {"price": "9"}}
    tea = {"@type": "Product", "name": "Tea", "sku": "7", "offers": OFFER}
    assert told(page(mug, tea, body="<h1>Tea</h1>"), None) == [("7", "2.49", "EUR")]


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


@pytest.mark.parametrize("hostile", [">" + " " * 300_000, "<title>" * 50_000, "<h1>" * 50_000, "window.a = {" * 20_000])
def test_no_page_is_read_for_long(hostile):
    begun = process_time()
    read_offers(page(TEA, body=hostile), URL)
    assert process_time() - begun < 5


def test_an_answer_of_magento_is_read():
    final = {"value": 2.49, "currency": "EUR"}
    goods = [{"sku": "7", "name": "Tea", "price_range": {"minimum_price": {"final_price": final}}}]
    assert told(json.dumps({"data": {"products": {"items": goods}}}).encode()) == [("7", "2.49", "EUR")]


def test_a_price_in_cents_is_not_one_in_euros():
    in_cents = TEA | {"offers": OFFER | {"price": 1299}}
    assert told(page(in_cents, body='<h1>Tea</h1><p class="price">12,99 €</p>'))[0][1] == "12.99"
    assert told(page(in_cents, body='<h1>Tea</h1><p class="price">1.299 €</p>'))[0][1] == "1299"


def test_of_two_marked_prices_the_one_named_old_is_the_list_price():
    body = MARKED.format("3,00").replace("<span ", '<span class="old-price" ')
    body = body.replace("<link ", '<span itemprop="price">2,49</span><link ')
    (offer,) = read_offers(body.encode(), URL)
    assert (offer.price, offer.list_price) == (Decimal("2.49"), Decimal("3.00"))


def test_a_list_on_a_page_about_one_product_is_of_others():
    others = {"@type": "ItemList", "itemListElement": [{"item": TEA | {"sku": "8", "url": "/p/8", "name": "Mug"}}]}
    about = '<meta property="og:type" content="product"><h1>Pot</h1><p class="price">9,00 €</p>'
    assert [price for _, price, _ in told(page(others, body=about))] == ["9.00"]


def test_offers_of_a_json_list_are_all_read():
    goods = [{"id": sku, "name": sku, "price": {"value": 2.49, "currency": "EUR"}} for sku in ("a", "b")]
    assert told(json.dumps({"data": {"items": goods}}).encode()) == [("a", "2.49", "EUR"), ("b", "2.49", "EUR")]


def test_a_currency_that_is_only_shown_is_taken_with_the_same_price():
    known = TEA | {"offers": {"price": "2.49"}}
    same, other = (f'<h1>Tea</h1><p class="price">{price} €</p>' for price in ("2,49", "9,00"))
    assert [told(page(known, body=body))[0][2] for body in (same, other)] == ["EUR", None]


def test_the_state_of_the_product_in_the_heading_is_read():
    goods = {"Tea": "2.49", "Mug": "9.00"}
    state = [{"name": name, "price": price, "currency": "EUR"} for name, price in goods.items()]
    block = f'<script id="__NEXT_DATA__">{json.dumps(state)}</script><h1>Tea</h1>'
    (offer,) = read_offers(block.encode(), URL)
    assert (offer.price, offer.method) == (Decimal("2.49"), "state")


def test_variants_are_offers_of_their_own():
    variants = [TEA | {"sku": sku, "offers": OFFER | {"price": price}} for sku, price in (("7-S", 2), ("7-L", 4))]
    group = {"@type": "ProductGroup", "name": "Tea", "brand": "Leaf", "hasVariant": variants}
    assert told(page(group)) == [("7-S", "2", "EUR"), ("7-L", "4", "EUR")]


def test_recommended_products_are_not_the_pages_own():
    other = {"@type": "Product", "name": "Mug", "sku": "8", "url": "https://shop.example/p/mug", "offers": OFFER}
    others = {"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "item": other}]}
    assert told(page(TEA, others)) == [("7", "2.49", "EUR")]
    assert told(page(other, TEA)) == [("7", "2.49", "EUR")]


def test_a_list_is_read_where_the_page_is_a_list():
    others = {"@type": "ItemList", "itemListElement": [{"item": TEA}, {"item": TEA | {"sku": "8", "url": "/p/8"}}]}
    assert {sku for sku, _, _ in told(page(others), "https://shop.example/teas")} == {"7", "8"}


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


def test_a_page_that_marks_an_offer_and_no_product_is_read():
    body = MARKED.split("</h1>")[1].format("2,49").removesuffix("</div>")
    assert told(body.encode()) == [(None, "2.49", "EUR")]


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


@pytest.mark.parametrize("price", ["0", "0.00", "", "on request", None, "-1"])
def test_no_price_is_invented(price):
    offers = OFFER | {"price": price, "availability": "https://schema.org/SoldOut"}
    body = '<p class="price">9,99 €</p><h1>Tea</h1>'
    assert told(page(TEA | {"offers": offers}, body=body)) == [("7", None, "EUR")]


def test_shopify_and_woocommerce_answers():
    variants = [{"sku": "S", "price": "19.99", "compare_at_price": "25.00", "available": False, "title": "Small"}]
    (shopify,) = read_offers(
        json.dumps({"products": [{"title": "Tea", "vendor": "Leaf", "variants": variants}]}).encode()
    )
    assert (shopify.name, shopify.price, shopify.list_price) == ("Tea Small", Decimal("19.99"), Decimal("25.00"))
    amounts = {"price": "1999", "regular_price": "1999", "currency_code": "JPY", "currency_minor_unit": 0}
    (woo,) = read_offers(json.dumps([{"name": "Tea", "sku": "7", "is_in_stock": True, "prices": amounts}]).encode())
    assert (woo.price, woo.currency, woo.availability) == (Decimal(1999), "JPY", "in_stock")


@given(
    st.binary()
    | st.recursive(
        st.none() | st.integers() | st.text(),
        lambda x: (
            st.lists(x)
            | st.dictionaries(
                st.sampled_from(["@type", "@id", "offers", "price", "lowPrice", "priceSpecification", "prices"]), x
            )
        ),
    ).map(lambda offers: page({"@type": "Product", "offers": offers}, offers))
)
def test_no_page_makes_the_reader_raise(body):
    assert all(offer.price is None or offer.price > 0 for offer in read_offers(body, URL))


def test_recorded_pages_give_their_price_or_none(fixtures):
    right, wrong, priced, invented = 0, [], 0, []
    for folder in sorted(fixtures.glob("prices/pages/*")):
        case = json.loads((folder / "expected.json").read_text())
        offers = list(prices.read(folder / case["file"], url=case.get("url")))
        got = {offer["price"] for offer in offers} - {None}
        expected = {Decimal(price) for price in case["expected"].get("price", [])}
        currency = case.get("currency_iso")
        priced += bool(expected)
        if not expected:
            invented += [folder.name] * bool(got)
        elif offers and offers[0]["price"] in expected:
            right += currency in {None, offers[0]["currency"]}
        elif got:
            wrong.append(folder.name)
    assert (invented, wrong) == ([], [])
    assert right >= 0.9 * priced


def test_an_address_that_is_none_is_no_error():
    assert told(page(TEA | {"url": "http://["}), "http://[") == [("7", "2.49", "EUR")]


def test_compressed_pages_are_read(tmp_path):
    file = tmp_path / "page.html.gz"
    file.write_bytes(gzip.compress(page(TEA)))
    assert [row["price"] for row in prices.read(file)] == [Decimal("2.49")]


def test_what_is_named_an_old_price_is_not_the_price():
    page = '<h1>Tea</h1><div class="product-price"><b class="price-old">5,00 €</b><b>4,00 €</b></div>'
    (offer,) = read_offers(page.encode())
    assert (offer.price, offer.list_price) == (Decimal("4.00"), Decimal("5.00"))


def test_a_price_beside_what_is_sold_most_is_not_that_of_the_page():
    assert not read_offers(b'<h1>Not found</h1><div class="bestsellers"><b class="price">&pound;1.00</b></div>')


def test_an_offer_to_members_only_is_not_the_price_for_everybody():
    told = '{"price": 8, "priceCurrency": "EUR", "validForMemberTier": {"name": "silver"}}'
    members = f'{{"price": 8, "priceCurrency": "EUR", "priceSpecification": {told}}}'
    offers = f'[{{"price": 10, "priceCurrency": "EUR"}}, {members}]'
    page = f'<script type="application/ld+json">{{"@type": "Product", "name": "Tea", "offers": {offers}}}</script>'
    assert [offer.price for offer in read_offers(page.encode())] == [Decimal(10)]
