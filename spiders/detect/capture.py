"""Opens a page in a browser and takes down the requests that its scripts make, with the JSON that answers them."""

import asyncio
import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field

from playwright.async_api import BrowserContext, Request, Route
from playwright.async_api import Error as BrowserError
from playwright.async_api import TimeoutError as NotYet

from spiders.browser import is_weight
from spiders.detect.candidates import Seen
from spiders.lent_browser import LentBrowser, close_browser
from spiders.loop import run_until_complete
from spiders.settings import USER_AGENT

LOAD_MS, QUIET_MS = 30_000, 10_000
_BY_SCRIPTS = {"xhr", "fetch", "script", "document"}
_MOST_BYTES = 20_000_000
_TOLD_HEADERS = {"content-type", "accept", "origin"}


@dataclass(frozen=True, kw_only=True)
class Exchange:
    """A request of the page's scripts, and its answer."""

    method: str
    url: str
    headers: Mapping[str, str]
    body: str = ""
    answer: object = None
    """The parsed answer, where it is JSON."""

    @property
    def seen(self) -> Seen:
        """The request as a text in which marks can be looked for."""
        lines = [f"{self.method} {self.url}", *(f"{name}: {value}" for name, value in self.headers.items()), self.body]
        return Seen(where=f"request to {self.url.partition('?')[0]}", text="\n".join(lines))


@dataclass
class Captured:
    """What a browser saw."""

    markup: str = ""
    """The page as its scripts made it."""
    exchanges: list[Exchange] = field(default_factory=list)
    problem: str | None = None


def capture(url: str) -> Captured:
    """Open a page and wait until its scripts are quiet; what goes wrong is told in ``problem``."""
    captured = Captured()
    run_until_complete(_capture(url, captured))
    return captured


async def _capture(url: str, captured: Captured) -> None:
    try:
        browser = await LentBrowser(None).launch_browser()
        context = await browser.new_context(user_agent=USER_AGENT)
        try:
            await _watch(context, url, captured)
        finally:
            await context.close()
    except (BrowserError, RuntimeError) as error:
        captured.problem = str(error).splitlines()[0]
    finally:
        await close_browser()


async def _watch(context: BrowserContext, url: str, captured: Captured) -> None:
    requests: list[Request] = []
    tab = await context.new_page()
    await tab.route("**/*", _without_weight)
    tab.on("requestfinished", lambda request: requests.append(request))  # noqa: PLW0108 - Playwright marks its listeners
    await tab.goto(url, wait_until="load", timeout=LOAD_MS)
    with suppress(NotYet):  # some pages are never quiet
        await tab.wait_for_load_state("networkidle", timeout=QUIET_MS)
    captured.markup = await tab.content()
    of_scripts = [request for request in requests if request.resource_type in _BY_SCRIPTS]
    captured.exchanges += await asyncio.gather(*map(_exchange, of_scripts))


async def _without_weight(route: Route) -> None:
    await (route.abort() if is_weight(route.request) else route.continue_())


async def _exchange(request: Request) -> Exchange:
    headers = await request.all_headers()
    return Exchange(
        method=request.method,
        url=request.url,
        headers={name: value for name, value in headers.items() if _is_told(name)},
        body=request.post_data or "",
        answer=await _answer(request),
    )


def _is_told(header: str) -> bool:
    """Tell whether a header says what is asked for; cookies and authorisation say who asks, and are not taken down."""
    return header in _TOLD_HEADERS or header.startswith("x-") or header.endswith("key")


async def _answer(request: Request) -> object:
    with suppress(BrowserError, ValueError):
        response = await request.response()
        if response is not None and "json" in response.headers.get("content-type", ""):
            body = await response.body()
            return json.loads(body) if len(body) <= _MOST_BYTES else None
    return None
