"""A list of records in the page that the server sends.

Recognise it: the records stand in "view source", not only in the inspector (then it is a ``browser_page``).

    [sources.options]
    url = "/products?page={page}"         # relative to the retailer's
    rows = "div.product"                  # CSS of what holds one record
    next = "a.next"                       # CSS of the link to the next page; or paging with {page}, as in json_api
    total = "p.count"                     # CSS of the count that the page announces
    lenient = true                        # the markup is broken: BeautifulSoup repairs it first
    fields = { name = "h3::text", url = "a::attr(href)", price = ".price" }   # CSS within the row; no :: is all text
    constants = { currency = "EUR" }
    values = { availability = { "Sold out" = "out_of_stock" } }

Method, headers, json and form as in ``json_api``.

Traps: a redesign that renames classes looks like an empty list, unless the page still announces a ``total``: name
it where there is one. Broken markup can nest records in each other; check the count with and without ``lenient``.
"""

from collections.abc import Iterable
from urllib.parse import urljoin

from pipelines.records import Page, Reading
from spiders.errors import Changed
from spiders.listing import ListingWords, value_at
from spiders.markup import tree
from spiders.platform import Ask, Platform
from spiders.reading import found


class Html(Platform):
    """Rows by CSS, pages by a link or by number."""

    class Options(ListingWords):
        """The words of an html source."""

    options: Options

    def first(self) -> Iterable[Ask]:
        """Ask for the first page."""
        yield self.ask(self.url(self.options.url), self.options.paging.begin)

    def read(self, page: Page) -> Reading:
        """Read the rows of one page."""
        shown = tree(page, lenient=self.options.lenient)
        rows, total = list(self.options.rows_of(shown)), self.options.total_of(shown)
        if total and not rows:
            raise Changed(f"the page announces {total} records, but nothing in it matches {self.options.rows!r}")
        return found(rows, total)

    def follow(self, page: Page, reading: Reading) -> Iterable[Ask]:
        """Ask for the page that is linked as the next, or for the pages that the paging says are left."""
        number = int(page.context["page"])
        if self.options.next:
            link = tree(page, lenient=self.options.lenient).css(self.options.next)
            if href := value_at(link[0], "::attr(href)") if link and reading.rows else None:
                yield self.ask(urljoin(page.url, href), number + 1)
            return
        for after in self.options.paging.after(number, len(reading.rows), reading.announced):
            yield self.ask(self.url(self.options.url), after)

    def ask(self, url: str, number: int) -> Ask:
        """Return the request for a page; platforms that need a browser add their steps."""
        return self.options.ask(url, number)
