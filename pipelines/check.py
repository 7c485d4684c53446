"""Check: a check is a SELECT of the rows that break it; its file's name is the sentence."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pipelines.build import description
from pipelines.staging import insert
from pipelines.warehouse import Connection, transaction

SQL = Path(__file__).parent / "sql" / "checks"
_SHOWN = 5


@dataclass(frozen=True, kw_only=True)
class CheckResult:
    """What a check found."""

    name: str
    level: Literal["warn", "fail"]
    explanation: str
    offending: int
    example: list[str]
    """The first offending rows, in words."""


def check(con: Connection) -> list[CheckResult]:
    """Run every check and keep what it found in ``raw.check_result``."""
    results = list(_results(con))
    with transaction(con):
        con.execute("DELETE FROM raw.check_result")
        rows = [
            {
                "check_name": result.name,
                "level": result.level,
                "offending": result.offending,
                "example": "\n".join(result.example),
            }
            for result in results
        ]
        insert(con, "raw.check_result", rows)
    return results


def _results(con: Connection) -> Iterator[CheckResult]:
    for file in sorted(SQL.glob("*.sql")):
        sql = file.read_text(encoding="utf-8")
        level, _, explanation = description(sql).partition(": ")
        cursor = con.execute(sql)
        names = [column[0] for column in cursor.description or []]
        rows = cursor.fetchall()
        yield CheckResult(
            name=file.stem.replace("_", " "),
            level="fail" if level == "fail" else "warn",
            explanation=explanation,
            offending=len(rows),
            example=[_in_words(names, row) for row in sorted(rows, key=str)[:_SHOWN]],
        )


def _in_words(names: list[str], row: tuple[object, ...]) -> str:
    return ", ".join(f"{name} {value}" for name, value in zip(names, row, strict=True))
