"""A locator of 10,000 entries in one JSON answer: read, judged, landed and loaded, then the same answer once more."""

import tempfile
import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import orjson

from benchmarks.figure import Figure
from pipelines import warehouse
from pipelines.build import SQL, build
from pipelines.imports import SeenAt, import_files
from pipelines.load import load
from spiders.declaration import Retailer
from spiders.platform import platform
from spiders.reading import platform_reader

ENTRIES = 10_000
FIRST = datetime.fromisoformat("2025-01-06T00:00")
_FIELDS = "name country city postcode street lat lon pickup_hours url status"


def measure() -> Iterator[Figure]:
    """Look at the same list twice, a day apart."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        (home / "locations.json").write_bytes(orjson.dumps({"locations": [_entry(n) for n in range(ENTRIES)]}))
        with warehouse.writing(home) as con:
            build(con, (SQL,))
        first, again = (_look(home, FIRST + timedelta(days=day)) for day in range(2))
        with warehouse.writing(home) as con:
            assert con.execute("SELECT count(*) FROM raw.location_state").fetchone() == (ENTRIES,)
    yield Figure(name=f"a first look at {ENTRIES:,} locations", value=first, unit="s", limit=3)
    yield Figure(name=f"the same {ENTRIES:,} locations again", value=again, unit="s", limit=1.5)


def _look(home: Path, moment: datetime) -> float:
    retailer = _retailer()
    source = retailer.sources[0]
    begun = time.perf_counter()
    files = [home / "locations.json"]
    origin, read = retailer.origin(source), platform_reader(platform(retailer, source))
    assert list(import_files(home, origin, read, lambda page: page, files, SeenAt(instant=moment)))
    with warehouse.writing(home) as con:
        (loaded,) = load(con, home, lambda *_: ())
    assert loaded.verdict == "complete", loaded.reasons
    return time.perf_counter() - begun


def _retailer() -> Retailer:
    fields = {"location_ref": "id", **{name: name for name in _FIELDS.split()}}
    options = {"url": "/locations", "items": "locations", "fields": fields}
    source = {"kind": "locations", "platform": "json_api", "expect": {"min": 1}, "options": options}
    words = {"slug": "bench", "name": "Bench", "country": "NL", "timezone": "Europe/Amsterdam"}
    return Retailer.model_validate({**words, "url": "http://127.0.0.1", "sources": [source]})


def _entry(number: int) -> dict[str, object]:
    return {
        "id": 100_000 + number,
        "name": f"Locker {number} Café Zuid",
        "country": "NL",
        "city": f"Stad {number % 300}",
        "postcode": f"{1000 + number % 8000} AB",
        "street": f"Kerkstraat {number % 200}",
        "lat": 50.8 + (number % 100) / 40,
        "lon": 3.5 + (number // 100) / 30,
        "pickup_hours": f"Mo-Fr {8 + number % 3:02d}:00-18:00; Sa 09:00-{12 + number % 5}:00",
        "url": f"https://bench.example/l/{number}",
        "status": "available",
    }
