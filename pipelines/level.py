"""A lasting change of level against a partial crawl: the first is accepted, from its own time, once further runs agree.

A run that lacks much is partial and closes nothing. What it held is kept until it is known better: a complete run says
that it was a partial crawl; two further runs that hold the same, and are not mere retries, say that the rest is gone.
Then the history is written again from the first of them, as if they had been complete at once, so that it does not
matter when they were loaded.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import takewhile
from pathlib import Path
from typing import Any

from pipelines.history import RECORDS, merge
from pipelines.named_sql import execute
from pipelines.staging import insert
from pipelines.verdict.evidence import Check
from pipelines.warehouse import Connection

SQL = Path(__file__).parent / "sql" / "level"
KINDS = ("locations", "prices")
"""Kinds whose number stands for something that lasts."""
_FURTHER = 2
_HELD = 8
_PATIENCE = timedelta(hours=6)
"""Runs that follow each other sooner, and sooner than this source's runs usually do, are one occasion."""


@dataclass(frozen=True, kw_only=True)
class Level:
    """The pending runs of one source."""

    con: Connection
    run: Mapping[str, Any]
    ignore: tuple[str, ...]

    def hold(self) -> None:
        """Keep what the run in ``staged`` holds, until it is known what it is."""
        self._execute("hold")
        self._execute("release", kept=_HELD)

    def release(self) -> None:
        """Let go of what is held: it was a partial crawl, or is history by now."""
        self._execute("release", kept=0)

    def confirmed(self, sightings: int) -> list[str]:
        """Return the runs that hold what this one holds, the first of them first; none where they are too few."""
        rows = self._execute("agreeing", sightings=sightings).fetchall()
        chain = list(takewhile(lambda row: row[2], rows))
        if len(chain) < _FURTHER:
            return []
        lasted = datetime.fromisoformat(str(self.run["started_utc"])) - chain[-1][1]
        return [run_id for run_id, _, _ in reversed(chain)] if lasted >= self._patience() else []

    def accept(self, run_ids: Sequence[str]) -> Check:
        """Write the history again with ``run_ids`` complete; ``staged`` is this run's again afterwards."""
        runs = self._since(run_ids[0])
        self._execute("unwritten", run_ids=[run["run_id"] for run in runs])
        self._execute("unknown")
        self._execute("known_before")
        for run in runs:
            self._execute("restage", run_id=run["run_id"])
            complete = run["run_id"] in run_ids
            merge(self.con, self.run["kind"], run, complete=complete, ignore=self.ignore)
            if complete:
                self._call_complete(run, first=run["run_id"] == run_ids[0])
        self._execute("restage")
        detail = f"the list has changed for good: {', '.join(run_ids)} held the same and are complete by now"
        return Check(name="a lasting change is confirmed", passed=False, blocking=False, detail=detail)

    def _since(self, run_id: str) -> list[dict[str, Any]]:
        query = "SELECT started_utc FROM raw.run WHERE run_id = ?"
        (since,) = self.con.execute(query, [run_id]).fetchone() or (None,)
        cursor = self._execute("runs_since", since_utc=since)
        names = [column[0] for column in cursor.description or []]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

    def _call_complete(self, run: Mapping[str, Any], *, first: bool) -> None:
        reason = f"partial at first ({'; '.join(run['verdict_reasons'])}); {self.run['run_id']} confirms it"
        self._execute("accepted", run_id=run["run_id"], reason=reason)
        name = "first of a lasting change" if first else "agrees with a lasting change"
        check = Check(name=name, passed=True, blocking=False, detail=reason)
        insert(self.con, "raw.run_check", [{"run_id": run["run_id"], **vars(check)}])

    def _patience(self) -> timedelta:
        (seconds,) = self._execute("pace").fetchone() or (None,)
        return _PATIENCE if seconds is None else min(_PATIENCE, timedelta(seconds=seconds))

    def _execute(self, name: str, **values: object) -> Connection:
        table, record = RECORDS[self.run["kind"]]
        words = {"kind": table, "key": ", ".join(record.KEY)}
        return execute(self.con, SQL / f"{name}.sql", {**self.run, **values}, words)
