"""From what a platform asks to what Scrapy sends; or why it cannot be sent."""

from collections.abc import Callable, Collection
from functools import partial
from pathlib import Path

from scrapy import Request
from twisted.python.failure import Failure

from pipelines.records import Outcome
from spiders import browser, installed_browser
from spiders.browser_headers import with_headers
from spiders.platform import Ask


def obstacle(ask: Ask, session: Path) -> tuple[Outcome, str] | None:
    """Return outcome and reason of a look that cannot even be tried, or None."""
    if ask.browser is None:
        return None
    if not installed_browser.available():
        return "not_tried", browser.NO_BROWSER
    if ask.browser.session and not session.exists():
        return "blocked", f"no session is stored in data/sessions/{session.name}: run `orderscope login {session.stem}`"
    return None


def request_of(ask: Ask, session: Path, errback: Callable[[Failure], None], declared_at: Collection[str]) -> Request:
    """Return the request for Scrapy; what it is for, and whom its headers are meant for, travels in its meta."""
    through_browser = browser.request_meta(ask.browser, session) if ask.browser else {}
    if ask.browser and ask.headers:
        adding = partial(with_headers, headers=dict(ask.headers), declared_at=declared_at)
        through_browser["playwright_page_init_callback"] = adding
    return Request(
        ask.url,
        method=ask.method,
        headers=dict(ask.headers),
        body=ask.body,
        errback=errback,
        meta={"context": dict(ask.context), "declared_at": declared_at, **through_browser},
    )
