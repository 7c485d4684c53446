"""Records every attempt that brings no page to read: refusals, errors, time-outs, what robots.txt forbids."""

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadConnectionRefusedError,
    DownloadTimeoutError,
    IgnoreRequest,
)
from scrapy.http import Response

from pipelines.clock import now_utc
from pipelines.records import Outcome
from spiders.base import spider_of


class LookMiddleware:
    """Makes a look of each failed attempt, so that one that is retried and then answered gives two looks."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "LookMiddleware":
        """Make the middleware."""
        return cls(crawler)

    def process_response(self, request: Request, response: Response) -> Response:
        """Keep an answer that the spider will not see; robots.txt and redirects are kept, but are no looks."""
        spider, page, capture = spider_of(self._crawler), request.meta["page"], request.meta["capture"]
        if not page.is_look:
            spider.run.keep_capture(capture)
        elif not 200 <= response.status < 300:
            spider.run.keep(page, capture, spider.read(page))
        return response

    def process_exception(self, request: Request, exception: Exception) -> None:
        """Record an attempt without an answer."""
        if "context" in request.meta:
            outcome, reason = what_became(exception)
            spider_of(self._crawler).run.missed(request.url, now_utc(), outcome, reason)
            request.meta["missed"] = True


def what_became(exception: Exception) -> tuple[Outcome, str]:
    """Return outcome and reason of an attempt that ended in an exception."""
    if isinstance(exception, IgnoreRequest):
        return "not_tried", str(exception) or "the request was not made"
    if isinstance(exception, DownloadTimeoutError | TimeoutError) or type(exception).__name__ == "TimeoutError":
        return "timeout", "no answer in time"
    if isinstance(exception, DownloadConnectionRefusedError):
        return "http_error", "the connection was refused"
    if isinstance(exception, CannotResolveHostError):
        return "http_error", "there is no such host"
    return "http_error", f"{type(exception).__name__}: {exception}"
