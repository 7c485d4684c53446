"""What was asked of a host on a day: a ledger that all processes add to, so that they keep one budget together."""

import json
import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path


def note(home: Path, host: str, day: date, spider: str, requests: int) -> None:
    """Add the requests of a look to those of its host and local day."""
    file = _ledger(home, host, day)
    file.parent.mkdir(parents=True, exist_ok=True)
    line = json.dumps({"spider": spider, "requests": requests}) + "\n"
    # One short write at the end of a file is whole, whoever else writes.
    handle = os.open(file, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o644)
    try:
        os.write(handle, line.encode())
    finally:
        os.close(handle)


def spent(home: Path, host: str, day: date) -> int:
    """Return how many requests were made to a host on a local day, by whatever source."""
    return sum(requests for _, requests in _lines(_ledger(home, host, day)))


def last_cost(home: Path, host: str, spider: str) -> int | None:
    """Return how many requests the last look of a source took; None when it never looked."""
    files = sorted(_folder(home).glob(f"{_name(host)}.*.jsonl"), reverse=True)
    costs = (requests for file in files for name, requests in reversed(list(_lines(file))) if name == spider)
    return next(costs, None)


def _lines(file: Path) -> Iterator[tuple[str, int]]:
    for line in file.read_text(encoding="utf-8").splitlines() if file.exists() else ():
        said = json.loads(line)
        yield said["spider"], said["requests"]


def _ledger(home: Path, host: str, day: date) -> Path:
    return _folder(home) / f"{_name(host)}.{day.isoformat()}.jsonl"


def _folder(home: Path) -> Path:
    return home / "data" / "due" / "requests"


def _name(host: str) -> str:
    return host.replace(":", "_").replace("/", "_")
