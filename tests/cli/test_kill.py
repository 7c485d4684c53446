"""Killed at any instant: the next run finishes, nothing archived is lost, nothing is counted twice."""

import os
import random
import signal
import subprocess
import sys
import time
from datetime import datetime, timedelta

from commands import Orderscope
from sandboxed import point_at

from pipelines.archive import read_archive
from pipelines.home import archive_root
from pipelines.recover import run_id_of, warc_files
from sandbox.control import trading

FIRST = datetime.fromisoformat("2025-03-17T09:00")
SOURCES = ("sandbox.locations", "sandbox.slots")


def test_kill_9_at_ten_random_moments(tmp_path):
    chance = random.Random(7)
    with trading(weeks=13, seed=3, port=0) as shop:
        point_at(tmp_path, shop)
        for day in range(10):
            shop.set_now(FIRST + timedelta(days=day))
            killed_after(tmp_path, FIRST + timedelta(days=day), chance.uniform(0.3, 6))
        shop.set_now(FIRST + timedelta(days=10))
        last = Orderscope(tmp_path, now=(FIRST + timedelta(days=10)).isoformat())
        last.run("run", *SOURCES)
    orderscope = Orderscope(tmp_path)
    everything_archived_is_there(tmp_path, orderscope)
    nothing_is_there_twice(orderscope)
    assert not [f for f in (tmp_path / "data" / "landing").glob("*") if f.is_dir()]
    newest = orderscope.rows("sql", "SELECT verdict FROM raw.run ORDER BY started_utc DESC LIMIT 2")
    assert [run["verdict"] for run in newest] == ["complete"] * 2


def killed_after(home, now, seconds):
    command = [sys.executable, "-m", "pipelines.cli", "--home", str(home), "run", *SOURCES]
    environment = {**os.environ, "ORDERSCOPE_NOW": now.isoformat()}
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, env=environment, stdout=quiet, stderr=quiet, start_new_session=True) as run:
        time.sleep(seconds)
        os.killpg(run.pid, signal.SIGKILL)


def everything_archived_is_there(home, orderscope):
    archived = sum(
        isinstance(item, tuple) for file in warc_files(home) for item in read_archive(archive_root(home), file)
    )
    known = orderscope.rows("sql", "SELECT count(*) AS n FROM raw.capture")
    assert known == [{"n": archived}]
    runs = {row["run_id"] for row in orderscope.rows("sql", "SELECT run_id FROM raw.run")}
    assert runs >= {run_id_of(file) for file in warc_files(home)}


def nothing_is_there_twice(orderscope):
    for table in ("raw.run", "raw.look", "raw.capture", "raw.location_state", "raw.slot_state", "raw.price_state"):
        twice = orderscope.rows("sql", f"SELECT count(*) AS n, * FROM {table} GROUP BY ALL HAVING n > 1")
        assert twice == [], table
