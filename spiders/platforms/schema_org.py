"""Product pages that describe themselves in schema.org's words (JSON-LD, microdata), or in OpenGraph's.

Recognise it: "view source" of a product page has a ``<script type="application/ld+json">`` with ``"Product"`` in it,
or ``itemtype="http://schema.org/Product"``; most shops write one for the search engines. What a page holds for it is
seen with ``orderscope read prices FILE``.

    [sources.options]
    url = "/products"                 # the listing that links to the product pages, or a sitemap (.xml)
    links = "a.product-link"          # CSS of the links; for a sitemap a regular expression that addresses match
    next = "a.next"                   # CSS of the link to the listing's next page

Each page gives a row for each offer of its own product, with price, currency, list price, unit price, GTIN and
availability; its key is the SKU, or what there is in its place.

Traps: a page per product is a request per product, so look seldom; the price for search engines is now and then not
the one that customers see; a listing that scrolls without end has no ``next`` and shows only its beginning.
"""

import re
from collections.abc import Iterable
from html import unescape
from urllib.parse import urljoin

from pipelines.records import Page, Reading, Row
from spiders.declaration import Words
from spiders.errors import Changed
from spiders.listing import value_at
from spiders.markup import decoded, tree
from spiders.platform import Ask, Platform
from spiders.prices import read_offers, row_of
from spiders.reading import found
from spiders.zone import Zone

LISTING = {"role": "listing"}
_LOC = re.compile(r"<loc>\s*(?:<!\[CDATA\[)?\s*([^<\]]+)")


class SchemaOrg(Platform):
    """A listing or sitemap, and the Product of each page it links to."""

    class Options(Words):
        """The words of a schema_org source."""

        url: str
        links: str = ""
        next: str | None = None
        zone: Zone | None = None

    options: Options

    def first(self) -> Iterable[Ask]:
        """Ask for the listing."""
        yield Ask(url=self.url(self.options.url), context=LISTING)

    def read(self, page: Page) -> Reading:
        """Read the products of a page; a listing holds none and announces how many pages it links to."""
        if page.context.get("role") == "listing":
            return self._listed(page)
        offers = read_offers(page.body, page.url, page.headers.get("content-type"))
        if not offers:
            raise Changed("the page tells of no product, neither in JSON-LD nor in microdata nor in OpenGraph")
        rows: dict[object, Row] = {}
        for row in (row_of(offer, page.url) for offer in offers):
            rows.setdefault(row["offer_key"], row)
        return found(list(rows.values()))

    def follow(self, page: Page, reading: Reading) -> Iterable[Ask]:  # noqa: ARG002 - the listing's links say it
        """Ask for the pages that a listing links to, and for its next page."""
        if page.context.get("role") != "listing":
            return
        if after := self._next(page):
            context = LISTING | {"listed": str(self._count(page))}
            yield Ask(url=after, context=context)
        for link in self._links(page):
            yield Ask(url=link)

    def _listed(self, page: Page) -> Reading:
        if not self._links(page):
            return Reading(outcome="empty", reason="the listing links to no product")
        return Reading(outcome="ok", announced=self._count(page))

    def _count(self, page: Page) -> int:
        return int(page.context.get("listed", "0")) + len(self._links(page))

    def _links(self, page: Page) -> list[str]:
        if _is_sitemap(page):
            found = [unescape(address.strip()) for address in _LOC.findall(_text(page))]
            return list(dict.fromkeys(url for url in found if re.search(self.options.links, url)))
        links = tree(page).css(self.options.links)
        hrefs = (value_at(link, "::attr(href)") for link in links)
        return list(dict.fromkeys(urljoin(page.url, href) for href in hrefs if href))

    def _next(self, page: Page) -> str | None:
        links = tree(page).css(self.options.next) if self.options.next else []
        href = value_at(links[0], "::attr(href)") if links else None
        return urljoin(page.url, href) if href else None


def _is_sitemap(page: Page) -> bool:
    return page.media_type.endswith("xml") and "html" not in page.media_type


def _text(page: Page) -> str:
    return decoded(page.body, page.headers.get("content-type"))
