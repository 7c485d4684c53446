"""A few days on a fast clock, with kills and misbehaviour; the whole soak is ``python -m benchmarks.soak``."""

import pytest

from benchmarks.soak.soaking import soak
from benchmarks.soak.verdict import MOST_GROWTH, growth


def test_days_with_kills_lose_nothing_and_run_nothing_twice(tmp_path):
    done = soak(tmp_path / "home", retailers=1, days=3, seconds_a_day=5, kills=4)
    assert sum(done.killed.values()) > 0
    assert done.stopped_in < 10
    assert {promise: found for promise, found in done.faults.items() if promise != "memory flat"} == {
        "no capture lost": [],
        "nothing twice": [],
        "no due time run twice": [],
        "every due time has its outcome": [],
        "no source silently dead": [],
    }


def test_memory_that_grows_is_seen_and_the_warming_up_is_none():
    warming_up = [50.0] * 10
    assert growth(warming_up + [100.0] * 90) == 1
    assert growth(warming_up + [100.0] * 80 + [120.0] * 10) > MOST_GROWTH
    with pytest.raises(ValueError, match="too few"):
        growth([100.0] * 9)
