"""How long a command takes from the shell; the median of five."""

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from statistics import median

from benchmarks.figure import Figure

PROMISES = {"--help": 0.15, "status": 0.5}


def measure() -> Iterator[Figure]:
    """Time the commands that one types all day."""
    with tempfile.TemporaryDirectory() as home:
        for words, limit in PROMISES.items():
            taken = median(_seconds(home, words) for _ in range(5))
            yield Figure(name=f"orderscope {words}", value=taken, unit="s", limit=limit)


def _seconds(home: str, words: str) -> float:
    begun = time.perf_counter()
    command = [sys.executable, "-m", "pipelines.cli", "--home", home, words]
    subprocess.run(command, capture_output=True, check=False)
    return time.perf_counter() - begun
