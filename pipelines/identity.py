"""Identity: which known place is this entry? Identifiers get padded, re-issued or are not there at all."""

from collections.abc import Mapping
from pathlib import Path

from pipelines.content_ref import PREFIX
from pipelines.named_sql import execute
from pipelines.warehouse import Connection

SQL = Path(__file__).parent / "sql" / "identity"
# Single pairs at one spot are a shop that follows another. From here on it is the identifiers that changed.
_CHURN_SHARE = 0.2
_CHURN_PAIRS = 3


def recognise(con: Connection, run: Mapping[str, object]) -> None:
    """Give each entry of ``staged`` the reference of the place it is, as ``location_ref``, beside its ``told_ref``."""
    (strangers,) = execute(con, SQL / "strangers.sql", run).fetchone() or (0,)
    if not strangers:
        execute(con, SQL / "as_told.sql", run)
        return
    for step in ("aliases", "known_as", "unmatched"):
        execute(con, SQL / f"{step}.sql", run)
    fresh, gone, by_content = _unmatched(con)
    if fresh and gone:
        _match(con, run, by_content=by_content)


def _match(con: Connection, run: Mapping[str, object], *, by_content: bool) -> None:
    execute(con, SQL / "same_place.sql", run)
    if by_content:
        execute(con, SQL / "same_name.sql", run)
    if by_content or _identifiers_changed(con, run):
        execute(con, SQL / "renumbered.sql", run)


def _unmatched(con: Connection) -> tuple[int, int, bool]:
    """Return how many entries are new, how many are gone, and whether identifiers are made of content."""
    query = (
        "SELECT count(*) FILTER (is_fresh), count(*) FILTER (NOT is_fresh),"
        " coalesce(bool_and(starts_with(told_ref, $prefix)), FALSE) FROM unmatched"
    )
    fresh, gone, by_content = con.execute(query, {"prefix": PREFIX}).fetchone() or (0, 0, False)
    return fresh, gone, by_content


def _identifiers_changed(con: Connection, run: Mapping[str, object]) -> bool:
    query = "SELECT count(*) FROM raw.location_latest WHERE retailer = ? AND source = ? AND present"
    (known,) = con.execute(query, [run["retailer"], run["source"]]).fetchone() or (0,)
    (pairs,) = con.execute("SELECT count(*) FROM same_place").fetchone() or (0,)
    return bool(pairs >= max(min(_CHURN_PAIRS, known), _CHURN_SHARE * known))
