r"""Mails, invoices, ledgers and saved pages of one's own orders, saved in a folder.

Recognise it: there is no page to read, but the shop sends confirmations or invoices.

    [sources.options]
    folder = "inbox/shop"             # relative to the home directory
    files = ["*.eml", "*.pdf"]        # of a Maildir: ["cur/*", "new/*"]
    names = ["Kade Markt"]            # others by which the retailer goes; its name and its host are known
    constants = { fulfilment = "pickup" }
    values = { basket = { "Vers" = "fresh" } }

What a document says is found by general rules: data meant for machines first, then labels in the languages of
Europe. Where they fail, say what stands there:

    times = { ordered_at_utc = "%d-%m-%Y %H:%M" }

    [sources.options.patterns]        # our field = regular expressions, tried in order; the one group is the value
    invoice_number = ['Invoice no\.? (\S+)', 'Factuurnummer:\s+(\S+)']
    ordered_at_utc = ['Ordered on (\d\d-\d\d-\d{4} \d\d:\d\d)']

To patterns, a mail's subject and date are lines of its text ("Subject: ...", "Date: 2025-01-06T10:00:00+01:00"), and
so are its attached PDFs. A document that names several invoices gives a row for each: other fields go with them one
by one where there are as many, else all rows have the first.

Traps: only facts are archived, numbers, times and sums, or what the patterns match; what a later version finds
besides is not in old captures; keep the files. A pattern that matches a whole line with a name in it archives the
name. By the general rules, a document's address in the archive is its hash, since its file's name may be a person's;
a mail that names the retailer nowhere is another shop's, deliveries are left out, and so is what contradicts itself or
is not sure: the look says which. Credit notes are kept as such, and make no orders.
"""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from pipelines.clock import now_utc
from pipelines.media_types import media_type_of
from pipelines.records import Page
from spiders.errors import Empty, Missing
from spiders.orders.source import DocumentWords, OwnDocuments


class Documents(OwnDocuments):
    """Files of a folder."""

    class Options(DocumentWords):
        """The words of a documents source."""

        folder: str
        files: tuple[str, ...] = ("*.eml", "*.pdf")

    options: Options

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
                media_type=media_type_of(file.name),
            )
