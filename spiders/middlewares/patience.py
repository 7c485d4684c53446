"""Waits as long as a server asks, tries again a few times, and then lets it be."""

import time
from email.utils import parsedate_to_datetime

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.retry import get_retry_request
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    IgnoreRequest,
    ResponseDataLossError,
)
from scrapy.http import Response
from scrapy.utils.httpobj import urlparse_cached

from pipelines.clock import now_utc, to_utc
from spiders.base import spider_of

RETRIES = 2
LONGEST_WAIT_SECONDS = 120
"""A server that asks for more is not asked again in this run."""
BACK_OFF = 5
"""Without a word from the server: this many times the declared delay, doubled with each try."""

BUSY = {429, 503}
PASSING = BUSY | {408, 500, 502, 504, 522, 524}
PASSING_ERRORS = (
    CannotResolveHostError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    ResponseDataLossError,
)


class PatienceMiddleware:
    """Retries what may pass. While a host asks us to wait, none of its pages is asked for."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._quiet_until: dict[str, float] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "PatienceMiddleware":
        """Make the middleware."""
        return cls(crawler)

    async def process_request(self, request: Request) -> None:
        """Hold a request back until its host may be asked again."""
        spider, host = spider_of(self._crawler), urlparse_cached(request).netloc
        while (left := self._quiet_until.get(host, 0) - time.monotonic()) > 0:
            if left > LONGEST_WAIT_SECONDS:
                raise IgnoreRequest("the server asks for more rest than a run lasts")
            if spider.closing.is_set():
                raise IgnoreRequest("the run ended while the server wanted rest")
            await spider.pause(left)

    def process_response(self, request: Request, response: Response) -> Response | Request:
        """Ask again where the failure may pass."""
        if response.status not in PASSING:
            return response
        asked = retry_after(response.headers.get("Retry-After")) if response.status in BUSY else None
        return self._again(request, f"HTTP {response.status}", asked) or response

    def process_exception(self, request: Request, exception: Exception) -> Request | None:
        """Ask again where the failure may pass."""
        return self._again(request, str(exception), None) if isinstance(exception, PASSING_ERRORS) else None

    def _again(self, request: Request, reason: str, asked: float | None) -> Request | None:
        spider = spider_of(self._crawler)
        tries = request.meta.get("retry_times", 0)
        wait = asked if asked is not None else spider.retailer.delay_seconds * BACK_OFF * 2**tries
        host = urlparse_cached(request).netloc
        self._quiet_until[host] = max(self._quiet_until.get(host, 0), time.monotonic() + wait)
        if wait > LONGEST_WAIT_SECONDS:
            return None
        return get_retry_request(request, spider=spider, reason=reason, max_retry_times=RETRIES)


def retry_after(header: bytes | None) -> float | None:
    """Return for how many seconds a server asks to be left alone: a number, or an HTTP date; None if it does not say.

    >>> retry_after(b"30"), retry_after(b"soon"), retry_after(b"Wed, 01 Jan 2020 00:00:00 GMT")
    (30.0, None, 0.0)
    """
    text = (header or b"").decode("latin-1").strip()
    if text.isdecimal():
        return float(text)
    try:
        until = to_utc(parsedate_to_datetime(text), "UTC")
    except ValueError:
        return None
    return max(0.0, (until - now_utc()).total_seconds())
