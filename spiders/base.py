"""The one spider: it runs any platform, and yields one batch item for each answer."""

import asyncio
from collections.abc import AsyncIterator, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, Self
from urllib.parse import urljoin

from scrapy import Request, Spider, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response
from scrapy.settings import BaseSettings
from scrapy.spidermiddlewares.httperror import HttpError
from twisted.python.failure import Failure

from pipelines.clock import now_utc
from pipelines.records import Capture, Page, Reading
from pipelines.run import OpenRun
from spiders import browser
from spiders.asking import obstacle, request_of
from spiders.declaration import Retailer, Source
from spiders.errors import ReadingError
from spiders.gate import Gate
from spiders.platform import Ask, platform, platform_class
from spiders.reading import platform_reader
from spiders.redaction import redacted

_OF_PAGING = {"page", "begins", "before"}
"""What a request's context says of the page before it, not of what is asked about."""


@dataclass(frozen=True, kw_only=True)
class Batch:
    """What one answer holds; one item for all its rows, since an item a row costs eight times the speed."""

    page: Page
    capture: Capture
    reading: Reading


class RetailerSpider(Spider):
    """Looks at one source of one retailer; subclasses name the two."""

    retailer: ClassVar[Retailer]
    source: ClassVar[Source]

    def __init__(
        self, *, home: Path, run: OpenRun | None = None, gate: Gate | None = None, name: str | None = None
    ) -> None:
        super().__init__(name)
        self.home = home
        self.platform = platform(self.retailer, self.source)
        self.read = platform_reader(self.platform)
        self.gate = gate or Gate()
        self._declared_at: list[str] = []
        self._bodies: set[tuple[str, frozenset[tuple[str, str]]]] = set()
        self._owns_run = run is None
        self.run = run or OpenRun(home, self.retailer.origin(self.source))

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: object, **words: object) -> Self:
        """Make the spider; ``scrapy crawl`` gives no home and no run, so it is here and its run is its own."""
        spider = super().from_crawler(crawler, *args, **{"home": Path(), **words})
        crawler.signals.connect(spider.fail, signals.spider_error)
        crawler.signals.connect(spider.fail, signals.item_error)
        return spider

    @classmethod
    def update_settings(cls, settings: BaseSettings) -> None:
        """Set what the declaration decides: robots, politeness, and whether there is a browser."""
        super().update_settings(settings)
        delay = cls.retailer.delay_seconds
        settings.set("ROBOTSTXT_OBEY", cls.retailer.robots == "obeyed", priority="spider")
        settings.set("DOWNLOAD_DELAY", delay, priority="spider")
        if delay:
            # With a delay of its own, a host that answers slowly must not get a second request meanwhile.
            settings.set("CONCURRENT_REQUESTS_PER_DOMAIN", 1, priority="spider")
        if platform_class(cls.source.platform).needs_browser:
            settings.update(browser.SETTINGS, priority="spider")

    async def start(self) -> AsyncIterator[Request]:
        """Read the platform's files, then make its first requests."""
        try:
            self._keep_documents()
            first = list(self.platform.first())
            self._declared_at = sorted({urljoin(ask.url, "/") for ask in first})
            for request in self._requests(first):
                yield request
        except Exception as error:  # noqa: BLE001 - Scrapy would log it and call the crawl finished
            self.break_off(f"{type(error).__name__}: {error}")

    def parse(self, response: Response) -> Iterator[Request | Batch]:
        """Read an archived answer and ask for what follows from it."""
        page, capture = response.meta["page"], response.meta["capture"]
        reading = self.read(page)
        yield Batch(page=page, capture=capture, reading=reading)
        # A server that does not know our paging gives the same page for ever; two places may well answer alike.
        asked_for = frozenset(item for item in page.context.items() if item[0] not in _OF_PAGING)
        repeats = (capture.capture_id, asked_for) in self._bodies
        self._bodies.add((capture.capture_id, asked_for))
        if reading.outcome == "ok" and not repeats:
            yield from self._following(page, reading)

    def unanswered(self, failure: Failure) -> None:
        """End the run if the failure is ours; what the retailer does is a look, recorded already."""
        expected = isinstance(failure.value, HttpError | IgnoreRequest)
        if not expected and not failure.request.meta.get("missed"):  # type: ignore[attr-defined]
            self.fail(failure)

    def fail(self, failure: Failure) -> None:
        """End the run for a fault of our own, with it as the reason."""
        self.break_off(f"{type(failure.value).__name__}: {failure.getErrorMessage()}")

    def break_off(self, reason: str) -> None:
        """End the crawl before its end: what is under way is awaited, nothing new is asked."""
        if not self.gate.is_closed:
            self.gate.close()
            self._closer = asyncio.ensure_future(self.crawler.engine.close_spider_async(reason=reason))

    def closed(self, reason: str) -> None:
        """Finish a run that is the spider's own."""
        if self._owns_run:
            self.run.finish(None if reason == "finished" else reason)

    def _keep_documents(self) -> None:
        # Not as items: a crawl that yields items and asks for nothing ends only at Scrapy's next heartbeat, in 5 s.
        try:
            for whole in self.platform.pages(self.home):
                page = redacted(self.platform, whole)
                self.run.keep(page, self.run.archive(page), self.read(page))
        except ReadingError as error:
            self.run.missed(f"file:{self.source.slug}", now_utc(), error.outcome, str(error))

    def _following(self, page: Page, reading: Reading) -> list[Request]:
        try:
            return list(self._requests(self.platform.follow(page, reading)))
        except Exception as error:  # noqa: BLE001 - a link is made by others, and may be no address
            # An address of its own: the page itself was read, and what it leads to was not.
            self.run.missed(f"{page.url}#following", now_utc(), "changed", f"a link cannot be followed: {error}")
            return []

    def _requests(self, asks: Iterable[Ask]) -> Iterator[Request]:
        session = browser.session_file(self.home, self.retailer.slug)
        for ask in asks:
            if reason := obstacle(ask, session):
                self.run.missed(ask.url, now_utc(), *reason)
            else:
                yield request_of(ask, session, self.unanswered, self._declared_at)


def spider_of(crawler: Crawler) -> RetailerSpider:
    """Return a crawler's spider, known to be ours."""
    assert isinstance(crawler.spider, RetailerSpider)
    return crawler.spider


def spider_class(retailer: Retailer, source: Source) -> type[RetailerSpider]:
    """Return the spider of a source; raises DeclarationError when its options are not words of its platform."""
    platform(retailer, source)
    name = f"{retailer.slug}_{source.slug}"
    words = {"__module__": "spiders.declared", "name": f"{retailer.slug}.{source.slug}"}
    return type(name, (RetailerSpider,), words | {"retailer": retailer, "source": source})
