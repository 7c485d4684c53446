"""Runs spiders: many in one process, or one that a command runs in a process of its own."""

import asyncio
import logging
import signal
from collections import Counter
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from threading import current_thread, main_thread
from typing import Self

from scrapy.crawler import AsyncCrawlerRunner, Crawler
from scrapy.settings import Settings

from pipelines.records import Outcome, Run
from pipelines.run import OpenRun
from spiders.base import RetailerSpider, spider_class, spider_of
from spiders.declaration import Retailer, Source
from spiders.gate import Gate
from spiders.lent_browser import close_browser
from spiders.loop import run_until_complete
from spiders.slots.asks import at_places

SIGNALS = {
    signal.SIGINT: "stopped by SIGINT",
    signal.SIGTERM: "stopped by SIGTERM",
    signal.SIGALRM: "it took longer than its time limit",
}


class Collector:
    """Looks at sources, one after the other and as often as one likes; to be used in ``with``.

    A crawl that crashes, or is stopped by a signal, still finishes its run, with the reason.
    """

    def __init__(self, home: Path) -> None:
        self._home = home
        self._settings = Settings()
        self._settings.setmodule("spiders.settings", priority="project")
        self._settings.set("SPIDER_MODULES", [])  # the spider is at hand: nobody else's declaration need be read
        self._stopped_by: str | None = None
        self.outcomes: Counter[Outcome] = Counter()
        """Looks of the last run, by outcome."""
        # What goes wrong is a look or the run's end, and is told there; Scrapy's log would tell it again.
        for name in ("scrapy", "scrapy-playwright"):
            logging.getLogger(name).setLevel(logging.CRITICAL)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        run_until_complete(close_browser())

    def collect(
        self, retailer: Retailer, source: Source, gate: Gate | None = None, places: Collection[str] = ()
    ) -> Run:
        """Look at a source once, or at some of its places, and wait until it is done.

        ``gate`` counts the requests, and knows how many may be.

        Raises DeclarationError for options that are not words of the platform, and KeyboardInterrupt when an
        earlier run was stopped by a signal.
        """
        if self._stopped_by:
            raise KeyboardInterrupt(self._stopped_by)
        spider = spider_class(retailer, at_places(source, places) if places else source)
        run = OpenRun(self._home, replace(retailer.origin(source), places=tuple(sorted(places))))
        self.outcomes = run.outcomes
        return run.finish(run_until_complete(self._crawl(spider, run, gate)))

    async def _crawl(self, spider: type[RetailerSpider], run: OpenRun, gate: Gate | None) -> str | None:
        """Crawl, and return why it did not come to its end, if it did not."""
        runner = AsyncCrawlerRunner(self._settings)
        crawler = runner.create_crawler(spider)
        try:
            with self._stoppable(crawler):
                await runner.crawl(crawler, home=self._home, run=run, gate=gate)
        except Exception as error:  # noqa: BLE001 - the run must be finished, whatever ended it
            return f"{type(error).__name__}: {error}"
        reason = str(crawler.stats.get_value("finish_reason", "finished"))
        return None if reason == "finished" else reason

    @contextmanager
    def _stoppable(self, crawler: Crawler) -> Iterator[None]:
        """Let a signal end the crawl in order; only the main thread hears signals."""
        numbers = list(SIGNALS) if current_thread() is main_thread() else []
        loop = asyncio.get_running_loop()
        for number in numbers:
            loop.add_signal_handler(number, self._stop, crawler, SIGNALS[number])
        try:
            yield
        finally:
            for number in numbers:
                loop.remove_signal_handler(number)

    def _stop(self, crawler: Crawler, reason: str) -> None:
        self._stopped_by = reason
        spider_of(crawler).break_off(reason)


def collect_once(
    home: Path, retailer: Retailer, source: Source, gate: Gate | None = None, places: Collection[str] = ()
) -> tuple[Run, Counter[Outcome]]:
    """Look at a source once, or at some of its places, and wait for it; returns the run and what became of its looks.

    Raises DeclarationError.
    """
    with Collector(home) as collector:
        return collector.collect(retailer, source, gate, places), collector.outcomes
