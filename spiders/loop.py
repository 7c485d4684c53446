"""The event loop on which all crawls of a process run, one after the other or side by side.

scrapy-playwright needs Twisted's asyncio reactor, and a reactor runs once. So it is started here without being run,
and its event loop is then used like any other, as often as one likes.
"""

import asyncio
from collections.abc import Coroutine
from functools import cache, partial
from threading import Thread
from typing import Any, TypeVar

from scrapy.utils.misc import load_object
from scrapy.utils.reactor import install_reactor

from spiders import settings

T = TypeVar("T")


def run_until_complete(work: Coroutine[Any, Any, T]) -> T:
    """Run a coroutine to its end on the crawls' event loop, in the main thread; may be called again."""
    return _loop().run_until_complete(work)


@cache
def _loop() -> asyncio.AbstractEventLoop:
    # Made here, or Scrapy would make a default one first and leave it open.
    asyncio.set_event_loop(load_object(settings.ASYNCIO_EVENT_LOOP)())
    install_reactor(settings.TWISTED_REACTOR, settings.ASYNCIO_EVENT_LOOP)
    from twisted.internet import reactor  # noqa: PLC0415 - importing it earlier would install another one

    # The reactor's threads look up names and have nothing to finish: the process need not wait for them.
    reactor.getThreadPool().threadFactory = partial(Thread, daemon=True)
    reactor.startRunning(installSignalHandlers=False)
    return asyncio.get_event_loop()
