"""Documents read in a process of their own: a hostile one costs its deadline, and a reason in its row."""

import json
import select
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Self

from spiders.orders.document import LARGEST
from spiders.orders.record import other

DEADLINE = 20.0
"""Seconds for a document; ordinary ones take hundredths."""
Rows = list[dict[str, object]]


@dataclass
class Reader:
    """Reads pieces of files in a worker, which is started when needed and again after it had to be ended."""

    deadline: float = DEADLINE
    _worker: subprocess.Popen[str] | None = field(default=None, repr=False)

    def read(self, file: Path, offset: int, length: int, name: str, timezone: str) -> Rows:
        """Return the rows of a piece of a file; one of the type other where it breaks the bounds."""
        request = {"path": str(file.absolute()), "offset": offset, "length": min(length, LARGEST), "media_type": ""}
        worker = self._worker or self._started()
        told = _exchange(worker, json.dumps(request | {"name": name, "timezone": timezone}), self.deadline)
        if told is None:
            self.close()
            return [other(f"it needs more than {self.deadline:.0f} seconds, or more memory than it may have").row()]
        return _cut(json.loads(told), length)

    def _started(self) -> subprocess.Popen[str]:
        self._worker = subprocess.Popen(
            [sys.executable, "-m", "spiders.orders.worker"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        )  # fmt: skip
        return self._worker

    def close(self) -> None:
        """End the worker."""
        if self._worker:
            self._worker.kill()
            self._worker.communicate()
            self._worker = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()


def _exchange(worker: subprocess.Popen[str], request: str, deadline: float) -> str | None:
    """Return the worker's answer; None when it does not answer in time, or is no more."""
    if worker.stdin is None or worker.stdout is None:
        return None
    try:
        worker.stdin.write(request + "\n")
        worker.stdin.flush()
    except OSError:
        return None
    ready, _, _ = select.select([worker.stdout], [], [], deadline)
    return (worker.stdout.readline() or None) if ready else None


def _cut(rows: Rows, length: int) -> Rows:
    """Say of what was longer than is read that it was."""
    if length <= LARGEST:
        return rows
    return [row | {"reason": row["reason"] or f"only the first {LARGEST // 1_000_000} MB were read"} for row in rows]
