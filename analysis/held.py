"""Heavy views that several queries read, computed once and held for as long as they are asked.

They become tables of a database in memory, which is searched before the warehouse: a query finds them under the name of
the view, and its text stays what a researcher can run.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from itertools import count

from pipelines.warehouse import Connection

# Each stands after those it reads.
HEAVY = (
    "core.location_event",
    "core.slot_move",
    "mart.slot_thinning",
    "mart.slot_outcome",
    "mart.slot_fill_day",
    "mart.slot_hours_day",
    "core.price_day",
    "mart.price_pair_day",
    "mart.price_cheapest",
    "mart.price_index_day",
    "mart.price_promotion_day",
)
_SEARCHED = ("core", "mart", "raw", "result")
_VIEWS = "SELECT schema_name || '.' || view_name, sql FROM duckdb_views() WHERE database_name = $warehouse"
_numbers = count(1)


@contextmanager
def held(con: Connection, retailer: str) -> Iterator[None]:
    """Let the connection find the retailer's rows of the heavy views as tables, inside the block."""
    (warehouse,) = con.execute("SELECT current_database()").fetchone() or ("",)
    memory = f"held_{next(_numbers)}"  # connections of one process see each other's databases
    con.execute(f"ATTACH ':memory:' AS {memory} (READ_WRITE)")
    try:
        _search(con, memory, warehouse)
        _fill(con, memory, dict(con.execute(_VIEWS, {"warehouse": warehouse}).fetchall()), retailer)
        yield
    finally:
        con.execute("RESET search_path")
        con.execute(f"DETACH {memory}")


def _search(con: Connection, *databases: str) -> None:
    for schema in _SEARCHED:
        con.execute(f"CREATE SCHEMA {databases[0]}.{schema}")
    places = [f'"{database}".{schema}' for database in databases for schema in _SEARCHED]
    con.execute(f"SET search_path = '{','.join(places)}'")


def _fill(con: Connection, memory: str, views: Mapping[str, str], retailer: str) -> None:
    for name in HEAVY:
        select = views[name].partition(" AS ")[2].rstrip(";\n")
        con.execute(f"CREATE TABLE {memory}.{name} AS FROM ({select}) WHERE retailer = ?", [retailer])
