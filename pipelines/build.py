"""Build: the tables, and a view for every SELECT under the given folders, in the order that the SQL itself implies.

One relation a file: the folder is its schema, the stem its name, the first comment its description, and the comment at
the end of a line describes the column of that line.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from graphlib import TopologicalSorter
from pathlib import Path

from pipelines.history import RECORDS
from pipelines.level import KINDS
from pipelines.version import PROGRAM_VERSION, is_newer
from pipelines.warehouse import Connection, transaction

SQL = Path(__file__).parent / "sql"
_COLUMN_OF_TABLE = re.compile(r"^\s+(\w+) .*?-- (.+)$", re.MULTILINE)
_NAME = re.compile(r"\b\w+\.\w+\b")
_COMMENT = re.compile(r"--.*")
_COLUMN_OF_VIEW = re.compile(r"(\w+),?\s+-- (.+)$", re.MULTILINE)


class SchemaChanged(ValueError):  # noqa: N818 - it is what happened
    """The warehouse was made with other tables than this program has; only a rebuild gives it these."""


class NewerWarehouse(ValueError):  # noqa: N818 - it is what was found
    """A newer version of orderscope wrote the warehouse; this one would not know what it does to it."""


def build(con: Connection, roots: Sequence[Path]) -> list[str]:
    """Create what is missing of the tables and make every view anew, unless all is as it was; returns the relations.

    Raises SchemaChanged where the tables are those of another version, NewerWarehouse where a newer one wrote here.
    """
    for schema in ("raw", "core", "mart", "result"):
        con.execute(f"CREATE SCHEMA IF NOT EXISTS {schema}")
    tables, views = (list(_files(roots, schemas)) for schemas in (("raw", "result"), ("core", "mart")))
    _refuse_other_tables(con, tables)
    built = _sha256([PROGRAM_VERSION, *(_sql(file) for file in (*tables, *views))])
    if con.execute("SELECT built FROM raw.version").fetchone() != (built,):
        with transaction(con):
            _build(con, tables, views)
            con.execute("UPDATE raw.version SET built = ?, program = ?", [built, PROGRAM_VERSION])
    return [relation(file) for file in (*tables, *views)]


def _build(con: Connection, tables: list[Path], views: list[Path]) -> None:
    for file in tables:
        con.execute(_sql(file))
    for table, _ in RECORDS.values():
        _like(con, f"raw.{table}_state", f"raw.{table}_latest", f"The row of raw.{table}_state that holds now.")
    for kind in KINDS:
        table, _ = RECORDS[kind]
        said = "What partial runs held, until it is known whether what they lack is gone."
        _like(con, f"raw.{table}_state", f"raw.{table}_held", said)
    for file in _in_order(views):
        con.execute(f"CREATE OR REPLACE VIEW {relation(file)} AS {_sql(file)}")
    known = set(con.execute("SELECT schema_name || '.' || table_name, column_name FROM duckdb_columns()").fetchall())
    comments = [comment for file in tables for comment in _comments(file, "TABLE", _COLUMN_OF_TABLE, known)]
    comments += [comment for file in views for comment in _comments(file, "VIEW", _COLUMN_OF_VIEW, known)]
    con.execute(";".join(comments))


def _like(con: Connection, pattern: str, table: str, said: str) -> None:
    con.execute(f"CREATE TABLE IF NOT EXISTS {table} AS FROM {pattern} LIMIT 0")
    con.execute(f"COMMENT ON TABLE {table} IS {_quoted(said)}")


def _refuse_other_tables(con: Connection, tables: list[Path]) -> None:
    """Hold the definitions against those the warehouse was made with; comments may differ."""
    ours = _sha256(_COMMENT.sub("", _sql(file)) for file in tables)
    made = con.execute("SELECT table_name FROM duckdb_tables() WHERE schema_name = 'raw'").fetchall()
    if not made:
        con.execute(_sql(SQL / "raw" / "version.sql"))
        con.execute("INSERT INTO raw.version (fingerprint, program) VALUES (?, ?)", [ours, PROGRAM_VERSION])
        return
    if is_newer(written := _written_by(con), PROGRAM_VERSION):
        said = f"orderscope {written} wrote this warehouse and this is {PROGRAM_VERSION}: install {written} or later"
        raise NewerWarehouse(f"{said}, or let `orderscope rebuild` make it anew from the archive")
    if ("version",) not in made or con.execute("SELECT fingerprint FROM raw.version").fetchone() != (ours,):
        raise SchemaChanged("another version of orderscope made this warehouse: `orderscope rebuild` makes it anew")


def _written_by(con: Connection) -> str:
    """Return the version that wrote the warehouse; the first ones did not say."""
    columns = "SELECT column_name FROM duckdb_columns() WHERE schema_name = 'raw' AND table_name = 'version'"
    if ("program",) not in con.execute(columns).fetchall():
        return "0"
    (written,) = con.execute("SELECT program FROM raw.version").fetchone() or ("0",)
    return str(written)


def _sha256(texts: Iterable[str]) -> str:
    return hashlib.sha256("".join(texts).encode()).hexdigest()


def relation(file: Path) -> str:
    """Return the relation that a file defines."""
    return f"{file.parent.name}.{file.stem}"


def description(sql: str) -> str:
    r"""Return the comment with which a file begins.

    >>> description("-- One row a day.\n-- Local days.\nSELECT 1")
    'One row a day. Local days.'
    """
    lines = []
    for line in sql.splitlines():
        if not line.startswith("--"):
            break
        lines.append(line.removeprefix("--").strip())
    return " ".join(lines)


def _files(roots: Sequence[Path], schemas: Iterable[str]) -> Iterator[Path]:
    for root in roots:
        for schema in schemas:
            yield from sorted((root / schema).glob("*.sql"))


def _sql(file: Path) -> str:
    return file.read_text(encoding="utf-8")


def _in_order(files: list[Path]) -> list[Path]:
    by_name = {relation(file): file for file in files}
    needs = {name: set(_NAME.findall(_COMMENT.sub("", _sql(file)))) & by_name.keys() for name, file in by_name.items()}
    return [by_name[name] for name in TopologicalSorter(needs).static_order()]


def _comments(file: Path, what: str, column: re.Pattern[str], known: set[tuple[str, ...]]) -> Iterator[str]:
    sql, name = _sql(file), relation(file)
    yield f"COMMENT ON {what} {name} IS {_quoted(description(sql))}"
    for found in column.finditer(sql):
        if (name, found[1]) in known:
            yield f"COMMENT ON COLUMN {name}.{found[1]} IS {_quoted(found[2])}"


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
