from datetime import timedelta

from tests.analysis.reports.shop import START, Shop

DAY = timedelta(days=1)


def offers(price: str) -> list[dict]:
    return [{"offer_key": "sku1", "gtin": "9524700001019", "price": price}]


def test_a_price_that_nobody_looked_at_is_not_compared(shop: Shop):
    shop.declare("prices", DAY)
    shop.declare("prices", DAY, source="rival", seller="rival")
    for day in range(3):
        shop.look("prices", START + day * DAY, offers("2.00"))
        if day != 1:
            shop.look("prices", START + day * DAY, offers("3.00"), source="rival")
    days = shop.con.execute("SELECT day(local_date), index FROM mart.price_index_day ORDER BY 1").fetchall()
    assert [(day, round(index)) for day, index in days] == [(6, 150), (8, 150)]


def test_a_day_on_which_only_a_second_locator_was_read_is_not_observed(shop: Shop):
    shop.declare("locations", DAY)
    shop.declare("locations", DAY, source="page")
    for day, source in ((0, None), (1, "page"), (2, None), (3, "page")):
        shop.look("locations", START + day * DAY, [{"location_ref": "1"}], source=source)
    days = shop.con.execute("SELECT day(local_date), observed FROM mart.location_day ORDER BY 1").fetchall()
    assert days == [(6, True), (7, False), (8, True)]
