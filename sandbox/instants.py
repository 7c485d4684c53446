"""Instants are seconds since 1970-01-01 UTC inside the world; here they meet datetimes and text."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo


def instant_of(moment: datetime) -> int:
    """Return the instant of a datetime, fractions of a second dropped; one without zone is UTC.

    >>> instant_of(datetime(1970, 1, 2))
    86400
    """
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return int(aware.timestamp() // 1)


def utc_of(instant: int) -> datetime:
    """Return the instant as a datetime in UTC that carries no zone.

    >>> utc_of(86400)
    datetime.datetime(1970, 1, 2, 0, 0)
    """
    return datetime.fromtimestamp(instant, UTC).replace(tzinfo=None)


def local_of(instant: int, timezone: str) -> datetime:
    """Return the instant as a datetime on the wall clock of ``timezone``, its offset with it.

    >>> local_of(86400, "Europe/Amsterdam").isoformat()
    '1970-01-02T01:00:00+01:00'
    """
    return datetime.fromtimestamp(instant, ZoneInfo(timezone))
