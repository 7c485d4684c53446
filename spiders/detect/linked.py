"""Pages of single places that a locator page, or a sitemap, links to: found by what their addresses have in common."""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from html import unescape
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from pipelines.records import Page
from spiders.detect.candidates import Candidate
from spiders.detect.parts import is_own, text_of
from spiders.detect.visit import visit
from spiders.markup import tree

FEWEST = 3
"""Links of one shape are a list from this number on."""
MOST_SITEMAPS = 5
_WORDS = tomllib.loads(Path(__file__).with_name("place_words.toml").read_text(encoding="utf-8"))["words"]
_WORD = re.compile("|".join(map(re.escape, _WORDS)), re.IGNORECASE)
_LOC = re.compile(r"<loc>\s*(?:<!\[CDATA\[)?\s*([^<\]\s]+)")
_INDEX = re.compile(r"<sitemapindex\b")
_VOCABULARY = "schema.org"
_SITEMAP_LINE = re.compile(r"^\s*sitemap:\s*(\S+)", re.IGNORECASE | re.MULTILINE)


def in_links(page: Page) -> Iterator[Candidate]:
    """Yield candidates for the lists of place pages that a page links to."""
    hrefs = tree(page).css("a::attr(href)").getall()
    for prefix, urls in _lists((urljoin(page.url, href) for href in hrefs), page.url):
        options = {"url": page.url, "links": f'a[href*="{urlsplit(prefix).path}"]'}
        yield from _candidate(options, prefix, urls, page.url)


def in_sitemaps(page: Page) -> Iterator[Candidate]:
    """Yield candidates for the lists of place pages in the sitemaps of a page's site."""
    for sitemap in _sitemaps(_named_sitemaps(page)):
        for prefix, urls in _lists(_locs(sitemap), page.url):
            options = {"url": sitemap.url, "links": f"^{re.escape(prefix)}"}
            yield from _candidate(options, prefix, urls, sitemap.url)


def _named_sitemaps(page: Page) -> list[str]:
    """Return the sitemaps that the page names, or else its site's robots.txt, or else the usual one."""
    hrefs = tree(page).css('link[rel="sitemap"]::attr(href)').getall()
    robots = [] if hrefs else visit(urljoin(page.url, "/robots.txt")).pages
    hrefs += [url for one in robots for url in _SITEMAP_LINE.findall(text_of(one))]
    return [urljoin(page.url, href) for href in hrefs or ["/sitemap.xml"]]


def _sitemaps(urls: Iterable[str], depth: int = 2) -> Iterator[Page]:
    """Yield sitemaps; of those that an index names, the ones that speak of places, or else the first ones."""
    for url in list(urls)[:MOST_SITEMAPS]:
        for sitemap in visit(url).pages:
            if _INDEX.search(text_of(sitemap)) and depth:
                named = _locs(sitemap)
                yield from _sitemaps([one for one in named if _WORD.search(one)] or named, depth - 1)
            else:
                yield sitemap


def _locs(sitemap: Page) -> list[str]:
    return [unescape(url) for url in _LOC.findall(text_of(sitemap))]


def _candidate(options: dict[str, object], prefix: str, urls: list[str], where: str) -> Iterator[Candidate]:
    """Yield a candidate if the first page of a list describes itself in schema.org's words."""
    if any(_VOCABULARY in text_of(one) for one in visit(urls[0]).pages):
        told = f"{where}: {len(urls)} addresses that begin with {prefix}"
        yield Candidate(platform="schema_org", options=options, evidence=(told,))


def _lists(urls: Iterable[str], page_url: str) -> list[tuple[str, list[str]]]:
    """Return the lists of addresses that share all but their last part and speak of places, the longest first."""
    groups: dict[str, list[str]] = defaultdict(list)
    for url in dict.fromkeys(url.partition("#")[0] for url in urls):
        if is_own(url, page_url):
            groups[url.rstrip("/").rpartition("/")[0] + "/"].append(url)
    lists = [(prefix, found) for prefix, found in groups.items() if len(found) >= FEWEST and _WORD.search(prefix)]
    return sorted(lists, key=lambda one: len(one[1]), reverse=True)
