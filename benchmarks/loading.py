"""Loading 150,000 slots an hour of which 2 % changed: rows a second, growth with history, disk against snapshots."""

import random
import tempfile
import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from statistics import median

import orjson

from benchmarks.figure import Figure
from pipelines import warehouse
from pipelines.build import SQL, build
from pipelines.home import landing_root
from pipelines.load import load
from pipelines.records import Look, Run
from pipelines.stages.land import Landing

LOCATIONS, WINDOWS, HOURS = 5000, 30, 30
SLOTS = LOCATIONS * WINDOWS
CHANGED = 0.02
FIRST = datetime.fromisoformat("2025-01-06T00:00")
SNAPSHOTS = """
CREATE TABLE IF NOT EXISTS snapshot (
    location_ref VARCHAR, slot_start_utc TIMESTAMP, slot_end_utc TIMESTAMP, seen_at_utc TIMESTAMP,
    status VARCHAR, places INTEGER, capacity INTEGER
)
"""


def measure() -> Iterator[Figure]:
    """Load a slot history hour by hour, and the same as snapshots into a table beside it."""
    with tempfile.TemporaryDirectory() as folder:
        ours, naive = Path(folder) / "ours", Path(folder) / "naive"
        seconds = list(_loads(ours, naive))
        size = {home: warehouse.primary(home).stat().st_size for home in (ours, naive)}
    late, early = median(seconds[-6:]), median(seconds[1:7])
    yield Figure(name="rows loaded a second, history kept", value=SLOTS / late, unit="", limit=250_000, at_most=False)
    yield Figure(name="a look at 150,000 slots, 2 % changed", value=late, unit="s", limit=0.3)
    yield Figure(name=f"hour {HOURS} against hours 2 to 7", value=late / early, unit="", limit=1.3)
    yield Figure(name=f"disk against snapshots, {HOURS} hours", value=size[ours] / size[naive], unit="", limit=1 / 3)


def _loads(ours: Path, naive: Path) -> Iterator[float]:
    chance, places = random.Random(1), [8] * SLOTS
    for hour in range(HOURS):
        _land(ours, hour, chance, places)
        landed = next(landing_root(ours).glob("*/slot.jsonl"))
        with warehouse.writing(naive) as con:
            con.execute(SNAPSHOTS)
            con.execute(f"INSERT INTO snapshot BY NAME SELECT {_NAMES} FROM read_json('{landed}')")
        with warehouse.writing(ours) as con:
            if not hour:
                build(con, (SQL,))
            begun = time.perf_counter()
            for _ in load(con, ours, lambda *_: ()):
                pass
            yield time.perf_counter() - begun


_NAMES = "location_ref, slot_start_utc, slot_end_utc, seen_at_utc, status, places, capacity"


def _land(home: Path, hour: int, chance: random.Random, places: list[int]) -> None:
    now = FIRST + timedelta(hours=hour)
    landing = Landing(landing_root(home) / f"shop.slots.{now:%Y%m%dT%H%M%SZ}")
    for number in range(SLOTS):
        if chance.random() < CHANGED:
            places[number] = (places[number] - 1) % 9
    (landing.folder / "slot.jsonl").write_bytes(b"\n".join(_row(n, left, now) for n, left in enumerate(places)) + b"\n")
    landing.add(Look(run_id=landing.folder.name, url="all", seen_at_utc=now, outcome="ok", sightings=SLOTS))
    landing.finish(
        Run(
            run_id=landing.folder.name,
            retailer="shop",
            source="slots",
            kind="slots",
            started_utc=now,
            ended_utc=now,
            program_version="bench",
        )
    )


def _row(number: int, left: int, now: datetime) -> bytes:
    location, window = divmod(number, WINDOWS)
    start = FIRST + timedelta(days=3 + window // 6, hours=10 + window % 6)
    return orjson.dumps(
        {
            "location_ref": f"L{location:05d}",
            "service": "pickup",
            "slot_start_utc": start,
            "slot_end_utc": start + timedelta(hours=1),
            "status": "free" if left else "full",
            "places": left,
            "capacity": 8,
            "seen_at_utc": now,
            "capture_id": "0" * 64,
        }
    )
