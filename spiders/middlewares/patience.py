"""Waits as long as a server asks, tries again a few times, and then lets it be."""

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.retry import get_retry_request
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    ResponseDataLossError,
)
from scrapy.http import Response
from scrapy.utils.httpobj import urlparse_cached

from spiders.base import spider_of
from spiders.gate import BUSY, LONGEST_WAIT_SECONDS, asked_rest

RETRIES = 2
BACK_OFF = 5
"""Without a word from the server: this many times the declared delay, doubled with each try."""

PASSING = BUSY | {408, 500, 502, 504, 522, 524}
PASSING_ERRORS = (
    CannotResolveHostError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    ResponseDataLossError,
)


class PatienceMiddleware:
    """Retries what may pass, once the host has had its rest: until then the gate lets none of its pages through."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "PatienceMiddleware":
        """Make the middleware."""
        return cls(crawler)

    def process_response(self, request: Request, response: Response) -> Response | Request:
        """Ask again where the failure may pass."""
        if response.status not in PASSING:
            return response
        return self._again(request, f"HTTP {response.status}", asked_rest(response)) or response

    def process_exception(self, request: Request, exception: Exception) -> Request | None:
        """Ask again where the failure may pass."""
        return self._again(request, str(exception), None) if isinstance(exception, PASSING_ERRORS) else None

    def _again(self, request: Request, reason: str, asked: float | None) -> Request | None:
        spider = spider_of(self._crawler)
        tries = request.meta.get("retry_times", 0)
        wait = asked if asked is not None else spider.retailer.delay_seconds * BACK_OFF * 2**tries
        spider.gate.rest(urlparse_cached(request).netloc, wait)
        if wait > LONGEST_WAIT_SECONDS:
            return None
        return get_retry_request(request, spider=spider, reason=reason, max_retry_times=RETRIES)
