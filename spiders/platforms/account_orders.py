"""One's own order history: a page behind a login, rendered in a browser with a stored session.

Recognise it: the shop shows past orders, with their invoice numbers, to a customer who is logged in.

    [sources.options]
    logged_out = "form#login"         # CSS that is there only when nobody is logged in
    wait_for = "tr.order"             # and the other words of browser_page

The session is ``data/sessions/<retailer>.json`` below the home directory, in the form in which Playwright stores it
(``storage_state``); `orderscope login` stores it. Passwords are never asked for nor stored.

Traps: an order history has one's name and address on it. Only the values of the declared fields are archived; a
field whose CSS is too wide archives what stands there. A session ends: the look is then ``blocked``, and says so.
"""

from dataclasses import replace

from parsel import Selector

from pipelines.records import Page, Reading
from spiders.errors import Blocked, Changed
from spiders.kept_rows import kept_rows, with_rows_only
from spiders.markup import tree
from spiders.orders.by_rules import facts_of, facts_only, is_document
from spiders.platform import Ask, Steps
from spiders.platforms.browser_page import BrowserPage
from spiders.reading import found
from spiders.refusal import refusal

LOGGED_OUT = "nobody is logged in"
NOT_READY = "the list did not come"


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
        """Keep the values of the declared fields, and a note of why there may be none."""
        if is_document(page):
            return facts_only(page, self.retailer)
        if kept_rows(page):
            return page
        shown = tree(page, lenient=self.options.lenient)
        return with_rows_only(page, self.options.found_in(shown), self._note(page, shown))

    def read(self, page: Page) -> Reading:
        """Read the orders of a page, whole or redacted, or of a mail or an invoice that was imported."""
        if is_document(page):
            return facts_of(self.redact(page), self.options)
        rows, note = kept_rows(self.redact(page)) or ([], NOT_READY)
        if note == NOT_READY:
            raise Changed(f"what was waited for, {self.options.wait_for!r}, did not come")
        if note:
            raise Blocked(f"{note}: run `orderscope login {self.retailer.slug}`" if note == LOGGED_OUT else note)
        return found([self.options.row(row) for row in rows])

    def _note(self, page: Page, shown: Selector) -> str:
        """Say what the redacted page will not show any more: a wall, a login form, a list that did not come."""
        refused = refusal(page)
        if refused and refused.reason and refused.outcome == "blocked":
            return refused.reason
        if shown.css(self.options.logged_out):
            return LOGGED_OUT
        return NOT_READY if self.options.wait_for and not shown.css(self.options.wait_for) else ""
