from datetime import UTC, datetime, timedelta
from itertools import pairwise

import numpy as np
import pytest

from sandbox.instants import utc_of
from sandbox.intervals import orders_between
from sandbox.own_orders import OwnOrder
from sandbox.shop import Shop
from sandbox.truth import invoices


def order_weekly(shop: Shop) -> list[OwnOrder]:
    placed = []
    for week, basket in enumerate(["both", "ambient", "fresh", "both"]):
        shop.set_now(datetime(2025, 1, 8, 11, 30, tzinfo=UTC) + timedelta(days=12 * week, hours=week))
        placed.append(shop.place_order(basket, "home" if week % 2 else "pickup"))
    return placed


def test_every_number_is_given_once_and_none_is_left_out(shop):
    order_weekly(shop)
    table = invoices(shop)
    assert np.array_equal(table["number"], shop.world.first_invoice + np.arange(len(table)))
    assert table["issued_at_utc"].is_monotonic_increasing
    assert table["own"].sum() == 6


def test_an_own_order_takes_the_next_numbers_of_the_one_counter(shop):
    order = shop.place_order("both", "pickup")
    first, second = order.invoices
    assert second.number == first.number + 1
    assert first.printed == f"KD-{first.number:07d}"
    later = invoices(shop).query("issued_at_utc > @shop.now_utc()")["number"]
    assert later.min() == second.number + 1


def test_between_two_own_orders_the_counter_went_up_by_what_was_ordered(shop):
    placed = order_weekly(shop)
    for one, other in pairwise(placed):
        ends = (utc_of(order.placed) for order in (one, other))
        between = orders_between(shop, *ends)
        went_up = other.invoices[-1].number - one.invoices[-1].number
        assert went_up == between["invoices"] + between["own_invoices"]
        assert between["orders"] <= between["invoices"] <= 2 * between["orders"]
        assert between["orders"] == between["pickup_orders"] + between["home_orders"]


def test_an_own_order_before_the_last_one_is_refused_as_printed_numbers_stay(shop):
    shop.place_order("fresh", "home")
    shop.set_now(datetime(2025, 2, 1, tzinfo=UTC))
    with pytest.raises(ValueError, match="later than the shop's now"):
        shop.place_order("fresh", "home")


def test_an_unknown_basket_is_refused(shop):
    with pytest.raises(ValueError, match="none of ambient, fresh, both"):
        shop.place_order("frozen", "home")


def test_order_numbers_do_not_count(shop):
    table = invoices(shop).drop_duplicates("order")
    assert not table["order"].is_monotonic_increasing
    assert table["order"].is_unique
