r"""Mails and PDFs of one's own orders, saved in a folder.

Recognise it: there is no page to read, but the shop sends confirmations or invoices.

    [sources.options]
    folder = "inbox/shop"             # relative to the home directory
    files = ["*.eml", "*.pdf"]
    constants = { fulfilment = "pickup" }
    values = { basket = { "Vers" = "fresh" } }
    times = { ordered_at_utc = "%d-%m-%Y %H:%M" }

    [sources.options.patterns]        # our field = regular expressions, tried in order; the one group is the value
    invoice_number = ['Invoice no\.? (\S+)', 'Factuurnummer:\s+(\S+)']
    ordered_at_utc = ['Ordered on (\d\d-\d\d-\d{4} \d\d:\d\d)']

A mail's subject and date are lines of its text ("Subject: ...", "Date: 2025-01-06T10:00:00+01:00"), and so are its
attached PDFs. A document that names several invoices gives a row for each: other fields go with them one by one
where there are as many, else all rows have the first.

Traps: only what the patterns match is archived, so a pattern added later finds nothing in old captures; keep the
files. A pattern that matches a whole line with a name in it archives the name.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Annotated
from urllib.parse import quote

from pydantic import AfterValidator

from pipelines.clock import now_utc
from pipelines.records import Page, Reading, Row
from spiders.allow_list import allowed_pattern, kept, matches
from spiders.document_text import MEDIA_TYPE_OF_SUFFIX, document_text
from spiders.errors import Changed, Empty, Missing
from spiders.platform import Ask, Platform
from spiders.reading import found
from spiders.rows import KEYS_OF_KIND, RowWords

Pattern = Annotated[str, AfterValidator(allowed_pattern)]


class Documents(Platform):
    """Files read by patterns, and redacted to what the patterns matched."""

    class Options(RowWords):
        """The words of a documents source."""

        folder: str
        files: tuple[str, ...] = ("*.eml", "*.pdf")
        patterns: dict[str, tuple[Pattern, ...]]

    options: Options

    def first(self) -> Iterable[Ask]:
        """Ask for nothing: there is no server."""
        return ()

    def pages(self, home: Path) -> Iterator[Page]:
        """Yield the folder's files by name; raises Missing where there is no folder, Empty without files."""
        folder = home / self.options.folder
        if not folder.is_dir():
            raise Missing(f"there is no folder {self.options.folder}")
        files = sorted({file for pattern in self.options.files for file in folder.glob(pattern)})
        if not files:
            raise Empty(f"{self.options.folder} holds no {' or '.join(self.options.files)}")
        for file in files:
            yield Page(
                url=f"file:{quote(file.relative_to(home).as_posix())}",
                seen_at_utc=now_utc(),
                body=file.read_bytes(),
                media_type=MEDIA_TYPE_OF_SUFFIX.get(file.suffix.lower(), "application/octet-stream"),
            )

    def redact(self, page: Page) -> Page:
        """Keep what the patterns match; nothing of a document that cannot be read."""
        try:
            text = document_text(page.body, page.media_type)
        except Changed:
            text = ""
        allowed = kept(self.options.patterns.values(), text)
        return replace(page, body=allowed.encode(), media_type="text/plain", headers={})

    def read(self, page: Page) -> Reading:
        """Read the rows of a document, whole or redacted."""
        text = document_text(page.body, page.media_type)
        values = {name: _values(patterns, text) for name, patterns in self.options.patterns.items()}
        if not any(values.values()):
            return Reading(outcome="empty", reason="none of the patterns matches, or the document cannot be read")
        return found(list(self._rows(values)))

    def _rows(self, values: dict[str, list[str]]) -> Iterator[Row]:
        """Yield a row for each different number; a mail says everything twice, as text and as HTML."""
        numbers = values.get(KEYS_OF_KIND[self.source.kind][0]) or [""]
        for position in sorted({number: at for at, number in reversed(list(enumerate(numbers)))}.values()):
            yield self.options.row({n: _one(v, position, len(numbers)) for n, v in values.items() if v})


def _values(patterns: Iterable[str], text: str) -> list[str]:
    """Return the values that the patterns find, in their order."""
    return [match.group(1).strip() for match in matches(patterns, text) if match.group(1)]


def _one(values: list[str], position: int, count: int) -> str:
    return values[position] if len(values) == count else values[0]
