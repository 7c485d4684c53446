import gzip
import json
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

SHOP = {"url": "/products", "links": "a.product", "next": "a.next"}
PRODUCT = {
    "@context": "https://schema.org",
    "@type": "Product",
    "sku": "7",
    "gtin13": "9524700001019",
    "name": "Oat milk",
    "brand": {"@type": "Brand", "name": "Oats"},
    "offers": {
        "@type": "Offer",
        "price": "2.49",
        "priceCurrency": "EUR",
        "availability": "https://schema.org/InStock",
        "priceSpecification": [{"price": "2.99", "priceType": "https://schema.org/StrikethroughPrice"}],
    },
}
ROW = {
    "offer_key": "7",
    "gtin": "9524700001019",
    "name": "Oat milk",
    "brand": "Oats",
    "price": "2.49",
    "currency": "EUR",
    "list_price": "2.99",
    "availability": "in_stock",
}


def page_with(*blocks: str) -> str:
    return "".join(f'<script type="application/ld+json">{block}</script>' for block in blocks) + "<p>Buy</p>"


def test_a_product_gives_a_price(read, web):
    assert read("prices", "schema_org", SHOP, web(page_with(json.dumps(PRODUCT)))).rows == [ROW]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda text: text.replace("}", ",}"),
        lambda text: f"<!--{text}-->",
        lambda text: f"//<![CDATA[\n{text}\n//]]>",
        lambda text: text.replace("Oat milk", "Oat\tmilk"),
        lambda text: f"{text};",
        lambda text: f'{{"@graph": [{{"@type": "WebPage"}}, {text}]}}',
    ],
    ids=["comma", "comment", "cdata", "raw tab", "semicolon", "graph"],
)
def test_what_shops_really_write_is_read(read, web, spoil):
    (row,) = read("prices", "schema_org", SHOP, web(page_with("{broken", spoil(json.dumps(PRODUCT))))).rows
    assert row["price"] == "2.49"


def test_the_lowest_price_of_an_aggregate_counts(read, web):
    offers = {"@type": "AggregateOffer", "lowPrice": 5.29, "highPrice": 9.56, "priceCurrency": "GBP"}
    (row,) = read("prices", "schema_org", SHOP, web(page_with(json.dumps(PRODUCT | {"offers": offers})))).rows
    assert (row["price"], row["currency"]) == ("5.29", "GBP")


def test_what_a_product_says_about_others_is_not_its_price(read, web):
    others = PRODUCT | {"isRelatedTo": [PRODUCT | {"sku": "8"}]}
    assert len(read("prices", "schema_org", SHOP, web(page_with(json.dumps(others)))).rows) == 1


def test_a_page_without_product_is_changed(read, web):
    assert read("prices", "schema_org", SHOP, web("<p>Buy</p>")).outcome == "changed"


def test_a_listing_announces_its_links_and_leads_to_them(make, web):
    shop = make("prices", "schema_org", SHOP)
    (first,) = shop.first()
    body = '<a class=product href="/p/7">7</a><a class=product href="/p/8">8</a><a class=next href="?page=2">'
    page = web(body, url=first.url, context=first.context)
    reading = shop.read(page)
    following = list(shop.follow(page, reading))
    assert (reading.outcome, reading.announced, reading.rows) == ("ok", 2, ())
    assert [ask.url.removeprefix("http://shop.example") for ask in following] == ["/products?page=2", "/p/7", "/p/8"]
    second = web(body, url=following[0].url, context=following[0].context)
    assert shop.read(second).announced == 4


def test_a_sitemap_leads_to_the_addresses_that_match(make, web):
    shop = make("prices", "schema_org", {"url": "/sitemap.xml", "links": "/p/"})
    body = (
        "<urlset><url><loc> http://shop.example/p/7?a=1&amp;b=2 </loc></url><url><loc>http://shop.example/about</loc>"
    )
    page = web(body, "application/xml", context={"role": "listing"})
    assert [ask.url for ask in shop.follow(page, shop.read(page))] == ["http://shop.example/p/7?a=1&b=2"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    body=st.binary()
    | st.recursive(st.none() | st.integers() | st.text(), lambda x: st.lists(x) | st.dictionaries(
        st.sampled_from(["@type", "offers", "price", "priceSpecification", "name", "brand"]), x | st.just("Product")
    )).map(lambda told: page_with(json.dumps({"@type": "Product", "offers": told, "sku": told})).encode())
)  # fmt: skip
@pytest.mark.parametrize("context", [{}, {"role": "listing"}])
def test_no_page_makes_the_reader_raise(read, web, body, context):
    reading = read("prices", "schema_org", SHOP, web(body, context=context))
    assert reading.outcome in {"ok", "empty", "changed", "blocked"}


def test_recorded_pages_with_json_ld_give_their_recorded_price(read, web, fixtures):
    wrong = {}
    for folder in sorted(fixtures.glob("prices/pages/*")):
        for file in folder.glob("page.html.gz"):
            expected = json.loads((folder / "expected.json").read_text())["expected"].get("price")
            reading = read("prices", "schema_org", SHOP, web(gzip.decompress(file.read_bytes())))
            told = {str(Decimal(str(row["price"]))) for row in reading.rows if "price" in row}
            if reading.outcome == "ok" and expected and not {Decimal(p) for p in told} & {Decimal(p) for p in expected}:
                wrong[folder.name] = (told, expected)
    # This shop tells search engines another price than it shows.
    assert set(wrong) <= {"paris-cl_8cb33a3e"}
