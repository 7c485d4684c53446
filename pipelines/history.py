"""Change-only history: one algorithm for everything that comes, changes and goes.

Each kind has two tables: ``raw.<kind>_state``, to which a row is appended when something changes, and
``raw.<kind>_latest``, the row of it that holds now. A run is compared with what we last knew, so that its cost does not
grow with the history. Only a complete run makes anything missing.
"""

from collections.abc import Mapping
from dataclasses import fields
from datetime import datetime
from pathlib import Path

from pipelines import scope
from pipelines.named_sql import execute
from pipelines.records import Attention, Count, Kind, Location, Price, Sighting, Slot
from pipelines.warehouse import Connection

SQL = Path(__file__).parent / "sql" / "history"
RECORDS: Mapping[Kind, tuple[str, type[Sighting]]] = {
    "locations": ("location", Location),
    "slots": ("slot", Slot),
    "prices": ("price", Price),
    "attention": ("attention", Attention),
    "counts": ("count", Count),
}
# The word by which a record that was set aside still says what it is of; all slots of such a location stay.
_NAME = {
    "locations": "location_ref", "slots": "location_ref", "prices": "offer_key", "attention": "message_ref",
    "counts": "quantity",
}  # fmt: skip
# Which of the known a complete run should hold: a slot until it begins; a message, or a figure, may leave the list.
_EXPECTED = {"slots": "known.slot_start_utc > $ended_utc", "attention": "FALSE", "counts": "FALSE"}
_OVER = {"slots": "known.slot_end_utc <= $started_utc"}


def merge(con: Connection, kind: Kind, run: Mapping[str, object], *, complete: bool, ignore: tuple[str, ...]) -> None:
    """Compare the table ``staged``, in which each key stands once, with what was known and append what changed.

    ``run`` holds run_id, retailer, source, started_utc and ended_utc, and places where it looked at some only.
    ``ignore`` names fields that make no history.
    """
    table, record = RECORDS[kind]
    words = {
        "kind": table,
        "key": ", ".join(record.KEY),
        "differs": " OR ".join(
            f"seen.{name} IS DISTINCT FROM known.{name}" for name in content(kind) if name not in ignore
        ),
        "name": _NAME[kind],
        "told": "told_ref" if kind == "locations" else _NAME[kind],
        "expected": _EXPECTED.get(kind, "TRUE"),
        "over": _OVER.get(kind, "FALSE"),
    }
    values = {**run, "last_complete_utc": last_complete(con, run)}
    words |= {"in_scope": scope.in_scope(run), "last_complete_utc": scope.last_complete(con, run)}
    for step in ("compared", "changed", "gone", "kept", "forgotten", "known"):
        if complete or step != "gone":
            execute(con, SQL / f"{step}.sql", values, words)


def content(kind: Kind) -> list[str]:
    """Return the fields whose change makes a new state, in the order of the record."""
    _, record = RECORDS[kind]
    told = ["told_ref"] if kind == "locations" else []
    keys = {*record.KEY, *getattr(record, "ALIASES", ())}
    return [*told, *(f.name for f in fields(record) if f.name not in keys)]


def last_complete(con: Connection, run: Mapping[str, object]) -> datetime | None:
    """Return when the last complete run of all of a source began: until then we know that nothing else was there."""
    (found,) = execute(con, SQL / "last_complete.sql", run).fetchone() or (None,)
    return found  # type: ignore[no-any-return]
