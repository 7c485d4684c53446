"""Staging: what landed of a run, as temporary tables with the types of the tables it will go to."""

from collections.abc import Mapping
from itertools import chain, groupby
from pathlib import Path
from typing import Any

from pipelines.history import RECORDS
from pipelines.warehouse import Connection

PAPERS = ("look", "capture", "reject", "run_count")
TABLE_OF: Mapping[str, str] = {"invoices": "invoice", **{kind: table for kind, (table, _) in RECORDS.items()}}
_GIVEN_LATER = {"retailer", "source", "told_ref", "present", "before_utc", "run_id"}


def stage(con: Connection, folder: Path, run: Mapping[str, Any]) -> None:
    """Make the temporary tables ``staged``, the sightings, and ``landed_*``, their papers."""
    for table in PAPERS:
        _read(con, f"landed_{table}", folder / f"{table}.jsonl", _columns(con, f"raw.{table}"))
    table = TABLE_OF[run["kind"]]
    relation = "raw.invoice" if run["kind"] == "invoices" else f"raw.{table}_state"
    columns = {name: of for name, of in _columns(con, relation).items() if name not in _GIVEN_LATER}
    _read(con, "staged", folder / f"{table}.jsonl", columns)


def _read(con: Connection, name: str, file: Path, columns: Mapping[str, str]) -> None:
    """Make a temporary table of a landed file, empty where nothing landed."""
    typed = "{" + ", ".join(f"'{column}': '{of}'" for column, of in columns.items()) + "}"
    if file.exists():
        source = f"read_json($file, format = 'newline_delimited', columns = {typed})"
        con.execute(f"CREATE OR REPLACE TEMP TABLE {name} AS FROM {source}", {"file": str(file)})
    else:
        typed = ", ".join(f"{column} {of}" for column, of in columns.items())
        con.execute(f"CREATE OR REPLACE TEMP TABLE {name} ({typed})")


def _columns(con: Connection, relation: str) -> dict[str, str]:
    return {str(row[0]): str(row[1]) for row in con.execute(f"DESCRIBE {relation}").fetchall()}


def insert(con: Connection, relation: str, rows: list[dict[str, Any]]) -> None:
    """Insert a few rows by name."""
    for names, alike in groupby(rows, key=tuple):
        values = [list(row.values()) for row in alike]
        marks = ", ".join([f"({', '.join('?' * len(names))})"] * len(values))
        con.execute(f"INSERT INTO {relation} ({', '.join(names)}) VALUES {marks}", list(chain(*values)))


def count(con: Connection, relation: str) -> int:
    """Count the rows of a relation."""
    (rows,) = con.execute(f"SELECT count(*) FROM {relation}").fetchone() or (0,)
    return int(rows)
