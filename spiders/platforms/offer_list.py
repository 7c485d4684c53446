"""Pages or answers that hold many offers each: a shop system's product list, a category, the results of a search.

Recognise it: ``/products.json?limit=250`` answers JSON with ``"products"`` and ``"variants"`` (Shopify), or
``/wp-json/wc/store/v1/products?per_page=100`` JSON with ``"prices"`` (WooCommerce); or a category's or search's page
has several ``"Product"`` in its ``application/ld+json``. What is in it is seen with ``orderscope read prices FILE``.

    [sources.options]
    url = "/products.json?limit=250&page={page}"    # {page}: until a page holds nothing new; {term}: each of terms
    terms = ["milk", "tea"]           # what is searched for, where the address has {term}
    next = "a[rel=next]"              # instead of {page}: CSS of the link to the next page
    nothing = ".no-results"           # CSS of what stands on the page of a search that finds nothing
    first = 1                         # the number of the first page
    headers = { Cookie = "store=12" } # a secret is written $NAME and read from the environment
    zone = { ref = "12", echo = ".your-store::attr(data-id)" }    # prices of one shop: see Traps

Products that are spread over pages of their own are a ``schema_org`` source, discovered by a category or sitemap; a
list in other words is ``json_api``, in markup ``html``, and one that a script makes ``browser_page``.

Traps: Shopify names no currency: the declaration's counts. Its ``products.json`` may be switched off, or hold tax-free
prices for other countries. A shop may answer with the prices of another branch than was asked for: name where the
answer says which it is (``zone``), then such an answer is set aside as ``changed``. A search shows the first results
only; the count of a list that ends early is checked by ``expect``.
"""

from collections.abc import Iterable
from urllib.parse import quote_plus, urljoin

from pydantic import Field

from pipelines.records import Page, Reading, Row
from spiders.declaration import Words, from_environment
from spiders.errors import Changed
from spiders.listing import value_at
from spiders.markup import tree
from spiders.paging import MOST_PAGES
from spiders.platform import Ask, Platform
from spiders.prices import read_offers, row_of
from spiders.reading import found
from spiders.zone import Zone


class OfferList(Platform):
    """Every offer of every page of a list, for each term that is searched for."""

    class Options(Words):
        """The words of an offer_list source."""

        url: str
        terms: tuple[str, ...] = ("",)
        next: str | None = None
        nothing: str | None = None
        first: int = 1
        headers: dict[str, str] = Field(default={})
        zone: Zone | None = None

    options: Options

    def first(self) -> Iterable[Ask]:
        """Ask for the first page of each term."""
        for term in self.options.terms:
            address = self.url(self.options.url.replace("{term}", quote_plus(term)))
            yield self.ask(address.replace("{page}", str(self.options.first)), term, self.options.first, "")

    def read(self, page: Page) -> Reading:
        """Read the offers of a page; one behind the last holds none."""
        rows: dict[object, Row] = {}
        for row in (row_of(offer, page.url) for offer in read_offers(page.body, page.url, _type(page))):
            rows.setdefault(row["offer_key"], row)
        if not rows and not _is_json(page) and not self._is_end(page):
            raise Changed("the page tells of no product, neither in JSON-LD nor in microdata")
        return found(list(rows.values()))

    def follow(self, page: Page, reading: Reading) -> Iterable[Ask]:
        """Ask for the page behind one that held something new."""
        term, number = page.context.get("term", ""), int(page.context["page"]) + 1
        begin = str(reading.rows[0]["offer_key"]) if reading.rows else ""
        if not begin or begin == page.context.get("before") or number > self.options.first + MOST_PAGES:
            return
        if self.options.next:
            link = tree(page).css(self.options.next)
            if href := value_at(link[0], "::attr(href)") if link else None:
                yield self.ask(urljoin(page.url, href), term, number, begin)
        elif "{page}" in self.options.url:
            address = self.options.url.replace("{term}", quote_plus(term)).replace("{page}", str(number))
            yield self.ask(self.url(address), term, number, begin)

    def ask(self, url: str, term: str, number: int, before: str) -> Ask:
        """Return the request for a page; ``before`` is the first offer of the page before it."""
        headers = {name: from_environment(value) for name, value in self.options.headers.items()}
        context = {"page": str(number), "term": term, "before": before}
        return Ask(url=url, headers=headers, context=context)

    def _is_end(self, page: Page) -> bool:
        """Tell whether a page without offers is as it should be: behind the last, or of a search that finds nothing."""
        is_behind = int(page.context.get("page", self.options.first)) > self.options.first
        return is_behind or bool(self.options.nothing and tree(page).css(self.options.nothing))


def _type(page: Page) -> str | None:
    return page.headers.get("content-type")


def _is_json(page: Page) -> bool:
    return page.body.lstrip()[:1] in (b"{", b"[")
