"""Ask the warehouse: rows of a query, and what tables and columns mean."""

from pathlib import Path
from typing import Any

from pipelines.warehouse import Connection

SQL = Path(__file__).parent / "sql" / "ask"


def rows_of(con: Connection, query: str, **values: object) -> list[dict[str, Any]]:
    """Return the rows of a query by column name."""
    cursor = con.execute(query, values)
    names = [column[0] for column in cursor.description or []]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def asked(con: Connection, question: str, **values: object) -> list[dict[str, Any]]:
    """Return the rows of a named query of ``sql/ask``."""
    return rows_of(con, (SQL / f"{question}.sql").read_text(encoding="utf-8"), **values)


def tables(con: Connection) -> list[dict[str, Any]]:
    """Return every table and view with its description."""
    return asked(con, "tables")


def columns(con: Connection, name: str) -> list[dict[str, Any]]:
    """Return the columns of ``schema.table`` with what they mean; empty where there is no such table."""
    return asked(con, "columns", name=name)
