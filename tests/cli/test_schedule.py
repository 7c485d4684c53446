"""The daemon runs what is due, once, whoever asks; it stops when told to."""

import os
import re
import signal
import subprocess
import sys
import time

import pytest
from commands import Orderscope
from sandboxed import point_at

from sandbox.control import trading

NOW = "2025-01-07T09:00"
SPIDERS = ("sandbox.locations", "sandbox.attention")


@pytest.fixture
def home(tmp_path):
    with trading(weeks=3, seed=1, port=0) as shop:
        point_at(tmp_path, shop)
        yield tmp_path


def daemon(home):
    command = [sys.executable, "-m", "pipelines.cli", "--home", str(home), "schedule", *SPIDERS]
    return subprocess.Popen(command, env={**os.environ, "ORDERSCOPE_NOW": NOW}, stdout=subprocess.PIPE, text=True)


def runs(home):
    return len(Orderscope(home).rows("sql", "FROM raw.run"))


def test_the_daemon_runs_what_is_due_and_cron_finds_nothing_left(home):
    with daemon(home) as scheduler:
        until = time.monotonic() + 60
        while not (home / "reports" / "sandbox.md").exists() and time.monotonic() < until:
            time.sleep(0.2)
        begun = time.monotonic()
        scheduler.send_signal(signal.SIGTERM)
        said, _ = scheduler.communicate(timeout=10)
        assert time.monotonic() - begun < 10
        assert scheduler.returncode == 0
    assert re.search(r"sandbox.locations +2025-01-07 00:00", said)
    assert runs(home) == 2
    assert "nothing is due" in Orderscope(home, now=NOW)("run", *SPIDERS, "--due")
    assert runs(home) == 2


def test_the_next_due_time_is_taken_when_it_has_come(home):
    first, second = Orderscope(home, now=NOW), Orderscope(home, now="2025-01-08T00:00:01")
    for orderscope in (first, first, second, second):
        orderscope.run("collect", "sandbox.locations", "--due")
    first("load")
    assert runs(home) == 2
