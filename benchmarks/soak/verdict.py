"""What must hold after a soak: each a sentence with what was found against it, empty where it holds."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from statistics import median

from pipelines.archive import read_archive
from pipelines.ask import rows_of
from pipelines.cli.composition import Workspace
from pipelines.cli.timetables import timetable
from pipelines.due import ledger
from pipelines.home import archive_root
from pipelines.recover import run_id_of, warc_files
from pipelines.warehouse import reading

MOST_GROWTH = 1.1
TABLES = ("raw.run", "raw.look", "raw.capture", "raw.location_state", "raw.slot_state", "raw.price_state")


def faults(home: Path, retailers: tuple[str, ...], end: datetime, megabytes: list[float]) -> dict[str, list[str]]:
    """Return what was found against each promise."""
    return {
        "no capture lost": list(_lost(home)),
        "nothing twice": list(_twice(home)),
        "no due time run twice": list(_run_twice(home)),
        "every due time has its outcome": list(_unrecorded(home, retailers, end)),
        "no source silently dead": list(_dead(home, retailers, end)),
        "memory flat": list(_grown(megabytes)),
    }


def _ask(home: Path, query: str) -> list[dict[str, object]]:
    with reading(home) as con:
        return rows_of(con, query)


def _lost(home: Path) -> Iterator[str]:
    files = warc_files(home)
    archived = sum(isinstance(item, tuple) for file in files for item in read_archive(archive_root(home), file))
    (known,) = _ask(home, "SELECT count(*) AS captures FROM raw.capture")
    if known["captures"] != archived:
        yield f"{archived} answers are archived, the warehouse knows {known['captures']}"
    runs = {row["run_id"] for row in _ask(home, "SELECT run_id FROM raw.run")}
    yield from sorted({run_id_of(file) for file in files} - {str(run) for run in runs})


def _twice(home: Path) -> Iterator[str]:
    for table in TABLES:
        if rows := _ask(home, f"SELECT count(*) AS n, * FROM {table} GROUP BY ALL HAVING n > 1"):
            yield f"{len(rows)} rows of {table}"


def _run_twice(home: Path) -> Iterator[str]:
    """Hold the runs that there are against the due times that were taken."""
    query = """
    SELECT retailer, source, count(*) AS runs, any_value(taken) AS taken
    FROM raw.run JOIN (
        SELECT retailer, source, count(*) AS taken FROM raw.due_time
        WHERE outcome IN ('ran', 'lost', 'taken') GROUP BY ALL
    ) USING (retailer, source) GROUP BY ALL HAVING runs > taken
    """
    for row in _ask(home, query):
        yield f"{row['retailer']}.{row['source']} has {row['runs']} runs of {row['taken']} due times"
    for row in _ask(home, "SELECT run_id FROM raw.due_time WHERE run_id IS NOT NULL GROUP BY ALL HAVING count(*) > 1"):
        yield f"{row['run_id']} ran for two due times"


def _unrecorded(home: Path, retailers: tuple[str, ...], end: datetime) -> Iterator[str]:
    """Compute anew when everything was due, and look it up."""
    for retailer, source in Workspace(home).sources(retailers):
        spider = f"{retailer.slug}.{source.slug}"
        known = _noted(home, spider)
        if not known:
            yield f"{spider} has no due time at all"
            continue
        expected = timetable(home, retailer, source).between(min(known), end)
        yield from (f"{spider} {due}" for due in expected if due not in known)


def _noted(home: Path, spider: str) -> set[datetime]:
    with ledger.reading(home) as due_times:
        return {row["due_utc"] for row in due_times.ask("changed", change=0) if row["spider"] == spider}


def _dead(home: Path, retailers: tuple[str, ...], end: datetime) -> Iterator[str]:
    """Find the sources that were not even tried of late."""
    for retailer, source in Workspace(home).sources(retailers):
        spider = f"{retailer.slug}.{source.slug}"
        last = max(_noted(home, spider), default=None)
        if last is None or last < end - 2 * source.period - timedelta(days=1):
            yield f"{spider} was last due at {last}"


def growth(megabytes: list[float]) -> float:
    """Return the memory of the last tenth as a share of that of the second; raises ValueError for too few samples."""
    tenth = len(megabytes) // 10
    if not tenth:
        raise ValueError(f"{len(megabytes)} samples of memory are too few for tenths")
    return median(megabytes[-tenth:]) / median(megabytes[tenth : 2 * tenth])


def _grown(megabytes: list[float]) -> Iterator[str]:
    try:
        grown = growth(megabytes)
    except ValueError as error:
        yield str(error)
        return
    if grown > MOST_GROWTH:
        yield f"{megabytes[0]:.1f} MB at first; the last tenth is {grown:.2f} times the second"
