"""What the tables say of offers: their changes by name, outliers by a flag, comparisons by day and basket."""

from datetime import timedelta

import pytest

from sandbox.gtin import gtin13
from tests.analysis.reports.shop import START, Shop

DAY = timedelta(days=1)


def offer(key: str, price: str | None, **words: object) -> dict:
    return {"offer_key": key, "name": f"Tea {key}", "gtin": gtin13(ord(key[0])), "price": price, **words}


@pytest.fixture
def both(shop: Shop) -> Shop:
    shop.declare("prices", DAY)
    shop.declare("prices", DAY, source="rival", seller="rival")
    return shop


def watch(shop: Shop, *days: list[dict], source: str | None = None) -> None:
    for day, rows in enumerate(days):
        shop.look("prices", START + day * DAY, rows, source=source)


def test_changes_have_names(both: Shop):
    rest = [offer(key, "1.00") for key in "bcdefgh"]
    watch(
        both,
        [offer("a", "2.00", availability="in_stock"), *rest],
        [offer("a", "2.50", availability="in_stock"), *rest],
        [offer("a", "2.00", list_price="2.50", availability="in_stock"), *rest],
        [offer("a", "2.50", availability="in_stock"), *rest],
        [offer("a", "2.50", availability="out_of_stock"), *rest],
        rest,
        [offer("a", "2.50", availability="in_stock"), *rest],
    )
    events = both.con.execute(
        "SELECT event FROM core.price_change WHERE offer_key = 'a' ORDER BY not_after_utc"
    ).fetchall()
    names = ["listed_at_start", "dearer", "promotion_began", "promotion_ended", "out_of_stock", "delisted", "relisted"]
    assert [name for (name,) in events] == names


def test_outliers_are_flagged_both_ways_and_stay(both: Shop):
    watch(both, *[[offer("a", price)] for price in ("2.00", "2.10", "200.00", "2.20", "0.02")])
    flagged = both.con.execute("SELECT price::DOUBLE, direction FROM core.price_outlier ORDER BY price").fetchall()
    assert flagged == [(0.02, "low"), (200.0, "high")]
    assert both.con.execute("SELECT count(*) FROM raw.price_state").fetchone() == (5,)


def test_an_outlier_is_not_in_the_index(both: Shop):
    watch(both, *[[offer("a", price)] for price in ("2.00", "2.10", "200.00")])
    watch(both, *[[offer("a", "2.00")]] * 3, source="rival")
    days = both.con.execute("SELECT day(local_date) FROM mart.price_index_day ORDER BY 1").fetchall()
    assert days == [(6,), (7,)]


def test_what_is_only_from_a_price_on_is_not_compared(both: Shop):
    watch(both, [offer("a", "ab 2,00 €")])
    watch(both, [offer("a", "2.00")], source="rival")
    assert both.con.execute("SELECT count(*) FROM mart.price_pair_day").fetchone() == (0,)


def test_a_product_that_comes_moves_the_index_but_not_the_chain(both: Shop):
    first, second = offer("a", "1.00"), offer("b", "1.00")
    watch(both, [first], [first, second])
    watch(both, [offer("a", "1.00")], [offer("a", "1.00"), offer("b", "2.25")], source="rival")
    days = both.con.execute(
        "SELECT round(index), round(chained_index), matched_products FROM mart.price_index_day ORDER BY local_date"
    ).fetchall()
    assert days == [(100, 100, 1), (150, 100, 2)]


def test_a_basket_weighs_its_items(both: Shop):
    for position, (key, weight) in enumerate((("a", 3.0), ("b", 1.0))):
        both.row("raw.basket", basket="tea", position=position, gtin=None, sku=key, weight=weight)
    watch(both, [offer("a", "1.00"), offer("b", "1.00"), offer("c", "1.00")])
    watch(both, [offer("a", "1.00"), offer("b", "16.00"), offer("c", "9.00")], source="rival")
    (index, low, high, products), *_ = both.con.execute(
        "SELECT index, low, high, matched_products FROM mart.price_index_day WHERE basket = 'tea'"
    ).fetchall()
    assert (round(index), products) == (200, 2)
    assert low < 200 < high


def test_the_share_of_promotions_and_who_is_cheapest(both: Shop):
    watch(both, [offer("a", "1.00", list_price="2.00"), offer("b", "1.00", offer_text="2 for 1"), offer("c", "3.00")])
    watch(both, [offer("a", "2.00"), offer("b", "1.00")], source="rival")
    share = both.con.execute(
        "SELECT promotions, offers, round(mean_discount) FROM mart.price_promotion_day WHERE seller <> 'rival'"
    ).fetchone()
    assert share == (2, 3, 50)
    cheapest = both.con.execute("SELECT name, cheapest FROM mart.price_cheapest ORDER BY name").fetchall()
    assert cheapest == [("Tea a", "corner"), ("Tea b", "corner, rival")]


def test_prices_that_are_only_imported_count_until_the_last_look(shop: Shop):
    shop.declare("prices", 36525 * DAY)
    watch(shop, [offer("a", "1.00")], [offer("a", "1.00")], [], [offer("a", "2.00")])
    days = shop.con.execute("SELECT local_date - DATE '2025-01-06', price FROM core.price_day ORDER BY ALL").fetchall()
    assert [(day - days[0][0], float(price)) for day, price in days] == [(0, 1), (1, 1), (2, 1), (3, 2)]
