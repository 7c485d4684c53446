"""Runs spiders: many in one process, or one that a command runs in a process of its own."""

import asyncio
import logging
import signal
from pathlib import Path
from threading import current_thread, main_thread
from types import TracebackType
from typing import Self

from scrapy.crawler import AsyncCrawlerRunner, Crawler
from scrapy.settings import Settings

from pipelines.records import Run
from pipelines.run import OpenRun
from spiders.base import spider_class, spider_of
from spiders.declaration import Retailer, Source
from spiders.lent_browser import close_browser
from spiders.loop import run_until_complete

SIGNALS = (signal.SIGINT, signal.SIGTERM)


class Collector:
    """Looks at sources, as often as one likes; to be used in ``async with`` on the loop of ``spiders.loop``.

    A crawl that crashes, or is stopped by a signal, still finishes its run, with the reason.
    """

    def __init__(self, home: Path) -> None:
        self._home = home
        settings = Settings()
        settings.setmodule("spiders.settings", priority="project")
        self._runner = AsyncCrawlerRunner(settings)
        self._stopped_by: str | None = None
        # What goes wrong is a look or the run's end, and is told there; Scrapy's log would tell it again.
        for name in ("scrapy", "scrapy-playwright"):
            logging.getLogger(name).setLevel(logging.CRITICAL)

    async def __aenter__(self) -> Self:
        if current_thread() is main_thread():
            for number in SIGNALS:
                asyncio.get_running_loop().add_signal_handler(number, self.stop, f"stopped by {number.name}")
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if current_thread() is main_thread():
            for number in SIGNALS:
                asyncio.get_running_loop().remove_signal_handler(number)
        await close_browser()

    async def collect(self, retailer: Retailer, source: Source) -> Run:
        """Look at a source once.

        Raises DeclarationError for options that are not words of the platform, and KeyboardInterrupt when the
        collector was stopped before.
        """
        if self._stopped_by:
            raise KeyboardInterrupt(self._stopped_by)
        crawler = self._runner.create_crawler(spider_class(retailer, source))
        run = OpenRun(self._home, retailer.origin(source))
        return run.finish(await self._crawl(crawler, run))

    def stop(self, reason: str) -> None:
        """End the crawls that are under way, and begin no others."""
        self._stopped_by = reason
        for crawler in self._runner.crawlers:
            spider_of(crawler).break_off(reason)

    async def _crawl(self, crawler: Crawler, run: OpenRun) -> str | None:
        """Crawl, and return why it did not come to its end, if it did not."""
        try:
            await self._runner.crawl(crawler, home=self._home, run=run)
        except Exception as error:  # noqa: BLE001 - the run must be finished, whatever ended it
            return f"{type(error).__name__}: {error}"
        reason = str(crawler.stats.get_value("finish_reason", "finished"))
        return None if reason == "finished" else reason


def collect_once(home: Path, retailer: Retailer, source: Source) -> Run:
    """Look at a source once and wait for it; raises DeclarationError."""

    async def once() -> Run:
        async with Collector(home) as collector:
            return await collector.collect(retailer, source)

    return run_until_complete(once())
