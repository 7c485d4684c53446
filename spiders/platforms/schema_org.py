"""Pages that describe themselves in schema.org's words (JSON-LD, microdata): of products, or of places.

Recognise it: "view source" of a product's or shop's page has a ``<script type="application/ld+json">`` with a
``"Product"`` or an ``"address"`` in it, or an ``itemtype`` of schema.org; most sites write one for the search engines.
What a page holds for it is seen with ``orderscope read prices FILE`` or ``orderscope read locations FILE``.

    [sources.options]
    url = "/stores"                   # the listing that links to the pages, or a sitemap (.xml), or a page of places
    links = "a.store-link"            # CSS of the links; for a sitemap a regular expression that addresses match
    next = "a.next"                   # CSS of the link to the listing's next page

A product page gives a row for each offer of its own product, with price, currency, list price, unit price, GTIN and
availability; its key is the SKU, or what there is in its place. A place's reference is its branch code, or else its
identifier, its ``@id``, or the address of its page. The number of links is the expected count. Without ``links`` a page
that is no sitemap is read itself. A sitemap of sitemaps is followed.

Traps: a page per record is a request per record, so look seldom; a page that was taken from the sitemap is not known
to be closed; the price for search engines is now and then not the one that customers see; a listing that scrolls
without end has no ``next`` and shows only its beginning.
"""

from collections.abc import Callable, Iterable, Mapping
from urllib.parse import urljoin

from pipelines.records import Kind, Page, Reading, Row
from spiders.adapter.items import kept
from spiders.declaration import Words
from spiders.errors import Changed
from spiders.listing import value_at
from spiders.markup import decoded, tree
from spiders.places.structured import places_of
from spiders.platform import Ask, Platform
from spiders.prices import read_offers, row_of
from spiders.reading import found
from spiders.rows import KEYS_OF_KIND
from spiders.sitemap import addresses, is_index, is_sitemap
from spiders.zone import Zone

LISTING = {"role": "listing"}


def _products(page: Page) -> list[Row]:
    offers = read_offers(page.body, page.url, page.headers.get("content-type"))
    if not offers:
        raise Changed("the page tells of no product, neither in JSON-LD nor in microdata nor in OpenGraph")
    return [row_of(offer, page.url) for offer in offers]


def _places(page: Page) -> list[Row]:
    told = places_of(decoded(page.body, page.headers.get("content-type")), page.url)
    if not told:
        raise Changed("the page tells of no place, neither in JSON-LD nor in microdata")
    return [kept(row, "locations") for row in told]


_READ: Mapping[Kind, Callable[[Page], list[Row]]] = {"prices": _products, "locations": _places}


class SchemaOrg(Platform):
    """A listing or sitemap, and what each page it links to says of its product or place."""

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
        """Read the records of a page; a listing holds none and announces how many pages it links to."""
        if self._is_listing(page):
            return self._listed(page)
        rows: dict[object, Row] = {}
        for row in _READ[self.source.kind](page):
            rows.setdefault(row.get(KEYS_OF_KIND[self.source.kind][0], len(rows)), row)
        return found(list(rows.values()))

    def follow(self, page: Page, reading: Reading) -> Iterable[Ask]:  # noqa: ARG002 - the listing's links say it
        """Ask for the pages that a listing links to, and for its next page."""
        if not self._is_listing(page):
            return
        if after := self._next(page):
            context = LISTING | {"listed": str(self._count(page))}
            yield Ask(url=after, context=context)
        for link in self._links(page):
            yield Ask(url=link, context=LISTING if is_index(page) else {})

    def _is_listing(self, page: Page) -> bool:
        return page.context.get("role") == "listing" and (is_sitemap(page) or bool(self.options.links))

    def _listed(self, page: Page) -> Reading:
        if not self._links(page):
            return Reading(outcome="empty", reason="the listing links to none of the pages it should")
        return Reading(outcome="ok", announced=None if is_index(page) else self._count(page))

    def _count(self, page: Page) -> int:
        return int(page.context.get("listed", "0")) + len(self._links(page))

    def _links(self, page: Page) -> list[str]:
        if is_index(page):
            return addresses(page)
        if is_sitemap(page):
            return addresses(page, self.options.links)
        links = tree(page).css(self.options.links)
        hrefs = (value_at(link, "::attr(href)") for link in links)
        return list(dict.fromkeys(urljoin(page.url, href) for href in hrefs if href))

    def _next(self, page: Page) -> str | None:
        links = tree(page).css(self.options.next) if self.options.next and not is_sitemap(page) else []
        href = value_at(links[0], "::attr(href)") if links else None
        return urljoin(page.url, href) if href else None
