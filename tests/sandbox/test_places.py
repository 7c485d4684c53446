import numpy as np
import pytest

from sandbox.booking import HOLD_S, HOME
from sandbox.places import Places


def taken_by_hand(world, now):
    """What a bookkeeper would count who walks through all orders and holds."""
    booking = world.booking
    ordered = booking.order_window[(booking.order_window != HOME) & (world.orders.at <= now)]
    held = booking.hold_window[(booking.hold_at <= now) & (now < booking.hold_at + HOLD_S)]
    return np.bincount(np.concatenate([ordered, held]), minlength=len(world.windows.day))


@pytest.mark.parametrize("share", [0.0, 0.13, 0.5, 0.77, 1.0])
def test_places_taken_are_the_orders_and_holds_so_far(world, share):
    now = int(world.begin + share * (world.end - world.begin))
    windows = np.arange(len(world.windows.day))
    assert np.array_equal(Places(world).taken(windows, now, []), taken_by_hand(world, now))


def test_there_are_never_more_places_taken_than_there_are(world):
    places, windows = Places(world), np.arange(len(world.windows.day))
    for now in np.random.default_rng(1).integers(world.begin, world.end, 200):
        assert (places.taken(windows, int(now), []) <= world.windows.capacity).all()
    assert (world.booking.peak <= world.windows.capacity).all()
    assert (world.booking.peak == world.windows.capacity).any()


def test_nobody_orders_for_a_window_after_its_cutoff_or_on_a_day_of_rest(world):
    picked_up = world.booking.order_window != HOME
    window = world.booking.order_window[picked_up]
    assert (world.orders.at[picked_up] < world.windows.cutoff[window]).all()
    assert not world.windows.closed[window].any()


def test_a_hold_comes_back_after_two_hours(world):
    window, begin = world.booking.hold_window[0], int(world.booking.hold_at[0])
    places, alone = Places(world), np.array([window])
    orders_in_between = (world.booking.order_window == window) & (abs(world.orders.at - begin) <= HOLD_S)
    other_holds = (world.booking.hold_window[1:] == window) & (world.booking.hold_at[1:] <= begin + HOLD_S)
    before, during, after = (places.taken(alone, begin + shift, [])[0] for shift in (-1, 0, HOLD_S))
    assert during == before + 1
    assert after == before + orders_in_between.sum() + other_holds.sum()


def test_own_orders_take_only_places_that_nobody_else_will_want(shop):
    windows = np.arange(len(shop.world.windows.day))
    for _ in range(60):
        shop.place_order("ambient", "pickup")
    final = Places(shop.world).taken(windows, shop.world.end, shop.own)
    assert (final <= shop.world.windows.capacity).all()
    assert final.sum() == (shop.world.booking.order_window != HOME).sum() + 60 + _held_at_the_end(shop.world)


def _held_at_the_end(world):
    return (world.booking.hold_at > world.end - HOLD_S).sum()


def test_places_that_are_released_late_are_not_offered_before(world):
    windows = world.windows
    late = np.flatnonzero((windows.late > 0) & (windows.release > world.begin))
    assert len(late) > 100
    for row in late[:: len(late) // 20]:
        release = int(windows.release[row])
        before, after = (windows.offered(np.array([row]), release + shift)[0] for shift in (-1, 0))
        assert (before, after) == (windows.capacity[row] - windows.late[row], windows.capacity[row])
        assert Places(world).taken(np.array([row]), release - 1, [])[0] <= before
