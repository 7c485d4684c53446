"""The moment at which a source says that its answer was true."""

from datetime import UTC, datetime

from pipelines.clock import to_utc


def source_time(value: object, timezone: str) -> datetime | None:
    """Return the instant in UTC of an ISO text (local to ``timezone`` without offset) or a Unix time; None if neither.

    >>> source_time("2025-01-06T10:00", "Europe/Amsterdam"), source_time(1736154000000, "UTC")
    (datetime.datetime(2025, 1, 6, 9, 0), datetime.datetime(2025, 1, 6, 9, 0))
    """
    try:
        if isinstance(value, str):
            return to_utc(datetime.fromisoformat(value.strip()), timezone)
        if isinstance(value, int | float) and not isinstance(value, bool):
            seconds = value / 1000 if abs(value) > 1e11 else value
            return datetime.fromtimestamp(seconds, UTC).replace(tzinfo=None)
    except (ValueError, OverflowError, OSError):
        return None
    return None
