"""What a page consists of: its text, the scripts of its own site, its frames; and what is of its own site."""

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from urllib.parse import urljoin, urlsplit

from pipelines.records import Page
from spiders.markup import decoded, tree

MOST_SCRIPTS, MOST_FRAMES = 8, 3
_SECOND_LEVEL = {"co", "com", "org", "net", "gov", "ac", "edu", "or", "ne"}
"""Under these, as in ``co.uk``, sites of different owners stand side by side."""
_LIBRARIES = re.compile(
    r"jquery|wp-includes|bootstrap|polyfill|recaptcha|modernizr|swiper|gtm\.js|analytics", re.IGNORECASE
)
_NO_LOCATOR = re.compile(r"youtube|vimeo|google|facebook|doubleclick|consent|cookie", re.IGNORECASE)


def text_of(page: Page) -> str:
    """Return a page's text."""
    return decoded(page.body, page.headers.get("content-type"))


def parts_of(page: Page) -> Iterator[str]:
    """Yield the addresses of the page's own scripts, known libraries left out, and of its frames."""
    shown = tree(page)
    scripts = addresses(page.url, shown.css("script::attr(src)").getall())
    own = [url for url in scripts if is_own(url, page.url) and not _LIBRARIES.search(url)]
    frames = addresses(page.url, shown.css("iframe::attr(src)").getall())
    yield from own[:MOST_SCRIPTS]
    yield from [url for url in frames if not _NO_LOCATOR.search(url)][:MOST_FRAMES]


def addresses(page_url: str, hrefs: Iterable[str]) -> list[str]:
    """Return where links of a page lead; what is no address of the web is left out.

    >>> addresses("https://shop.example/a/", ["b", "//cdn.example/c", "mailto:d", "http://[e"])
    ['https://shop.example/a/b', 'https://cdn.example/c']
    """
    found = []
    for href in hrefs:
        with suppress(ValueError):
            url = urljoin(page_url, href.strip())
            if urlsplit(url).scheme in {"http", "https"} and urlsplit(url).hostname:
                found.append(url)
    return found


def is_own(url: str, page_url: str) -> bool:
    """Tell whether an address is of the page's own site, a subdomain included.

    >>> is_own("https://cdn.shop.example/a.js", "https://www.shop.example/"), is_own("https://x.example", "https://y.nl")
    (True, False)
    >>> is_own("https://a.co.uk", "https://b.co.uk")
    False
    """
    return _site(url) == _site(page_url)


def _site(url: str) -> str:
    host = urlsplit(url).hostname or ""
    if host.replace(".", "").isdecimal():
        return host
    labels = host.split(".")
    return ".".join(labels[-3:] if labels[-2:-1] and labels[-2] in _SECOND_LEVEL else labels[-2:])


def site_of(url: str) -> str:
    """Return the address of a page's site.

    >>> site_of("https://shop.example/stores?near=me")
    'https://shop.example'
    """
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"
