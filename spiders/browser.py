"""Pages that need a real browser: which one there is, and how Scrapy hands it a request."""

import os
from pathlib import Path
from typing import Any

from playwright.async_api import Page as BrowserTab
from playwright.async_api import Request as BrowserRequest
from playwright.async_api import TimeoutError as NotThere
from scrapy_playwright.page import PageMethod

from spiders.installed_browser import own_is_installed, system_executable
from spiders.platform import Steps
from spiders.settings import TWISTED_REACTOR, USER_AGENT

NO_BROWSER = "there is no browser: run `playwright install chromium`, or install the system's Chromium"
WAIT_MS = 15_000
"""For what a platform waits for; the page is taken as it is then."""

ARGUMENTS = (
    "--disable-dev-shm-usage",  # containers have little shared memory
    "--disable-gpu",
    # The browser asks the retailer only, and nobody else.
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)

_STATUS = "performance.getEntriesByType('navigation')[0]?.responseStatus ?? 0"
_HANDLER = "spiders.handlers.GatedBrowser"
SETTINGS: dict[str, Any] = {
    "DOWNLOAD_HANDLERS": {"http": _HANDLER, "https": _HANDLER},
    "TWISTED_REACTOR": TWISTED_REACTOR,
    "PLAYWRIGHT_BROWSER_PROVIDER": "spiders.lent_browser.LentBrowser",
    "PLAYWRIGHT_DEFAULT_NAVIGATION_TIMEOUT": 30_000,
    "PLAYWRIGHT_ABORT_REQUEST": "spiders.browser.is_weight",
    # The browser's own headers; declared ones are added by spiders.browser_headers, to the servers they are meant for.
    "PLAYWRIGHT_PROCESS_REQUEST_HEADERS": None,
    # On two cores, more than four pages at once buy nothing.
    "PLAYWRIGHT_MAX_PAGES_PER_CONTEXT": 4,
}


def launch_options() -> dict[str, Any]:
    """Return how to launch it: Playwright's own browser, or else the system's."""
    as_root = hasattr(os, "geteuid") and os.geteuid() == 0
    arguments = [*ARGUMENTS, *(["--no-sandbox"] if as_root else [])]  # its sandbox refuses to work for root
    return {"executable_path": None if own_is_installed() else system_executable(), "args": arguments}


def session_file(home: Path, retailer: str) -> Path:
    """Return where a retailer's session is stored, in Playwright's form (``storage_state``)."""
    return home / "data" / "sessions" / f"{retailer}.json"


def request_meta(steps: Steps, session: Path) -> dict[str, Any]:
    """Return the words with which a request goes through the browser."""
    context: dict[str, Any] = {"user_agent": USER_AGENT}
    if steps.session:
        context["storage_state"] = str(session)
    return {
        "playwright": True,
        "playwright_context": "session" if steps.session else "default",
        "playwright_context_kwargs": context,
        "playwright_page_methods": [PageMethod(settled, steps.wait_for)] if steps.wait_for else [],
    }


async def settled(tab: BrowserTab, wait_for: str) -> None:
    """Wait for what a platform waits for; a page on which it does not come is an answer too, and is read.

    An error page is not waited on: nothing will come.
    """
    if await tab.evaluate(_STATUS) >= 400:
        return
    try:
        await tab.wait_for_selector(wait_for, state="attached", timeout=WAIT_MS)
    except NotThere:
        return


def is_weight(request: BrowserRequest) -> bool:
    """Tell whether a request brings nothing to read; not making it is polite."""
    return request.resource_type in {"image", "media", "font"}
