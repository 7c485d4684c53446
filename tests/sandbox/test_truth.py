from datetime import UTC, datetime, timedelta

import pytest

from sandbox.instants import utc_of
from sandbox.intervals import location_days_between, orders_between
from sandbox.truth import TABLES, festivals, location_day, orders_day, prices, slots_day


def whole(world):
    return utc_of(world.begin - 1), utc_of(world.end)


def test_orders_of_the_days_add_up_to_the_orders_of_the_whole(shop):
    total = orders_between(shop, *whole(shop.world))
    by_day = orders_day(shop)
    for column in ("orders", "invoices", "pickup_orders", "home_orders"):
        assert by_day[column].sum() == total[column]
    assert (by_day["orders"] == by_day["pickup_orders"] + by_day["home_orders"]).all()
    assert len(by_day) == 7 * 12


def test_own_orders_are_no_orders_of_others(shop):
    before = orders_day(shop)
    shop.place_order("both", "home")
    assert orders_day(shop).equals(before)


def test_places_taken_add_up_to_the_pickup_orders(shop):
    table = slots_day(shop)
    beyond = (shop.world.windows.day[shop.world.booking.order_window] >= 84) & (shop.world.booking.order_window >= 0)
    assert table["taken"].sum() == orders_day(shop)["pickup_orders"].sum() - beyond.sum()
    assert (table["taken"] <= table["offered"]).all()


def test_own_pickups_take_a_place(shop):
    before = slots_day(shop)["taken"].sum()
    shop.place_order("fresh", "pickup")
    shop.place_order("fresh", "home")
    assert slots_day(shop)["taken"].sum() == before + 1


def test_location_days_are_what_the_locator_shows(shop):
    day = location_day(shop).query("local_date == @shop.now_utc().date()")
    entries = shop.locations()
    assert day["listed"].sum() == len(entries)
    assert day["bookable"].sum() == sum(entry["status"] == "available" for entry in entries)
    assert day["public"].sum() == sum(entry["status"] == "available" and entry["public"] for entry in entries)


def test_location_days_of_half_a_day_count_half(shop):
    noon = datetime.fromisoformat("2025-01-08T12:00:00+01:00")
    assert location_days_between(shop, noon - timedelta(days=2), noon)["listed"] == pytest.approx(8)
    assert location_days_between(shop, noon - timedelta(hours=12), noon)["public"] == pytest.approx(2)


def test_prices_are_what_the_api_tells(shop):
    today = prices(shop).query("date == @shop.now_utc().date()").set_index("sku")
    assert all(f"{today.price[entry['sku']]:.2f}" == entry["price"] for entry in shop.products())
    assert all(f"{today.rival_price[entry['sku']]:.2f}" == entry["price"] for entry in shop.rival_products())


def test_the_festivals_of_the_calendar_are_told(shop):
    assert list(festivals(shop)["label"]) == ["Chinese New Year", "3-8"]


@pytest.mark.parametrize("table", TABLES)
def test_every_table_is_served(call, shop, table):
    rows = call("GET", f"/sandbox/truth/{table}").json()
    assert len(rows) == len(TABLES[table](shop))
    assert list(rows[0]) == list(TABLES[table](shop))


def test_what_happened_between_two_instants_is_served(call, shop):
    ends = "from_utc=2025-02-01T00:00:00&to_utc=2025-03-01T00:00:00"
    answer = call("GET", f"/sandbox/truth/between?{ends}").json()
    assert answer["orders"] == orders_between(shop, datetime(2025, 2, 1, tzinfo=UTC), datetime(2025, 3, 1, tzinfo=UTC))
