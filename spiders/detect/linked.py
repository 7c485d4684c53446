"""Places in schema.org's words: on the page itself, or on pages that it or a sitemap links to.

Such pages are found by what their addresses have in common.
"""

import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from pipelines.records import Page
from spiders.detect.candidates import Candidate
from spiders.detect.parts import addresses, is_own, site_of, text_of
from spiders.detect.visit import visit
from spiders.errors import Changed
from spiders.markup import tree
from spiders.places.structured import places_of
from spiders.sitemap import addresses as sitemap_addresses
from spiders.sitemap import is_index, is_sitemap

FEWEST = 3
"""Places, or links of one shape, are a list from this number on."""
MOST_SITEMAPS = 5
_WORDS = tomllib.loads(Path(__file__).with_name("place_words.toml").read_text(encoding="utf-8"))["words"]
_WORD = re.compile("|".join(map(re.escape, _WORDS)), re.IGNORECASE)
_SITEMAP_LINE = re.compile(r"^\s*sitemap:\s*(\S+)", re.IGNORECASE | re.MULTILINE)


def in_page(page: Page) -> Iterator[Candidate]:
    """Yield a candidate if the page itself tells of several places in schema.org's words."""
    if len(told := places_of(text_of(page), page.url)) >= FEWEST:
        evidence = f"{page.url}: {len(told)} places in JSON-LD or microdata"
        yield Candidate(platform="schema_org", options={"url": page.url}, evidence=(evidence,))


def in_links(page: Page) -> Iterator[Candidate]:
    """Yield candidates for the lists of place pages that a page links to, where a list has its folder for itself."""
    lists = _lists(addresses(page.url, tree(page).css("a::attr(href)").getall()), page.url)
    alone = Counter(prefix for prefix, _ in lists)
    for (prefix, _), urls in lists.items():
        if alone[prefix] == 1:
            options = {"url": page.url, "links": f'a[href*="{urlsplit(prefix).path}"]'}
            yield from _candidate(options, prefix, urls, page.url)


def in_sitemaps(page: Page) -> Iterator[Candidate]:
    """Yield candidates for the lists of place pages in the sitemaps of a page's site, or in the page if it is one."""
    for sitemap in _sitemaps([page.url] if is_sitemap(page) else _named_sitemaps(page)):
        for (prefix, depth), urls in _lists(_listed(sitemap), page.url).items():
            pattern = f"^{re.escape(prefix)}" + "[^/]+/" * (depth - 1) + "[^/]+/?$"
            yield from _candidate({"url": sitemap.url, "links": pattern}, prefix, urls, sitemap.url)


def _named_sitemaps(page: Page) -> list[str]:
    """Return the sitemaps that the page names, or else its site's robots.txt, or else the usual one."""
    hrefs = tree(page).css('link[rel="sitemap"]::attr(href)').getall()
    robots = [] if hrefs else visit(urljoin(page.url, "/robots.txt")).pages
    hrefs += [url for one in robots for url in _SITEMAP_LINE.findall(text_of(one))]
    return addresses(page.url, hrefs or ["/sitemap.xml"])


def _sitemaps(urls: Iterable[str], depth: int = 2) -> Iterator[Page]:
    """Yield sitemaps; of those that an index names, the ones that speak of places, or else the first ones."""
    for url in list(urls)[:MOST_SITEMAPS]:
        for sitemap in visit(url).pages:
            if is_index(sitemap) and depth:
                named = _listed(sitemap)
                yield from _sitemaps([one for one in named if _WORD.search(one)] or named, depth - 1)
            else:
                yield sitemap


def _listed(sitemap: Page) -> list[str]:
    with suppress(Changed):
        return addresses(sitemap.url, sitemap_addresses(sitemap))
    return []


def _candidate(options: Mapping[str, object], prefix: str, urls: list[str], where: str) -> Iterator[Candidate]:
    """Yield a candidate if the first page of a list tells of a place in schema.org's words."""
    if len(urls) >= FEWEST and any(places_of(text_of(one), one.url) for one in visit(urls[0]).pages):
        told = f"{where}: {len(urls)} addresses that begin with {prefix}"
        yield Candidate(platform="schema_org", options=options, evidence=(told,))


def _lists(urls: Iterable[str], page_url: str) -> dict[tuple[str, int], list[str]]:
    """Return the addresses below a folder that speaks of places, by folder and depth, the longest list first.

    >>> _lists(["https://s.example/stores/nl/5", "https://s.example/stores/be/6", "https://s.example/a/b"],
    ...        "https://s.example")
    {('https://s.example/stores/', 2): ['https://s.example/stores/nl/5', 'https://s.example/stores/be/6']}
    """
    found: dict[tuple[str, int], list[str]] = defaultdict(list)
    for url in dict.fromkeys(url.partition("#")[0] for url in urls if is_own(url, page_url)):
        *folders, last = urlsplit(url).path.rstrip("/").split("/")
        at = next((n for n, folder in enumerate(folders) if _WORD.search(folder)), None)
        if at is not None and last:
            prefix = f"{site_of(url)}{'/'.join(folders[: at + 1])}/"
            found[prefix, len(folders) - at].append(url)
    return dict(sorted(found.items(), key=lambda one: len(one[1]), reverse=True))
