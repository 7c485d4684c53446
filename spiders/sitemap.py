"""Sitemaps: the addresses that a site lists for search engines, and the sitemaps that list sitemaps."""

import re
import zlib
from html import unescape

from pipelines.records import Page
from spiders.errors import Changed
from spiders.markup import decoded

_LOC = re.compile(r"<(?:\w+:)?loc>\s*(?:<!\[CDATA\[)?\s*([^<\]]+)")
_LARGEST = 100_000_000


def is_sitemap(page: Page) -> bool:
    """Tell whether an answer is a sitemap, compressed or not."""
    if page.body[:2] == b"\x1f\x8b":
        return True
    return page.media_type.endswith("xml") and "html" not in page.media_type


def is_index(page: Page) -> bool:
    """Tell whether a sitemap lists sitemaps, and not pages."""
    return is_sitemap(page) and "<sitemapindex" in _text(page)


def addresses(page: Page, pattern: str = "") -> list[str]:
    """Return the addresses of a sitemap that match a regular expression, each once; raises Changed."""
    found = (unescape(address.strip()) for address in _LOC.findall(_text(page)))
    return list(dict.fromkeys(url for url in found if re.search(pattern, url)))


def _text(page: Page) -> str:
    body = page.body
    if body[:2] == b"\x1f\x8b":
        try:
            body = zlib.decompressobj(wbits=31).decompress(body, _LARGEST)
        except zlib.error as error:
            raise Changed(f"the compressed sitemap cannot be read: {error}") from error
    return decoded(body, page.headers.get("content-type"))
