"""A disk that fills: a sentence, nothing corrupt, and work that goes on when there is room."""

import json
import os
import resource
import sqlite3
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest
from commands import Orderscope
from sandboxed import point_at

from sandbox.control import trading

SENTENCE = "the disk is full: make room and do it again"


@pytest.fixture
def disk(tmp_path):
    """A disk of 40 MB, where one may be had."""
    mount = ["mount", "-t", "tmpfs", "-o", "size=40m", "tmpfs", str(tmp_path)]
    try:
        mounted = subprocess.run(mount, capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        mounted = False
    if not mounted:
        pytest.skip("no small disk may be mounted here")
    yield tmp_path
    subprocess.run(["umount", "-l", str(tmp_path)], check=True)


@contextmanager
def filled(folder: Path, left: int):
    """Fill the disk but for so many bytes."""
    filler = folder / "filler"
    file = os.open(filler, os.O_WRONLY | os.O_CREAT)
    try:
        while True:
            os.write(file, b"x" * 4096)
    except OSError:
        os.ftruncate(file, os.fstat(file).st_size - left)
    os.close(file)
    yield
    filler.unlink()


def on(home: Path, day: int) -> Orderscope:
    return Orderscope(home, now=f"2025-01-{day:02d}T09:00")


def look(home: Path, day: int) -> subprocess.CompletedProcess[str]:
    return on(home, day).run("collect", "sandbox.locations", "--due")


def everything_is_whole(home: Path) -> None:
    ledger = sqlite3.connect(home / "data" / "due" / "ledger.sqlite")
    assert ledger.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    ledger.close()
    found = on(home, 20).run("check", "--json")
    broken = {json.loads(line)["check_name"] for line in found.stdout.splitlines()}
    assert broken == {"sources are looked at when due"}, found.stdout + found.stderr
    assert not list((home / "data" / "landing").glob("*"))


def test_work_resumes_when_there_is_room_on_a_full_disk(disk):
    with trading(weeks=3, seed=1, port=0) as shop:
        point_at(disk, shop)
        assert look(disk, 7).returncode == 0
        on(disk, 7)("load")
        for day, left in ((8, 0), (10, 500_000)):
            with filled(disk, left):
                looked, loaded = look(disk, day), on(disk, day).run("load")
                assert left == 500_000 or SENTENCE in looked.stderr
                assert SENTENCE in loaded.stderr
                assert "Traceback" not in looked.stderr + loaded.stderr
                assert on(disk, day).rows("sql", "SELECT count(*) AS runs FROM raw.run") == [{"runs": 1}]
        assert look(disk, 11).returncode == 0
    on(disk, 11)("load")
    runs = on(disk, 11).rows("sql", "SELECT started_utc::DATE AS day, verdict FROM raw.run ORDER BY ALL")
    assert {"day": "2025-01-11", "verdict": "complete"} in runs
    assert {"day": "2025-01-10", "verdict": "complete"} in runs
    everything_is_whole(disk)


def test_work_resumes_when_files_may_grow_again(tmp_path):
    with trading(weeks=3, seed=1, port=0) as shop:
        point_at(tmp_path, shop)
        assert look(tmp_path, 7).returncode == 0
        command = [sys.executable, "-m", "pipelines.cli", "--home", str(tmp_path), "load"]
        small = subprocess.run(command, capture_output=True, text=True, check=False, preexec_fn=_small_files)
        assert SENTENCE in small.stderr
        assert "Traceback" not in small.stderr
    on(tmp_path, 7)("load")
    assert on(tmp_path, 7).rows("sql", "SELECT verdict FROM raw.run") == [{"verdict": "complete"}]
    everything_is_whole(tmp_path)


def _small_files() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
