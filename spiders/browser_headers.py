"""Declared headers in a browser: added request by request, since Playwright's own would follow every redirect."""

import asyncio
from collections.abc import Collection, Mapping
from contextlib import suppress
from typing import Any

from playwright.async_api import CDPSession
from playwright.async_api import Error as TabClosed
from playwright.async_api import Page as BrowserTab
from scrapy import Request

from spiders.origins import is_meant

_DOCUMENTS = {"patterns": [{"urlPattern": "*", "resourceType": "Document"}]}


async def with_headers(
    tab: BrowserTab, _request: Request, *, headers: Mapping[str, str], declared_at: Collection[str]
) -> None:
    """Let a tab send headers with its documents, frames and redirects included, but only to the servers meant.

    What was posted is not passed on to others either.
    """
    session = await tab.context.new_cdp_session(tab)
    under_way: set[asyncio.Task[None]] = set()

    def paused(event: dict[str, Any]) -> None:
        task = asyncio.ensure_future(_go_on(session, event, headers, declared_at))
        under_way.add(task)
        task.add_done_callback(under_way.discard)

    session.on("Fetch.requestPaused", paused)
    await session.send("Fetch.enable", _DOCUMENTS)


async def _go_on(
    session: CDPSession, event: dict[str, Any], headers: Mapping[str, str], declared_at: Collection[str]
) -> None:
    request, answer = event["request"], {"requestId": event["requestId"]}
    with suppress(TabClosed):
        if is_meant(request["url"], declared_at):
            sent = {**request["headers"], **headers}
            words = {"headers": [{"name": name, "value": value} for name, value in sent.items()]}
            await session.send("Fetch.continueRequest", answer | words)
        elif request.get("hasPostData"):
            await session.send("Fetch.failRequest", answer | {"errorReason": "BlockedByClient"})
        else:
            await session.send("Fetch.continueRequest", answer)
