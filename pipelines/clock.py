"""The only place that reads the clock.

A simulated day is the same code on another clock: ``pin`` sets it in this process, and the environment variable
``ORDERSCOPE_NOW`` (an ISO instant) sets it in a process from its start on. Either way it runs on from there.
"""

import os
import time
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

_offset = timedelta(0)


def _real() -> datetime:
    return datetime.fromtimestamp(time.time(), UTC).replace(tzinfo=None)


def now_utc() -> datetime:
    """Return the current instant: UTC, without time zone, as every ``_utc`` column holds it."""
    return _real() + _offset


def pin(instant_utc: datetime) -> None:
    """Let the clock of this process show ``instant_utc`` now, and run on from there."""
    global _offset  # noqa: PLW0603 - one clock a process is the point
    _offset = instant_utc - _real()


def to_utc(moment: datetime, timezone: str) -> datetime:
    """Turn a moment into UTC without zone; one without offset is read on the wall clock of ``timezone``.

    >>> to_utc(datetime(2025, 7, 1, 10), "Europe/Amsterdam")
    datetime.datetime(2025, 7, 1, 8, 0)
    """
    aware = moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo(timezone))
    return aware.astimezone(UTC).replace(tzinfo=None)


if "ORDERSCOPE_NOW" in os.environ:
    pin(to_utc(datetime.fromisoformat(os.environ["ORDERSCOPE_NOW"]), "UTC"))
