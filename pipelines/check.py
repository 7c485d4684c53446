"""Check: a check is a SELECT of the rows that break it; its file's name is the sentence.

Each row names its ``retailer``, and the ``source`` where it is of a single one.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any, Literal

from pipelines.ask import rows_of
from pipelines.build import description
from pipelines.clock import now_utc
from pipelines.staging import insert
from pipelines.warehouse import Connection, transaction

SQL = Path(__file__).parent / "sql" / "checks"
_SHOWN = 5


@dataclass(frozen=True, kw_only=True)
class CheckResult:
    """What a check found at a retailer, or at one source of it."""

    check_name: str
    level: Literal["warn", "fail"]
    retailer: str
    source: str | None
    explanation: str
    offending: int
    example: list[str]
    """The first offending rows, in words."""

    @property
    def place(self) -> str:
        """Where it was found: the retailer, or the spider."""
        return f"{self.retailer}.{self.source}" if self.source else self.retailer


def check(con: Connection) -> list[CheckResult]:
    """Run every check and keep what it found in ``raw.check_result``; where all hold there is nothing."""
    results = [result for file in sorted(SQL.glob("*.sql")) for result in _found(con, file)]
    with transaction(con):
        con.execute("DELETE FROM raw.check_result")
        insert(con, "raw.check_result", [vars(result) for result in results])
    return results


def checks() -> list[str]:
    """Return the sentences that are checked."""
    return [file.stem.replace("_", " ") for file in sorted(SQL.glob("*.sql"))]


def _found(con: Connection, file: Path) -> Iterator[CheckResult]:
    sql = file.read_text(encoding="utf-8")
    level, _, explanation = description(sql).partition(": ")
    rows = rows_of(con, sql, **({"now_utc": now_utc()} if "$now_utc" in sql else {}))
    for (retailer, source), offending in groupby(sorted(rows, key=_order), key=_place):
        said = [_in_words(row) for row in offending]
        yield CheckResult(
            check_name=file.stem.replace("_", " "),
            level="fail" if level == "fail" else "warn",
            retailer=retailer,
            source=source,
            explanation=explanation,
            offending=len(said),
            example=said[:_SHOWN],
        )


def _place(row: dict[str, Any]) -> tuple[str, str | None]:
    return row["retailer"], row.get("source")


def _order(row: dict[str, Any]) -> tuple[str, str, str]:
    return row["retailer"], row.get("source") or "", _in_words(row)


def _in_words(row: dict[str, Any]) -> str:
    return ", ".join(f"{name} {value}" for name, value in row.items() if name not in ("retailer", "source"))
