"""The only place that reads the clock.

A simulated day is the same code on another clock: ``pin`` sets it in this process, and the environment variable
``ORDERSCOPE_NOW`` (an ISO instant) sets it in a process from its start on. Either way it runs on from there, and
``ORDERSCOPE_SPEED`` times as fast as time goes by.
"""

import os
import time
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

_SPEED = float(os.environ.get("ORDERSCOPE_SPEED", "1"))
_pinned: tuple[datetime, datetime] | None = None  # what the clock showed, and when that was


def _real() -> datetime:
    return datetime.fromtimestamp(time.time(), UTC).replace(tzinfo=None)


def now_utc() -> datetime:
    """Return the current instant: UTC, without time zone, as every ``_utc`` column holds it."""
    if _pinned is None:
        return _real()
    shown, since = _pinned
    return shown + (_real() - since) * _SPEED


def pin(instant_utc: datetime) -> None:
    """Let the clock of this process show ``instant_utc`` now, and run on from there."""
    global _pinned  # noqa: PLW0603 - one clock a process is the point
    _pinned = instant_utc, _real()


def environment() -> dict[str, str]:
    """Return the environment in which a process that is begun now has this clock."""
    return dict(os.environ) if _pinned is None else {**os.environ, "ORDERSCOPE_NOW": now_utc().isoformat()}


def to_local(instant_utc: datetime, timezone: str) -> datetime:
    """Return what the wall clock of ``timezone`` shows at an instant, without zone.

    >>> to_local(datetime(2025, 7, 1, 8), "Europe/Amsterdam")
    datetime.datetime(2025, 7, 1, 10, 0)
    """
    return instant_utc.replace(tzinfo=UTC).astimezone(ZoneInfo(timezone)).replace(tzinfo=None, fold=0)


def to_utc(moment: datetime, timezone: str) -> datetime:
    """Turn a moment into UTC without zone; one without offset is read on the wall clock of ``timezone``.

    >>> to_utc(datetime(2025, 7, 1, 10), "Europe/Amsterdam")
    datetime.datetime(2025, 7, 1, 8, 0)
    """
    aware = moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo(timezone))
    return aware.astimezone(UTC).replace(tzinfo=None)


if "ORDERSCOPE_NOW" in os.environ:
    pin(to_utc(datetime.fromisoformat(os.environ["ORDERSCOPE_NOW"]), "UTC"))
