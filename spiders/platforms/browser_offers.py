"""Pages with offers that a script puts into them: a real browser renders each, then they are read as an ``offer_list``.

Recognise it: ``orderscope read prices`` finds nothing in the page as the server sends it ("view source"), but in the
page as saved from the browser it does. Look for the request that brings the offers first: as ``json_api`` it costs the
shop and us some 40 times less than a browser.

    [sources.options]
    wait_for = "li.product .price"    # CSS of what is there once the prices are
    url = "/search?q={term}"          # and the other words of offer_list: terms, next, nothing, first, zone

Traps: what ``wait_for`` names must not be there before the prices are; where it never comes the look is ``changed``.
Prices may depend on where the browser seems to be: name where the page says it (``zone``). Only the rendered page is
archived, not what its scripts fetched.
"""

from dataclasses import replace

from pipelines.records import Page, Reading
from spiders.errors import Changed
from spiders.markup import tree
from spiders.platform import Ask, Steps
from spiders.platforms.offer_list import OfferList


class BrowserOffers(OfferList):
    """As offer_list, after rendering."""

    class Options(OfferList.Options):
        """The words of a browser_offers source."""

        wait_for: str

    options: Options
    needs_browser = True

    def ask(self, url: str, term: str, number: int, before: str) -> Ask:
        """Return the request for a page, to be made by a browser."""
        return replace(super().ask(url, term, number, before), browser=Steps(wait_for=self.options.wait_for))

    def read(self, page: Page) -> Reading:
        """Read the offers of a rendered page."""
        if not tree(page).css(self.options.wait_for):
            raise Changed(f"what was waited for, {self.options.wait_for!r}, did not come")
        return super().read(page)
