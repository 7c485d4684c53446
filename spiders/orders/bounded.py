"""Documents read in processes of their own: a hostile one costs its deadline, and a reason in its row."""

import json
import os
import select
import subprocess
import sys
from dataclasses import dataclass, field
from queue import SimpleQueue
from types import TracebackType
from typing import Self

from spiders.orders.largest import LARGEST
from spiders.orders.record import other

DEADLINE = 20.0
"""Seconds for a document; ordinary ones take hundredths."""
MOST_WORKERS = 4
BROKE_BOUNDS = "it needs more time or memory than a document may have"
Rows = list[dict[str, object]]
Names = tuple[str, ...]
"""By which a retailer goes; where they are given, a document that is another shop's is of the type other."""


@dataclass
class Reader:
    """Reads documents in a worker, which is started when needed and again after it had to be ended."""

    deadline: float = DEADLINE
    _worker: subprocess.Popen[bytes] | None = field(default=None, repr=False)

    def read(self, body: bytes, name: str, timezone: str, names: Names = ()) -> Rows:
        """Return the rows of a document; one of the type other where it breaks the bounds."""
        request = {"name": name, "timezone": timezone, "names": names, "length": min(len(body), LARGEST)}
        told = _exchange(self._worker or self._started(), request, body[:LARGEST], self.deadline)
        if told is None:
            self.close()
            return [other(BROKE_BOUNDS).row()]
        rows: Rows = json.loads(told)
        return rows if len(body) <= LARGEST else [_cut(row) for row in rows]

    def _started(self) -> subprocess.Popen[bytes]:
        self._worker = subprocess.Popen(
            [sys.executable, "-m", "spiders.orders.worker"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
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


class Readers:
    """As many readers as there are cores, for as many threads; a thread that comes when all are busy waits."""

    def __init__(self, number: int | None = None) -> None:
        self.number = number or min(os.cpu_count() or 1, MOST_WORKERS)
        self._all = [Reader() for _ in range(self.number)]
        self._idle: SimpleQueue[Reader] = SimpleQueue()
        for reader in self._all:
            self._idle.put(reader)

    def read(self, body: bytes, name: str, timezone: str, names: Names = ()) -> Rows:
        """Return the rows of a document, by the first reader that is free."""
        reader = self._idle.get()
        try:
            return reader.read(body, name, timezone, names)
        finally:
            self._idle.put(reader)

    def close(self) -> None:
        """End the workers."""
        for reader in self._all:
            reader.close()


def _exchange(worker: subprocess.Popen[bytes], request: dict[str, object], body: bytes, deadline: float) -> str | None:
    """Return the worker's answer; None when it does not answer in time, or is no more."""
    if worker.stdin is None or worker.stdout is None:
        return None
    try:
        worker.stdin.write(json.dumps(request).encode() + b"\n" + body)
        worker.stdin.flush()
    except OSError:
        return None
    ready, _, _ = select.select([worker.stdout], [], [], deadline)
    return (worker.stdout.readline().decode() or None) if ready else None


def _cut(row: dict[str, object]) -> dict[str, object]:
    """Say of what was longer than is read that it was."""
    return row | {"reason": row["reason"] or f"only the first {LARGEST // 1_000_000} MB were read"}
