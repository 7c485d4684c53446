"""Land: append what a run saw to JSON lines, one file a table; the run's own line comes last and makes it whole."""

import fcntl
import os
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from typing import IO, Any

import orjson

from pipelines.records import Attention, Capture, Count, Invoice, Location, Look, Price, Reject, Run, Slot

TABLE_OF: Mapping[type, str] = {
    Look: "look",
    Capture: "capture",
    Reject: "reject",
    Location: "location",
    Slot: "slot",
    Price: "price",
    Invoice: "invoice",
    Attention: "attention",
    Count: "count",
}
_NAMES = {record: tuple(f.name for f in fields(record)) for record in TABLE_OF}


class Landing:
    """The folder of one run below ``data/landing``; whoever holds its lock is writing it."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True)
        self.folder = folder
        self._lock = (folder / "lock").open("w")
        fcntl.flock(self._lock, fcntl.LOCK_EX)
        self._files: dict[str, IO[bytes]] = {}

    def add(self, record: object, **papers: object) -> None:
        """Append a record, with what it needs to find its way back."""
        row = {name: getattr(record, name) for name in _NAMES[type(record)]} | papers
        self.line(TABLE_OF[type(record)], row)

    def line(self, table: str, row: Mapping[str, object]) -> None:
        """Append a row to a table's file."""
        if table not in self._files:
            self._files[table] = (self.folder / f"{table}.jsonl").open("ab")
        self._files[table].write(orjson.dumps(row, default=str, option=orjson.OPT_APPEND_NEWLINE))

    def finish(self, run: Run) -> None:
        """Write everything through to the disk, then the run's own line under its final name."""
        for file in self._files.values():
            _synced(file)
        whole = self.folder / "run.json"
        with whole.with_suffix(".part").open("wb") as file:
            file.write(orjson.dumps({f.name: getattr(run, f.name) for f in fields(run)}))
            _synced(file)
        whole.with_suffix(".part").rename(whole)
        self._lock.close()


def _synced(file: IO[bytes]) -> None:
    file.flush()
    os.fsync(file.fileno())
    file.close()


def is_whole(folder: Path) -> bool:
    """Tell whether the run came to write its own line."""
    return (folder / "run.json").exists()


def is_being_written(folder: Path) -> bool:
    """Tell whether a live process holds the folder."""
    with (folder / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
    return False


def landed_run(folder: Path) -> dict[str, Any]:
    """Return the run's own line."""
    row: dict[str, Any] = orjson.loads((folder / "run.json").read_bytes())
    return row
