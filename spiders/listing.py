"""A list of records in a web page: its words, and how rows are found in it."""

import re
from collections.abc import Iterator

from parsel import Selector
from pydantic import field_validator

from pipelines.records import Row
from spiders.paging import Paging
from spiders.request_words import RequestWords
from spiders.rows import RowWords


class ListingWords(RowWords, RequestWords):
    """The words of a platform that reads rows from markup."""

    rows: str
    """CSS of what holds one record."""
    fields: dict[str, str]
    """Our field -> CSS within the row; ``::text``, ``::attr(name)``, or neither for all text in it."""
    total: str | None = None
    """CSS of the count that the page announces."""
    next: str | None = None
    """CSS of the link to the next page."""
    lenient: bool = False
    """Whether the markup is so broken that BeautifulSoup must repair it first."""

    @field_validator("paging")
    @classmethod
    def _by_number(cls, paging: Paging) -> Paging:
        if paging.asks_the_answer or paging.until == "repeat":
            raise ValueError("pages of markup are followed by their link (next), or by number until one is not full")
        return paging

    def found_in(self, page: Selector) -> Iterator[dict[str, str]]:
        """Yield what stands in the rows of a page, as the source wrote it."""
        for node in page.css(self.rows):
            found = {name: value_at(node, css) for name, css in self.fields.items()}
            yield {name: value for name, value in found.items() if value is not None}

    def rows_of(self, page: Selector) -> Iterator[Row]:
        """Yield the rows of a page, in our words."""
        return (self.row(found) for found in self.found_in(page))

    def total_of(self, page: Selector) -> int | None:
        """Return the count that the page announces, whatever stands between its digits' groups."""
        shown = value_at(page, self.total) if self.total else None
        number = re.search(r"\d[\d.,\s]*", shown or "")
        return int(re.sub(r"\D", "", number.group())) if number else None


def value_at(node: Selector, css: str) -> str | None:
    """Return the first value that a selector finds, its white space made plain; None where it finds nothing.

    >>> value_at(Selector("<p>Invoice <b>12</b></p>"), "p"), value_at(Selector("<p>x</p>"), "a::attr(href)")
    ('Invoice 12', None)
    """
    found = node.css(css)
    if not found:
        return None
    text = found[0].get() if "::" in css else "".join(found[0].css("*::text").getall())
    return " ".join(str(text).split()) or None
