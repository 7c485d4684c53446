"""The last gate before a request leaves: it waits here while its host wants rest, and ends here with the day's budget.

Earlier is too early: what Scrapy has let pass already, and queues for a host, would be sent nevertheless.
"""

import asyncio
import math
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from email.utils import parsedate_to_datetime

from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response

from pipelines.clock import now_utc, to_utc

BUSY = {429, 503}

LONGEST_WAIT_SECONDS = 120
"""A server that asks for more is not asked again in this run."""


class Gate:
    """Knows which hosts want rest, and how often each may still be asked today."""

    def __init__(self, left: Callable[[str], float] = lambda _: math.inf) -> None:
        """Make the gate of one crawl; ``left`` says how many requests to a host the day's budget held before it."""
        self.asked: Counter[str] = Counter()
        """Requests made so far, by host."""
        self._left = left
        self._closing = asyncio.Event()
        self._quiet_until: dict[str, float] = {}

    @property
    def is_closed(self) -> bool:
        """Whether the crawl is being ended."""
        return self._closing.is_set()

    def close(self) -> None:
        """Let nothing wait beyond the end of the crawl."""
        self._closing.set()

    def rest(self, host: str, seconds: float) -> None:
        """Leave a host alone for so long from now on."""
        self._quiet_until[host] = max(self._quiet_until.get(host, 0), time.monotonic() + seconds)

    async def passed(self, host: str) -> None:
        """Wait until a host may be asked; raises IgnoreRequest where that is not in this run."""
        while (left := self._quiet_until.get(host, 0) - time.monotonic()) > 0:
            if left > LONGEST_WAIT_SECONDS:
                raise IgnoreRequest("the server asks for more rest than a run lasts")
            if self.is_closed:
                raise IgnoreRequest("the run ended while the server wanted rest")
            with suppress(TimeoutError):
                await asyncio.wait_for(self._closing.wait(), left)
        if self.asked[host] >= self._left(host):
            raise IgnoreRequest(f"the day's budget of requests to {host} is spent")
        self.asked[host] += 1


def asked_rest(response: Response) -> float | None:
    """Return for how many seconds a busy server asks to be left alone; None if it does not."""
    return retry_after(response.headers.get("Retry-After")) if response.status in BUSY else None


def retry_after(header: bytes | None) -> float | None:
    """Return for how many seconds a server asks to be left alone: a number, or an HTTP date; None if it does not say.

    >>> retry_after(b"30"), retry_after(b"soon"), retry_after(b"Wed, 01 Jan 2020 00:00:00 GMT")
    (30.0, None, 0.0)
    """
    text = (header or b"").decode("latin-1").strip()
    if text.isdecimal():
        return float(text)
    try:
        until = to_utc(parsedate_to_datetime(text), "UTC")
    except ValueError:
        return None
    return max(0.0, (until - now_utc()).total_seconds())
