"""One browser a process, lent to each crawl: a launch takes a second, a fresh context some milliseconds."""

from collections.abc import Callable
from typing import Any, ClassVar

from playwright.async_api import Browser, BrowserContext, Playwright, async_playwright
from scrapy.exceptions import NotSupported

from spiders.browser import NO_BROWSER, launch_options
from spiders.installed_browser import available


class LentBrowser:
    """A provider for scrapy-playwright whose browser outlives the crawl; ``close_browser`` ends it."""

    playwright: ClassVar[Playwright | None] = None
    browser: ClassVar[Browser | None] = None

    def __init__(self, config: object) -> None:
        """Take scrapy-playwright's configuration, which says nothing that is not in ``spiders.browser``."""

    async def start(self) -> None:
        """Do nothing yet: a crawl may end before it needs a page."""

    async def launch_browser(self) -> "_Loan":
        """Lend the browser, launched if there is none; raises RuntimeError where none is installed."""
        cls = type(self)
        if cls.browser is None or not cls.browser.is_connected():
            if not available():
                raise RuntimeError(NO_BROWSER)
            cls.playwright = cls.playwright or await async_playwright().start()
            cls.browser = await cls.playwright.chromium.launch(**launch_options())
        return _Loan(cls.browser)

    async def launch_persistent_context(self, context_kwargs: dict[str, Any]) -> BrowserContext:
        """Refuse: a profile on disk would keep what a crawl saw."""
        raise NotSupported(f"no persistent contexts: {context_kwargs}")

    async def close(self) -> None:
        """Leave the browser open for the next crawl."""


class _Loan:
    """What the crawl sees of the browser: it makes contexts, and cannot close what others use."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser

    async def new_context(self, **words: Any) -> BrowserContext:  # noqa: ANN401 - Playwright's own words
        return await self._browser.new_context(**words)

    def on(self, event: str, listener: Callable[..., Any]) -> None:
        """Register nothing: the lender finds a lost browser at the next loan."""

    async def close(self) -> None:
        """Give the browser back."""


async def close_browser() -> None:
    """Close the process's browser, if there is one."""
    browser, driver = LentBrowser.browser, LentBrowser.playwright
    LentBrowser.browser = LentBrowser.playwright = None
    if browser is not None:
        await browser.close()
    if driver is not None:
        await driver.stop()
