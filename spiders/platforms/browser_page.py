"""A list of records that a script puts into the page: a real browser renders it first.

Recognise it: the records stand in the inspector but not in "view source". Look for the request that brings them
first: a ``json_api`` costs the shop and us some 40 times less than a browser.

    [sources.options]
    wait_for = "li.location"          # CSS of what is there once the page is ready
    url = "/locations"                # and the other words of html: rows, fields, total, next, constants, values

Traps: what ``wait_for`` names must not be there before the data is; where it never comes the look is ``changed``.
Only the rendered page is archived, not what its scripts fetched. Pages are rendered without images and fonts.
"""

from dataclasses import replace

from pipelines.records import Page, Reading
from spiders.errors import Changed
from spiders.markup import tree
from spiders.platform import Ask, Steps
from spiders.platforms.html import Html


class BrowserPage(Html):
    """As html, after rendering."""

    class Options(Html.Options):
        """The words of a browser_page source."""

        wait_for: str | None = None

    options: Options
    needs_browser = True

    def ask(self, url: str, number: int) -> Ask:
        """Return the request for a page, to be made by a browser."""
        return replace(self.options.ask(url, number), browser=Steps(wait_for=self.options.wait_for))

    def read(self, page: Page) -> Reading:
        """Read the rows of a rendered page."""
        if self.options.wait_for and not tree(page).css(self.options.wait_for):
            raise Changed(f"what was waited for, {self.options.wait_for!r}, did not come")
        return super().read(page)
