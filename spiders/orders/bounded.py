"""Documents read in processes of their own: a hostile one costs its deadline, and a reason in its row."""

import json
import select
import subprocess
import sys
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Self

from spiders.errors import Changed
from spiders.orders.largest import LARGEST
from spiders.orders.record import other

DEADLINE = 20.0
"""Seconds for a document; ordinary ones take hundredths."""
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
        rows: Rows | None = self._ask({"name": name, "timezone": timezone, "names": names}, body)
        if rows is None:
            return [other(BROKE_BOUNDS).row()]
        return rows if len(body) <= LARGEST else [_cut(row) for row in rows]

    def text(self, body: bytes, media_type: str) -> str:
        """Return the text of a document; raises Changed where it has none, or breaks the bounds."""
        answer: dict[str, str] | None = self._ask({"media_type": media_type}, body)
        if answer is None or "text" not in answer:
            raise Changed(answer["reason"] if answer else BROKE_BOUNDS)
        return answer["text"]

    def _ask(self, request: dict[str, object], body: bytes) -> Any:  # noqa: ANN401 - JSON
        """Return the worker's answer; None where it broke the bounds, and was ended."""
        worker, sent = self._worker or self._started(), body[:LARGEST]
        told = _exchange(worker, request | {"length": len(sent)}, sent, self.deadline)
        if told is None:
            self.close()
            return None
        return json.loads(told)

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
