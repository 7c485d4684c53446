"""Comparison: what the key numbers were in an earlier report, what they are now, and why they differ."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import pandas as pd

from analysis.frames import SQL
from analysis.reports.findings import Findings, Row

_KEY = ("figure", "part")
_SAYS = ("value", "low", "high")
_TIMES = ("from_date", "to_date")


@dataclass(frozen=True, kw_only=True)
class Past:
    """The key numbers of an earlier report."""

    data_until: pd.Timestamp
    """Where its data ended, UTC."""
    method: str
    """What they were made with: the program's version and its queries."""
    figures: list[Row]


@dataclass(frozen=True, kw_only=True)
class Change:
    """A key number that is another than in the earlier report."""

    then: Row | None
    now: Row | None
    why: str
    """new data, correction, or method."""


class Comparison:
    """The key numbers of a report beside those of an earlier one, from the file in which all reports leave them."""

    def __init__(self, findings: Findings, file: Path, since: date | None) -> None:
        (retailer,) = findings.rows("retailer")
        self._now, self._file = findings.rows("key_numbers"), file
        self._data_until = retailer["last_utc"]
        self._method = method_of(retailer["program_version"])
        self._entries: list[dict[str, Any]] = json.loads(file.read_bytes()) if file.exists() else []
        self._past = None if self._data_until is None else self._before(since)

    def compared_with(self) -> Past | None:
        """Return the earlier report; None where there is none."""
        return self._past

    def changes(self) -> list[Change]:
        """Return the key numbers that are others now."""
        return list(changes(self._past, self._method, self._now)) if self._past else []

    def files(self, retailer: str) -> dict[str, bytes]:
        """Return the file with this report's key numbers in it, in place of an entry of the same data."""
        if self._data_until is None:
            return {}
        fresh = {"data_until": self._data_until.isoformat(), "method": self._method, "figures": self._now}
        kept = [entry for entry in self._entries if entry["data_until"] != fresh["data_until"]]
        entries = sorted([*kept, fresh], key=lambda entry: str(entry["data_until"]))
        return {f"{retailer}/{self._file.name}": (json.dumps(entries, indent=1, default=str) + "\n").encode()}

    def _before(self, since: date | None) -> Past | None:
        until = {pd.Timestamp(entry["data_until"]): entry for entry in self._entries}
        earlier = [at for at in until if at < self._data_until and (since is None or at.date() <= since)]
        if not earlier:
            return None
        last = until[max(earlier)]
        figures: list[Row] = [{**row, **{name: pd.Timestamp(row[name]) for name in _TIMES}} for row in last["figures"]]
        return Past(data_until=max(earlier), method=last["method"], figures=figures)


def method_of(program_version: str | None) -> str:
    """Name what figures are made with: the version, and a mark of all queries."""
    files = sorted(SQL.rglob("*.sql"))
    mark = sha256(b"".join(file.read_bytes() for file in files)).hexdigest()[:12]
    return f"{program_version or 'none'} {mark}"


def changes(past: Past, method: str, now: Sequence[Row]) -> Iterator[Change]:
    """Yield the figures that differ, in the order of the report; those that are gone come last."""
    then: dict[tuple[Any, ...], Row] = {_key(row): row for row in past.figures}
    for row in now:
        before = then.pop(_key(row), None)
        if before is None or any(not _same(before[name], row[name]) for name in _SAYS):
            yield Change(then=before, now=row, why=_why(before, row, past.method, method))
    for row in then.values():
        yield Change(then=row, now=None, why="new data")


def _why(then: Row | None, now: Row, method_then: str, method_now: str) -> str:
    if then is None or any(then[name] != now[name] for name in _TIMES):
        return "new data" if method_then == method_now else "new data and method"
    return "correction" if method_then == method_now else "method"


def _key(row: Mapping[Any, Any]) -> tuple[Any, ...]:
    return tuple(row[name] for name in _KEY)


def _same(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return abs(one - other) <= 1e-9 * max(abs(one), abs(other))
