from dataclasses import fields, is_dataclass
from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.gtin import gtin13
from sandbox.world import World, draw_world


def arrays(record) -> list[np.ndarray]:
    """All arrays of a record, those of the records in it with them."""
    values = [getattr(record, field.name) for field in fields(record)]
    inner = [array for value in values if is_dataclass(value) for array in arrays(value)]
    return [value for value in values if isinstance(value, np.ndarray)] + inner


def test_equal_seeds_give_equal_worlds(world):
    again = draw_world(np.random.default_rng(7), weeks=12)
    assert all(np.array_equal(one, other) for one, other in zip(arrays(world), arrays(again), strict=True))
    assert world.network.locations == again.network.locations
    assert world.products == again.products


def test_another_seed_gives_another_world(world):
    other = draw_world(np.random.default_rng(8), weeks=12)
    assert other.first_invoice != world.first_invoice
    assert not np.array_equal(other.orders.at, world.orders.at)


def test_the_network_grows_from_4_to_158_as_in_the_case_study(world):
    network, last = world.network, world.trading - 1
    countries = np.array([place.address.country for place in network.locations])
    public = np.array([place.public for place in network.locations])
    assert network.listed[:, 0].sum() == 4
    assert network.listed[:, last].sum() == 158
    assert network.timed[:, last].sum() == 133
    assert (network.timed[:, last] & (countries == "NL")).sum() == 80
    assert (network.timed[:, last] & public).sum() == 114


def test_some_locations_close_and_one_of_them_reopens(world):
    listed = world.network.listed[:, : world.trading].astype(int)
    closings, openings = (np.diff(listed) == -1).sum(axis=1), (np.diff(listed) == 1).sum(axis=1)
    assert closings.sum() == 5
    assert ((closings == 1) & (openings == 1) & (listed[:, 0] == 1)).sum() == 1


def test_orders_grow_and_festivals_lift_them():
    world = draw_world(np.random.default_rng(3), weeks=26)
    a_day = np.bincount(world.days.day_of(world.orders.at), minlength=world.trading)
    assert 45 < a_day[:14].mean() < 80
    assert 120 < a_day[-14:].mean() < 220
    feast = (date(2025, 6, 18) - world.days.start).days
    assert a_day[feast] > 1.4 * a_day[feast - 14]


def test_the_counter_does_not_start_at_one(world):
    assert world.first_invoice > 1000


def test_a_week_is_too_short_for_a_world():
    with pytest.raises(ValueError, match="too short"):
        draw_world(np.random.default_rng(1), weeks=1)


def test_promotions_last_some_days_and_lower_the_price(world):
    promoted = world.prices.price < world.prices.shelf
    assert 0.03 < promoted.mean() < 0.2
    assert (world.prices.price > 0).all()


def test_messages_are_read_about_a_thousand_times_and_more_at_festivals(world: World):
    feast = np.array(["festival" in title for title in world.messages.title])
    assert 850 < world.messages.reads[~feast].mean() < 1150
    assert world.messages.reads[feast].mean() > 1200


@given(st.integers(0, 999_999_999))
def test_the_check_digit_of_a_gtin_is_valid(number):
    digits = [int(digit) for digit in gtin13(number)]
    assert len(digits) == 13
    assert sum(digit * (3 if place % 2 else 1) for place, digit in enumerate(digits)) % 10 == 0
