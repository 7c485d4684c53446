"""Slots in a web page as the server sends it: tables of days and times, lists under days, elements with attributes.

Recognise it: the times stand in "view source". Where they do not, a script fetches them: look for its JSON, and use
``json_calendar``.

    [sources.options]
    url = "/stores/{location_ref}/pickup?day={date}"
    locations = ["12", "17"]
    echo = ".your-store::attr(data-id)"   # where the answer says which of them it is about: another is `changed`
    part = "#calendar"                    # CSS of the part with the slots; the whole page where not told
    values = { status = { "Wachtlijst" = "full" } }   # the page's word = ours, where it is not understood

What is understood: ``data-`` attributes and ``datetime`` named as in JSON, classes and words for a status, "3 left",
tables with days along one side and times along the other, a table with a row for each slot, days as headings with the
times under them, data in ``<script type="application/json">``. Where that does not do, write CSS with ``html``.

Traps: a button that is disabled is not offered, for whatever reason. An element that shows a time and nothing else is
free: opening hours in a footer are taken for slots unless ``part`` leaves them out.
"""

import re
from collections.abc import Iterator

from parsel import Selector

from pipelines.records import Page
from spiders.errors import Changed
from spiders.markup import tree
from spiders.slots.asks import SlotWords
from spiders.slots.page import slots_in_page
from spiders.slots.platform import SlotPlatform
from spiders.slots.told import Told

_ERROR = re.compile(
    r"^\W*(?:error |fehler |erreur |http )?[45]\d\d\b.*|.*\b(?:access denied|forbidden|bad gateway|gateway time-?out"
    r"|service (?:temporarily )?unavailable|internal server error|page not found|maintenance|onderhoud|wartung)\b.*",
    re.IGNORECASE | re.MULTILINE,
)
"""Titles of pages that say nothing of any slot, however well they answer."""


class HtmlCalendar(SlotPlatform):
    """Whatever shows times."""

    class Options(SlotWords):
        """The words of an html_calendar source."""

        part: str | None = None

    options: Options
    reads_any_shape = True

    @staticmethod
    def recognises(answer: object) -> bool:
        """Tell whether it is a page."""
        return isinstance(answer, Selector)

    def answer(self, page: Page) -> Selector:
        """Return the page; raises Changed where it is none, or has no such part."""
        if b"<" not in page.body:
            raise Changed("expected a web page")
        shown = tree(page)
        if error := _ERROR.search(" / ".join(shown.css("title::text, h1::text").getall())):
            raise Changed(f"it is an error page: {error[0].strip()}")
        if self.options.part is None:
            return shown
        part = shown.css(self.options.part)
        if not part:
            raise Changed(f"nothing in the page matches {self.options.part!r}")
        return Selector(text=f"<body>{part[0].get()}</body>")

    def slots(self, answer: object, page: Page) -> Iterator[Told]:
        """Yield the slots that the page shows."""
        assert isinstance(answer, Selector)
        yield from slots_in_page(answer, self.today(page))
