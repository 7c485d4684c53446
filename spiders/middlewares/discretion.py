"""Tells no other server what was declared for one: neither after a redirect, nor at the end of a link."""

from scrapy import Request
from scrapy.exceptions import IgnoreRequest
from scrapy.utils.httpobj import urlparse_cached

from spiders.origins import is_meant, is_told_to_all


class DiscretionMiddleware:
    """Drops declared headers (keys, cookies, authorisation) from a request that goes elsewhere; a body goes nowhere."""

    def process_request(self, request: Request) -> None:
        """Keep what is declared at the servers it is declared for; robots.txt is asked for without any of it."""
        if "declared_at" not in request.meta or is_meant(request.url, request.meta["declared_at"]):
            return
        if request.body:
            host = urlparse_cached(request).netloc
            raise IgnoreRequest(f"what is posted is not passed on to {host}: declare the address that answers")
        for name in list(request.headers):
            if not is_told_to_all(name.decode("latin-1")):
                del request.headers[name]
