"""The daemon runs what is due, once, whoever asks; it stops when told to, and a killed one is in nobody's way."""

import os
import re
import signal
import subprocess
import sys
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from threading import Thread

import pytest
from commands import Orderscope
from sandboxed import point_at

from sandbox.control import trading

NOW = "2025-01-07T09:00"
SPIDERS = ("sandbox.locations", "sandbox.attention")
SLOW = """
name = "Slow"
country = "NL"
timezone = "Europe/Amsterdam"
url = "{url}"
delay_seconds = 0

[[sources]]
kind = "prices"
platform = "html"
expect = {{ min = 1 }}
options = {{ url = "/hang", rows = "li", fields = {{ offer_key = "b" }} }}

[[sources]]
kind = "prices"
name = "endless"
platform = "html"
time_limit = "PT2S"
expect = {{ min = 1 }}
options = {{ url = "/pages", rows = "li", next = "a", fields = {{ offer_key = "b" }} }}
"""


class Slow(BaseHTTPRequestHandler):
    """Never answers, or leads on from page to page."""

    pages = count()

    def do_GET(self):
        time.sleep(60 if self.path == "/hang" else 0.3)
        body = f"<li><b>{next(self.pages)}</b></li><a href='/pages?{next(self.pages)}'>next</a>".encode()
        self.send_response(404 if self.path == "/robots.txt" else 200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


@pytest.fixture
def home(tmp_path):
    with trading(weeks=3, seed=1, port=0) as shop:
        point_at(tmp_path, shop)
        yield tmp_path


@pytest.fixture
def slow(tmp_path):
    """A retailer who keeps one waiting."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Slow)
    server.daemon_threads = True
    Thread(target=server.serve_forever, daemon=True).start()
    (tmp_path / "retailers").mkdir()
    words = SLOW.format(url=f"http://127.0.0.1:{server.server_port}")
    (tmp_path / "retailers" / "slow.toml").write_text(words)
    yield tmp_path
    server.shutdown()
    server.server_close()


def daemon(home, *names):
    command = [sys.executable, "-m", "pipelines.cli", "--home", str(home), "schedule", *names]
    return subprocess.Popen(command, env={**os.environ, "ORDERSCOPE_NOW": NOW}, stdout=subprocess.PIPE, text=True)


def wait_for(what, seconds=60):
    until = time.monotonic() + seconds
    while not what() and time.monotonic() < until:
        time.sleep(0.2)
    assert what()


def due_times(home):
    return {
        row["source"]: row["outcome"]
        for row in Orderscope(home).rows("sql", "SELECT source, outcome FROM raw.due_time ORDER BY due_utc")
    }


def runs(home):
    return len(Orderscope(home).rows("sql", "FROM raw.run"))


def test_the_daemon_runs_what_is_due_and_cron_finds_nothing_left(home):
    with daemon(home, *SPIDERS) as scheduler:
        wait_for((home / "reports" / "sandbox.md").exists)
        begun = time.monotonic()
        scheduler.send_signal(signal.SIGTERM)
        said, _ = scheduler.communicate(timeout=10)
        assert time.monotonic() - begun < 10
        assert scheduler.returncode == 0
    assert re.search(r"sandbox.locations +2025-01-07 00:00", said)
    Orderscope(home, now=NOW).run("load")
    assert runs(home) == 2
    assert due_times(home) == {"locations": "ran", "attention": "ran"}
    assert "nothing is due" in Orderscope(home, now=NOW)("run", *SPIDERS, "--due")
    assert runs(home) == 2


def test_the_next_due_time_is_taken_when_it_has_come(home):
    first, second = Orderscope(home, now=NOW), Orderscope(home, now="2025-01-08T00:00:01")
    for orderscope in (first, first, second, second):
        orderscope.run("collect", "sandbox.locations", "--due")
    first("load")
    assert runs(home) == 2


def test_a_second_daemon_is_refused_and_one_that_was_killed_is_followed_by_the_next(slow):
    with daemon(slow, "slow.prices") as first:
        wait_for((slow / "data" / "due" / "daemon.lock").exists)
        wait_for(lambda: f"process {first.pid}" in Orderscope(slow).refused("schedule", "slow.prices"))
        first.kill()
    with daemon(slow, "slow.prices") as second:
        assert "slow.prices" in "".join(second.stdout.readline() for _ in range(4))
        second.terminate()
        assert second.wait(10) == 0


def test_a_stop_ends_a_look_under_way_within_ten_seconds_and_its_run_is_known(slow):
    with daemon(slow, "slow.prices") as scheduler:
        wait_for(lambda: list((slow / "data" / "landing").glob("slow.prices.*")))
        begun = time.monotonic()
        scheduler.terminate()
        scheduler.communicate(timeout=10)
        assert time.monotonic() - begun < 10
    Orderscope(slow)("load")
    assert runs(slow) == 1
    assert due_times(slow)["prices"] in ("ran", "taken")


def test_a_look_that_takes_longer_than_its_limit_is_broken_off_and_says_so(slow):
    begun = time.monotonic()
    done = Orderscope(slow, now=NOW).run("collect", "slow.endless", "--due")
    assert time.monotonic() - begun < 20
    assert "it took longer than its time limit" in done.stderr
    Orderscope(slow)("load")
    assert due_times(slow) == {"endless": "ran"}
