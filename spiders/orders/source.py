"""What all sources of one's own documents have in common: how a document is read, and what is kept of it."""

from collections.abc import Iterable
from typing import Annotated

from pydantic import AfterValidator, Field

from pipelines.records import Page, Reading
from spiders.allow_list import allowed_pattern
from spiders.orders.by_patterns import matched_only, matched_rows
from spiders.orders.by_rules import facts_of, facts_only
from spiders.platform import Ask, Platform
from spiders.reading import found
from spiders.rows import KEYS_OF_KIND, RowWords

Pattern = Annotated[str, AfterValidator(allowed_pattern)]


class DocumentWords(RowWords):
    """The words of a source of documents."""

    patterns: dict[str, tuple[Pattern, ...]] = Field(default={})
    """Our field -> regular expressions; without any, documents are read by general rules."""
    names: tuple[str, ...] = ()
    """Others by which the retailer goes, in its mails and invoices."""


class OwnDocuments(Platform):
    """Documents of one's own orders, redacted to the facts that are looked for."""

    options: DocumentWords

    def first(self) -> Iterable[Ask]:
        """Ask for nothing: there is no server of the retailer's."""
        return ()

    def redact(self, page: Page) -> Page:
        """Keep what the patterns match, or the facts that the rules find."""
        if self.options.patterns:
            return matched_only(page, self.options.patterns)
        return facts_only(page, self.retailer, self.options.names)

    def read(self, page: Page) -> Reading:
        """Read the rows of a document, whole or redacted."""
        if not self.options.patterns:
            return facts_of(self.redact(page), self.options)
        rows = list(matched_rows(page, self.options.patterns, KEYS_OF_KIND[self.source.kind][0]))
        if not rows:
            return Reading(outcome="empty", reason="none of the patterns matches, or the document cannot be read")
        return found([self.options.row(row) for row in rows])
