"""Scope: a run that looked at some locations only says nothing of the others."""

from collections.abc import Mapping
from pathlib import Path

from pipelines.named_sql import execute
from pipelines.warehouse import Connection

SQL = Path(__file__).parent / "sql" / "scope"


def stage_scope(con: Connection, run: Mapping[str, object]) -> None:
    """Make the temporary table ``scope``: the locations that the run looked at, none where it looked at all."""
    execute(con, SQL / "scope.sql", {"places": run.get("places") or []})


def keep_scope(con: Connection, run: Mapping[str, object]) -> None:
    """Write down which locations the run looked at, where these were not all."""
    con.execute("INSERT INTO raw.run_scope SELECT ?, location_ref FROM scope ORDER BY location_ref", [run["run_id"]])


def in_scope(run: Mapping[str, object]) -> str:
    """Return the SQL condition under which something known is of the run's scope; what it told is, asked or not."""
    if not run.get("places"):
        return "TRUE"
    return "location_ref IN (FROM scope UNION SELECT location_ref FROM staged)"


def last_complete(con: Connection, run: Mapping[str, object]) -> str:
    """Return as SQL when the last complete look was at the location of a row of ``seen`` or ``known``."""
    whole = "$last_complete_utc"
    execute(con, SQL / "looked.sql", run)
    if not con.execute("SELECT 1 FROM looked LIMIT 1").fetchone():
        return whole
    place = "coalesce(seen.location_ref, known.location_ref)"
    return f"greatest({whole}, (SELECT any_value(looked_utc) FROM looked WHERE looked.location_ref = {place}))"
