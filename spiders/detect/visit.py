"""Fetches a page and what it consists of, politely: robots.txt, an honest name, a delay; nothing is kept."""

import time
from collections.abc import AsyncIterator, Callable, Iterable, Iterator
from dataclasses import dataclass, field
from ipaddress import ip_address
from urllib.parse import urlsplit

from scrapy import Request, Spider
from scrapy.crawler import AsyncCrawlerRunner
from scrapy.http import Response
from scrapy.settings import Settings
from twisted.python.failure import Failure

from pipelines.records import Page
from spiders.loop import run_until_complete
from spiders.middlewares.archive import page_of
from spiders.middlewares.look import what_became
from spiders.refusal import refusal

POLITE_SECONDS = 1.0
Following = Callable[[Page], Iterable[str]]


@dataclass
class Visit:
    """What came of a visit."""

    pages: list[Page] = field(default_factory=list)
    """The page first, then what it consists of."""
    failed: dict[str, str] = field(default_factory=dict)
    """Why an address could not be read."""


def nothing(_: Page) -> Iterable[str]:
    """Follow no link."""
    return ()


def visit(url: str, following: Following = nothing) -> Visit:
    """Fetch a page and the addresses that follow from it."""
    found = Visit()
    run_until_complete(_crawl(url, following, found))
    rest(url)
    return found


def rest(url: str) -> None:
    """Wait for as long as lies between two requests to a host: visits follow each other closely."""
    time.sleep(delay_for(url))


def delay_for(url: str) -> float:
    """Return the seconds between two requests: none for one's own machine.

    >>> delay_for("http://127.0.0.1:8650/"), delay_for("https://shop.example")
    (0.0, 1.0)
    """
    host = urlsplit(url).hostname or ""
    try:
        own = ip_address(host).is_loopback
    except ValueError:
        own = host == "localhost"
    return 0.0 if own else POLITE_SECONDS


async def _crawl(url: str, following: Following, found: Visit) -> None:
    settings = Settings()
    settings.setmodule("spiders.settings", priority="project")
    words = {
        "DOWNLOAD_DELAY": delay_for(url),
        "CONCURRENT_REQUESTS_PER_DOMAIN": 1,
        # A visit is no run: nothing is archived, and what fails is told and not tried again.
        "DOWNLOADER_MIDDLEWARES": {},
        "DOWNLOAD_HANDLERS": {},
        "ITEM_PIPELINES": {},
        "LOG_ENABLED": False,
    }
    settings.update(words, priority="cmdline")
    await AsyncCrawlerRunner(settings).crawl(_Visitor, url=url, following=following, found=found)


class _Visitor(Spider):
    name = "visitor"

    def __init__(self, url: str, following: Following, found: Visit) -> None:
        super().__init__()
        self._url, self._following, self._found = url, following, found

    async def start(self) -> AsyncIterator[Request]:
        yield self._request(self._url, self._first)

    def _request(self, url: str, callback: Callable[[Response], object]) -> Request:
        # Whatever the status is, the answer is read: it tells more than the status.
        meta = {"handle_httpstatus_all": True, "context": {}}
        return Request(url, callback=callback, errback=self._unanswered, meta=meta, dont_filter=True)

    def _first(self, response: Response) -> Iterator[Request]:
        if page := self._kept(response):
            for url in dict.fromkeys(self._following(page)):
                yield self._request(url, self._kept)

    def _kept(self, response: Response) -> Page | None:
        assert response.request is not None
        page = page_of(response.request, response)
        if refused := refusal(page):
            self._found.failed[page.url] = refused.reason or refused.outcome
            return None
        self._found.pages.append(page)
        return page

    def _unanswered(self, failure: Failure) -> None:
        request = failure.request  # type: ignore[attr-defined]
        exception = failure.value
        assert isinstance(exception, Exception)
        self._found.failed[request.url] = what_became(exception)[1]
