import time
from datetime import datetime

import pytest

from sandbox.clock import ShopClock


def test_the_clock_goes_backwards_when_told_to(shop):
    shop.set_now(datetime(2025, 1, 7, 12))
    assert len(shop.locations()) == 4
    shop.set_now(datetime(2025, 3, 28, 12))
    assert len(shop.locations()) == 158
    shop.set_now(datetime(2025, 1, 7, 12))
    assert len(shop.locations()) == 4


def test_the_clock_runs_on_in_real_time():
    clock = ShopClock(0, 100)
    time.sleep(1.05)
    assert clock.now() == 1


def test_the_clock_stops_at_the_end_of_the_world():
    clock = ShopClock(0, 100)
    clock.set(100)
    time.sleep(1.05)
    assert clock.now() == 100


def test_an_instant_outside_the_world_is_refused(shop):
    with pytest.raises(ValueError, match="outside the world"):
        shop.set_now(datetime(2024, 12, 31))


def test_messages_gather_reads_as_time_goes_by(shop):
    shop.set_now(datetime(2025, 2, 1, 12))
    early = {message["id"]: message["reads"] for message in shop.messages()}
    shop.set_now(datetime(2025, 2, 20, 12))
    late = {message["id"]: message["reads"] for message in shop.messages()}
    assert len(late) > len(early)
    assert all(late[ref] >= reads for ref, reads in early.items())
