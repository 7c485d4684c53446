"""Of several products in a page its own are read; the others are somebody else's."""

from tests.spiders.prices.tea import OFFER, TEA, page, told


def test_of_several_products_the_one_in_the_title_is_the_pages_own():
    mug = {"@type": "Product", "name": "Mug", "sku": "8", "offers": OFFER | {"price": "9"}}
    tea = {"@type": "Product", "name": "Tea", "sku": "7", "offers": OFFER}
    assert told(page(mug, tea, body="<h1>Tea</h1>"), None) == [("7", "2.49", "EUR")]


def test_a_list_on_a_page_about_one_product_is_of_others():
    others = {"@type": "ItemList", "itemListElement": [{"item": TEA | {"sku": "8", "url": "/p/8", "name": "Mug"}}]}
    about = '<meta property="og:type" content="product"><h1>Pot</h1><p class="price">9,00 €</p>'
    assert [price for _, price, _ in told(page(others, body=about))] == ["9.00"]


def test_recommended_products_are_not_the_pages_own():
    other = {"@type": "Product", "name": "Mug", "sku": "8", "url": "https://shop.example/p/mug", "offers": OFFER}
    others = {"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "item": other}]}
    assert told(page(TEA, others)) == [("7", "2.49", "EUR")]
    assert told(page(other, TEA)) == [("7", "2.49", "EUR")]


def test_a_list_is_read_where_the_page_is_a_list():
    others = {"@type": "ItemList", "itemListElement": [{"item": TEA}, {"item": TEA | {"sku": "8", "url": "/p/8"}}]}
    assert {sku for sku, _, _ in told(page(others), "https://shop.example/teas")} == {"7", "8"}


def test_variants_are_offers_of_their_own():
    variants = [TEA | {"sku": sku, "offers": OFFER | {"price": price}} for sku, price in (("7-S", 2), ("7-L", 4))]
    group = {"@type": "ProductGroup", "name": "Tea", "brand": "Leaf", "hasVariant": variants}
    assert told(page(group)) == [("7-S", "2", "EUR"), ("7-L", "4", "EUR")]


def test_an_address_that_is_none_is_no_error():
    assert told(page(TEA | {"url": "http://["}), "http://[") == [("7", "2.49", "EUR")]


def test_a_variant_is_the_pages_own_by_the_name_of_its_group():
    variants = [{"@type": "Product", "name": name, "sku": name, "offers": OFFER} for name in ("Tea green", "Tea black")]
    group = {"@type": "ProductGroup", "name": "Tea", "hasVariant": variants}
    mug = {"@type": "Product", "name": "Mug", "sku": "8", "offers": OFFER | {"price": "9"}}
    assert [sku for sku, _, _ in told(page(mug, group, body="<h1>Tea</h1>"))] == ["Tea green", "Tea black"]


def test_an_offer_that_refers_to_its_product_is_found():
    tea = {"@type": "Product", "@id": "#tea", "name": "Tea", "sku": "7"}
    assert told(page(tea, OFFER | {"itemOffered": {"@id": "#tea"}})) == [("7", "2.49", "EUR")]


def test_variants_that_are_only_referred_to_are_found():
    tea = {"@type": "Product", "@id": "#s", "name": "Tea small", "sku": "7-S", "offers": OFFER}
    group = {"@type": "ProductGroup", "name": "Tea", "hasVariant": [{"@id": "#s"}]}
    assert told(page({"@graph": [group, tea]})) == [("7-S", "2.49", "EUR")]
