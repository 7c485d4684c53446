"""Our whole path, archive, verdict papers and landing included, against bare Scrapy on the same server and pages."""

import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any
from urllib.request import urlopen

import scrapy
from scrapy.crawler import AsyncCrawlerRunner
from scrapy.http import TextResponse

from benchmarks.figure import Figure
from benchmarks.pages import PAGES, PORT
from spiders.collect import Collector
from spiders.declaration import Retailer
from spiders.loop import run_until_complete
from spiders.settings import ASYNCIO_EVENT_LOOP

BASE = f"http://127.0.0.1:{PORT}"
PAIRS = 3
PROMISED = {"small": 0.8, "large": 0.5}


class Bare(scrapy.Spider):
    """What anyone would write: ask for all pages, parse the JSON, one item a page."""

    name = "bare"

    async def start(self) -> AsyncIterator[scrapy.Request]:
        """Ask for every page."""
        for page in range(1, PAGES[self.size] + 1):  # type: ignore[attr-defined]
            yield scrapy.Request(f"{BASE}/{self.size}?page={page}")  # type: ignore[attr-defined]

    def parse(self, response: TextResponse) -> Iterator[dict[str, Any]]:
        """Read the records of a page."""
        yield {"records": response.json()["records"]}


def measure() -> Iterator[Figure]:
    """Crawl in turn, ours and bare, and take the median ratio of the pairs."""
    with _served():
        for size, pages in PAGES.items():
            ratios = [_bare(size) / _ours(size) for _ in range(PAIRS + 1)][1:]  # the first pair warms up
            name = f"pages a second against bare Scrapy, {size} pages ({pages} a crawl)"
            yield Figure(name=name, value=median(ratios), unit="", limit=PROMISED[size], at_most=False)


def _bare(size: str) -> float:
    settings = {"LOG_LEVEL": "ERROR", "ASYNCIO_EVENT_LOOP": ASYNCIO_EVENT_LOOP, "TELNETCONSOLE_ENABLED": False}

    async def crawl() -> None:
        await AsyncCrawlerRunner(settings).crawl(Bare, size=size)

    begun = time.perf_counter()
    run_until_complete(crawl())
    return time.perf_counter() - begun


def _ours(size: str) -> float:
    source = {
        "kind": "locations",
        "platform": "json_api",
        "expect": {"min": 1},
        "options": {
            "url": f"/{size}?page={{page}}",
            "paging": {"kind": "page", "size": 30},
            "items": "records",
            "total": "total",
            "fields": {"location_ref": "id", "name": "name", "city": "city", "lat": "lat", "lon": "lon"},
        },
    }
    words = {"slug": "bench", "name": "Bench", "country": "NL", "timezone": "UTC", "url": BASE, "delay_seconds": 0}
    retailer = Retailer.model_validate({**words, "robots": "ignored: bare Scrapy asks for none", "sources": [source]})
    with tempfile.TemporaryDirectory() as home, Collector(Path(home)) as collector:
        begun = time.perf_counter()
        run = collector.collect(retailer, retailer.sources[0])
        taken = time.perf_counter() - begun
        landed = (Path(home) / "data" / "landing" / run.run_id / "look.jsonl").read_bytes().count(b'"ok"')
    assert landed == PAGES[size], f"{landed} of {PAGES[size]} pages"
    return taken


@contextmanager
def _served() -> Iterator[None]:
    with subprocess.Popen([sys.executable, "-m", "benchmarks.pages"]) as server:
        try:
            _wait()
            yield
        finally:
            server.terminate()


def _wait() -> None:
    for _ in range(100):
        try:
            urlopen(f"{BASE}/small?page=1").close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError("the benchmark's server did not start")
