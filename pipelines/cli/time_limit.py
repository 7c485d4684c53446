"""A run that takes too long: it is asked to end, and where it does not listen, it is ended."""

import faulthandler
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

_GRACE_SECONDS = 90  # for what was asked to be answered, or to be given up (DOWNLOAD_TIMEOUT)


@contextmanager
def limited(limit: timedelta) -> Iterator[None]:
    """End this process's run in order after a time (SIGALRM does), and the process a minute and a half later.

    The second clock is one that runs in C: an expression that never comes to its end lets no other Python run.
    """
    seconds = limit.total_seconds()
    signal.setitimer(signal.ITIMER_REAL, seconds)
    faulthandler.dump_traceback_later(seconds + _GRACE_SECONDS, exit=True)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        faulthandler.cancel_dump_traceback_later()
