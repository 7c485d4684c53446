"""Who sends a request, once the gate lets it pass: Scrapy itself, or a browser."""

from scrapy import Request
from scrapy.core.downloader.handlers.http11 import HTTP11DownloadHandler
from scrapy.http import Response
from scrapy.utils.httpobj import urlparse_cached
from scrapy_playwright.handler import ScrapyPlaywrightDownloadHandler

from spiders.base import spider_of
from spiders.gate import asked_rest


class GatedHttp(HTTP11DownloadHandler):
    """Plain HTTP."""

    async def download_request(self, request: Request) -> Response:
        """Send a request and return the answer; raises IgnoreRequest where its host is not to be asked."""
        gate, host = spider_of(self.crawler).gate, urlparse_cached(request).netloc
        await gate.passed(host)
        response = await super().download_request(request)
        # At once: when the middlewares see the answer, the next requests in the queue are on their way.
        gate.rest(host, asked_rest(response) or 0)
        return response


class GatedBrowser(GatedHttp, ScrapyPlaywrightDownloadHandler):  # type: ignore[misc]  # it has no types
    """Through a browser where a request asks for one, as plain HTTP otherwise."""
