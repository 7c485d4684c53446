"""One's own order history: a page behind a login, rendered in a browser with a stored session.

Recognise it: the shop shows past orders, with their invoice numbers, to a customer who is logged in.

    [sources.options]
    logged_out = "form#login"         # CSS that is there only when nobody is logged in
    wait_for = "tr.order"             # and the other words of browser_page

The session is ``data/sessions/<retailer>.json`` below the home directory, in the form in which Playwright stores it
(``storage_state``). Passwords are never asked for nor stored.

Traps: an order history has one's name and address on it. Only the values of the declared fields are archived; a
field whose CSS is too wide archives what stands there. A session ends: the look is then ``blocked``, and says so.
"""

from dataclasses import replace

from pipelines.records import Page, Reading
from spiders.errors import Blocked, Changed
from spiders.kept_rows import kept_rows, with_rows_only
from spiders.markup import tree
from spiders.platform import Ask, Steps
from spiders.platforms.browser_page import BrowserPage
from spiders.reading import found

LOGGED_OUT = "logged out"
NOT_READY = "not ready"


class AccountOrders(BrowserPage):
    """As browser_page, with a session, archiving the rows only."""

    class Options(BrowserPage.Options):
        """The words of an account_orders source."""

        logged_out: str

    options: Options

    def ask(self, url: str, number: int) -> Ask:
        """Return the request for a page, to be made by a browser that is logged in."""
        waited = (self.options.wait_for, self.options.logged_out)
        steps = Steps(wait_for=", ".join(css for css in waited if css), session=True)
        return replace(self.options.ask(url, number), browser=steps)

    def redact(self, page: Page) -> Page:
        """Keep the values of the declared fields, and whether anybody was logged in."""
        if kept_rows(page):
            return page
        shown = tree(page, lenient=self.options.lenient)
        note = LOGGED_OUT if shown.css(self.options.logged_out) else ""
        if not note and self.options.wait_for and not shown.css(self.options.wait_for):
            note = NOT_READY
        return with_rows_only(page, self.options.found_in(shown), note)

    def read(self, page: Page) -> Reading:
        """Read the orders of a page, whole or redacted."""
        rows, note = kept_rows(self.redact(page)) or ([], NOT_READY)
        if note == LOGGED_OUT:
            raise Blocked(f"nobody is logged in: store a new session of {self.retailer.slug}")
        if note == NOT_READY:
            raise Changed(f"what was waited for, {self.options.wait_for!r}, did not come")
        return found([self.options.row(row) for row in rows])
