"""Archives every answer, decompressed and redacted, before anything is read of it; retried ones too."""

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import Response

from pipelines.clock import now_utc
from pipelines.records import Page
from spiders.base import spider_of
from spiders.redaction import redacted

ROBOTS = {"role": "robots"}
REDIRECT = {"role": "redirect"}


class ArchiveMiddleware:
    """Puts the archived page and its capture into the request's meta, where all others find them."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "ArchiveMiddleware":
        """Make the middleware."""
        return cls(crawler)

    def process_response(self, request: Request, response: Response) -> Response:
        """Archive one answer."""
        spider = spider_of(self._crawler)
        page = page_of(request, response)
        if page.context != ROBOTS:
            page = redacted(spider.platform, page)
        request.meta["page"], request.meta["capture"] = page, spider.run.archive(page)
        return response


def page_of(request: Request, response: Response) -> Page:
    """Return an answer as a page; one that no platform asked for is robots.txt."""
    headers = {
        name.decode("latin-1").lower(): b", ".join(values).decode("latin-1")
        for name, values in response.headers.items()
    }
    context = request.meta.get("context", ROBOTS)
    if 300 <= response.status < 400 and "location" in headers:
        context = {**context, **REDIRECT}
    # A browser follows redirects by itself. Without one, the request has the whole address; an answer lacks its #part.
    return Page(
        url=response.url if "playwright" in response.flags else request.url,
        seen_at_utc=now_utc(),
        body=response.body,
        media_type=headers.get("content-type", "text/html").partition(";")[0].strip().lower(),
        status=response.status,
        headers=headers,
        context=context,
    )
