"""Loading 150,000 slots an hour for a month: seconds a run, growth with history, disk against snapshots."""

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from benchmarks.figure import Figure
from benchmarks.hourly_slots import SLOTS, Listing, land, listings
from pipelines import warehouse
from pipelines.build import SQL, build
from pipelines.home import landing_root
from pipelines.load import load
from pipelines.stages.land import Landing

HOURS, EARLY = 720, 24
SNAPSHOTS = """
CREATE TABLE IF NOT EXISTS snapshot (
    location_ref VARCHAR, slot_start_utc TIMESTAMP, slot_end_utc TIMESTAMP, seen_at_utc TIMESTAMP,
    status VARCHAR, places INTEGER, capacity INTEGER
)
"""
_NAMES = "location_ref, slot_start_utc, slot_end_utc, seen_at_utc, status, places, capacity"


def measure(hours: int = HOURS) -> Iterator[Figure]:
    """Load a slot history hour by hour, and the same as snapshots into a table beside it."""
    with tempfile.TemporaryDirectory() as folder:
        ours, naive = Path(folder) / "ours", Path(folder) / "naive"
        with warehouse.writing(ours) as con, warehouse.writing(naive) as beside:
            build(con, (SQL,))
            beside.execute(SNAPSHOTS)
        seconds = [_loaded(ours, naive, listing) for listing in listings(hours)]
        size = {home: warehouse.primary(home).stat().st_size for home in (ours, naive)}
    late, early = median(seconds[-13:]), median(seconds[EARLY - 7 : EARLY + 6])
    growth, disk = f"run {hours} against run {EARLY}", f"disk against snapshots, {hours} hours"
    yield Figure(name="rows loaded a second, history kept", value=SLOTS / late, unit="", limit=250_000, at_most=False)
    yield Figure(name="a look at 150,000 slots, 2 % changed", value=late, unit="s", limit=0.3)
    yield Figure(name=growth, value=late / early, unit="", limit=1.3)
    yield Figure(name=disk, value=size[ours] / size[naive], unit="", limit=1 / 17)


def _loaded(ours: Path, naive: Path, listing: Listing) -> float:
    """Land and load a look; return the seconds that the loading takes."""
    landing = Landing(landing_root(ours) / f"shop.slots.{listing.at_utc:%Y%m%dT%H%M%SZ}")
    land(listing, landing)
    with warehouse.writing(naive) as con:
        con.execute(f"INSERT INTO snapshot BY NAME SELECT {_NAMES} FROM read_json('{landing.folder}/slot.jsonl')")
    with warehouse.writing(ours) as con:
        begun = time.perf_counter()
        for _ in load(con, ours, lambda *_: ()):
            pass
        return time.perf_counter() - begun


if __name__ == "__main__":
    for figure in measure():
        print(figure.kept, figure.name, figure.measured)
