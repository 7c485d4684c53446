"""A few days on a fast clock, with kills and misbehaviour; the whole soak is ``python -m benchmarks.soak``."""

from benchmarks.soak.soaking import soak


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
