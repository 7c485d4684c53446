"""Whatever a page holds: it is read soon, nothing is raised, and recorded pages give their price or none."""

import gzip
import json
from decimal import Decimal
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spiders.prices import read_offers
from spiders.reads import prices
from tests.spiders.prices.tea import TEA, URL, page


@pytest.mark.parametrize(
    "hostile",
    [
        ">" + " " * 300_000,
        "<title>" * 50_000,
        "<h1>" * 50_000,
        "<h1>a</h1>" + '<b class="price"><h3><a>' * 5_000,
        "window.a = {" * 20_000,
    ],
)
def test_no_page_is_read_for_long(hostile):
    begun = process_time()
    read_offers(page(TEA, body=hostile), URL)
    assert process_time() - begun < 5


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


def test_compressed_pages_are_read(tmp_path):
    file = tmp_path / "page.html.gz"
    file.write_bytes(gzip.compress(page(TEA)))
    assert [row["price"] for row in prices.read(file)] == [Decimal("2.49")]
