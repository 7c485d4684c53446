"""The runs of one source whose level is in question, and the SQL that handles them."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipelines.history import RECORDS, content
from pipelines.named_sql import execute
from pipelines.staging import insert
from pipelines.verdict.evidence import Check
from pipelines.warehouse import Connection

SQL = Path(__file__).parents[1] / "sql" / "level"


@dataclass(frozen=True, kw_only=True)
class Pending:
    """A run that is being loaded, with the source's runs before it."""

    con: Connection
    run: Mapping[str, Any]
    """run_id, retailer, source, kind, started_utc and ended_utc."""
    ignore: tuple[str, ...]
    """Fields that make no history."""

    def execute(self, name: str, **values: object) -> Connection:
        """Run a file of ``sql/level``; ``values`` go before those of the run."""
        table, record = RECORDS[self.run["kind"]]
        said = ", ".join(name for name in content(self.run["kind"]) if name not in self.ignore)
        words = {"kind": table, "key": ", ".join(record.KEY), "content": said}
        return execute(self.con, SQL / f"{name}.sql", {**self.run, **values}, words)

    def runs_since(self, run_id: str) -> list[dict[str, Any]]:
        """Return the source's runs from ``run_id`` on, in the order in which they looked."""
        cursor = self.execute("runs_since", first_id=run_id)
        names = [column[0] for column in cursor.description or []]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

    def know_again(self) -> None:
        """Let what the history says last be what is known."""
        self.execute("unknown")
        self.execute("known_before")

    def judge_again(self, run_id: str, verdict: str, name: str, reason: str) -> None:
        """Give a run another verdict; the checks behind the one before stay, and this one stands beside them."""
        self.execute("judged_again", run_id=run_id, verdict=verdict, reason=reason)
        check = Check(name=name, passed=verdict == "complete", blocking=False, detail=reason)
        insert(self.con, "raw.run_check", [{"run_id": run_id, **vars(check)}])
