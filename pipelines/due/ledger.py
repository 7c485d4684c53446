"""The ledger of due times: one SQLite file that all processes share, and that a kill at any instant leaves whole."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

SQL = Path(__file__).parents[1] / "sql" / "due"
_PATIENCE_SECONDS = 60  # while others write; each of them takes milliseconds


class Ledger:
    """An open ledger; its queries are the files of ``sql/due``. Instants go in and come out without zone."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def ask(self, query: str, **values: object) -> list[dict[str, Any]]:
        """Return the rows of a query."""
        cursor = self._connection.execute(_sql(query), {name: _text(value) for name, value in values.items()})
        names = [column[0] for column in cursor.description or ()]
        return [
            {name: _value(name, value) for name, value in zip(names, row, strict=True)} for row in cursor.fetchall()
        ]

    def last(self, spider: str) -> datetime | None:
        """Return the last due time of a source of which something is known."""
        due: datetime | None = self.ask("last", spider=spider)[0]["due_utc"]
        return due

    def note(
        self,
        spider: str,
        due_utc: datetime,
        outcome: str,
        noted_utc: datetime,
        *,
        run_id: str | None = None,
        why: str | None = None,
    ) -> None:
        """Write what became of a due time."""
        self.ask("count")
        self.ask("note", spider=spider, due_utc=due_utc, outcome=outcome, noted_utc=noted_utc, run_id=run_id, why=why)


@contextmanager
def writing(home: Path) -> Iterator[Ledger]:
    """Open the ledger for one transaction; whoever else writes waits, and sees all of it or nothing."""
    with _opened(home) as connection:
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield Ledger(connection)
        except BaseException:
            connection.rollback()
            raise
        connection.commit()


@contextmanager
def reading(home: Path) -> Iterator[Ledger]:
    """Open the ledger to read."""
    with _opened(home) as connection:
        yield Ledger(connection)


@contextmanager
def _opened(home: Path) -> Iterator[sqlite3.Connection]:
    file = home / "data" / "due" / "ledger.sqlite"
    file.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(file, timeout=_PATIENCE_SECONDS, isolation_level=None)) as connection:
        if not connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'learnt'").fetchone():
            connection.executescript(f"BEGIN IMMEDIATE; {_sql('tables')} COMMIT;")
        yield connection


@cache
def _sql(query: str) -> str:
    return (SQL / f"{query}.sql").read_text(encoding="utf-8")


def _text(value: object) -> object:
    return value.isoformat() if isinstance(value, datetime) else value


def _value(name: str, value: object) -> object:
    return datetime.fromisoformat(value) if name.endswith("_utc") and isinstance(value, str) else value
