import time
from datetime import UTC, datetime

import pytest

from sandbox.clock import ShopClock


def test_the_clock_goes_backwards_when_told_to(shop):
    shop.set_now(datetime(2025, 1, 7, 12, tzinfo=UTC))
    assert len(shop.locations()) == 4
    shop.set_now(datetime(2025, 3, 28, 12, tzinfo=UTC))
    assert len(shop.locations()) == 158
    shop.set_now(datetime(2025, 1, 7, 12, tzinfo=UTC))
    assert len(shop.locations()) == 4


def test_the_clock_runs_on_in_real_time_to_the_end_of_the_world():
    running, at_its_end = ShopClock(0, 100), ShopClock(0, 100)
    at_its_end.set(100)
    time.sleep(1.05)
    assert running.now() == 1
    assert at_its_end.now() == 100


def test_an_instant_outside_the_world_is_refused(shop):
    with pytest.raises(ValueError, match="outside the world"):
        shop.set_now(datetime(2024, 12, 31, tzinfo=UTC))


def test_messages_gather_reads_as_time_goes_by(shop):
    shop.set_now(datetime(2025, 2, 1, 12, tzinfo=UTC))
    early = {message["id"]: message["reads"] for message in shop.messages()}
    shop.set_now(datetime(2025, 2, 20, 12, tzinfo=UTC))
    late = {message["id"]: message["reads"] for message in shop.messages()}
    assert len(late) > len(early)
    assert all(late[ref] >= reads for ref, reads in early.items())
