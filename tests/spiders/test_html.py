import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

LISTING = {
    "url": "/products",
    "rows": "div.product",
    "next": "a.next",
    "total": ".count",
    "fields": {"offer_key": "::attr(data-sku)", "name": "h3", "price": ".price::text", "availability": ".stock"},
    "values": {"availability": {"Sold out": "out_of_stock"}},
}
PAGE = """<p class=count>1.234 products</p>
<div class=product data-sku=7><h3>Oat  <b>milk</b></h3><span class=price> 2,49 &euro; </span>
  <span class=stock>Sold out</span></div>
<div class=product data-sku=8><h3>Rice</h3></div> <a class=next href="?page=2">more</a>"""


def test_rows_are_found_by_css(read, web):
    reading = read("prices", "html", LISTING, web(PAGE))
    assert reading.rows == [
        {"offer_key": "7", "name": "Oat milk", "price": "2,49 €", "availability": "out_of_stock"},
        {"offer_key": "8", "name": "Rice"},
    ]
    assert reading.announced == 1234


def test_the_next_page_is_the_one_that_is_linked(make, web):
    html = make("prices", "html", LISTING)
    page = web(PAGE, url="http://shop.example/products", context={"page": "1"})
    assert [ask.url for ask in html.follow(page, html.read(page))] == ["http://shop.example/products?page=2"]


def test_a_redesign_that_still_announces_a_count_is_changed(read, web):
    reading = read("prices", "html", LISTING, web(PAGE.replace("class=product", "class=product-v2")))
    assert (reading.outcome, "1234" in reading.reason) == ("changed", True)


def test_a_list_without_entries_is_empty(read, web):
    assert read("prices", "html", LISTING, web("<p class=count>0 products</p>")).outcome == "empty"


def test_broken_markup_is_repaired_when_the_declaration_says_so(read, web):
    broken = "<center><h1>All</center><font><div class=product data-sku=7'><h3>Oat milk<b>1 l</h3><p class=price>2,49"
    (row,) = read("prices", "html", LISTING | {"lenient": True}, web(broken)).rows
    assert (row["name"], row["price"]) == ("Oat milk1 l", "2,49")


def test_the_page_is_read_in_the_encoding_that_it_names(read, web):
    page = web(PAGE.encode("cp1252", "ignore").replace(b"Rice", "Crème".encode("cp1252")), headers={
        "content-type": "text/html; charset=windows-1252"
    })  # fmt: skip
    assert read("prices", "html", LISTING, page).rows[1]["name"] == "Crème"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(body=st.binary() | st.text(alphabet="<>/=\"' divclassproduct&;\x00").map(str.encode))
@pytest.mark.parametrize("lenient", [True, False])
def test_no_page_makes_the_reader_raise(read, web, body, lenient):
    reading = read("prices", "html", LISTING | {"lenient": lenient}, web(body))
    assert reading.outcome in {"ok", "empty", "changed", "blocked"}
