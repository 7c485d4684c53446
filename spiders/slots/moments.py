"""Moments as sources write them: days, times of day, both, windows from one time to another."""

import re
from datetime import UTC, date, datetime, time
from functools import lru_cache

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DATE = re.compile(
    r"(\d{4})(?:([-/.])(\d\d?)\2(\d\d?)|(\d\d)(\d\d))(?:[T ]00:00(?::00)?(?:\.0+)?(?:Z|[+-]\d\d:?\d\d)?)?"
)
_DAY_FIRST = re.compile(r"(\d\d?)[.-](\d\d?)[.-](\d{4})")
_NAMED = re.compile(
    r"(?:[a-z]+\.?,? )?"
    r"(?:(\d\d?)(?:st|nd|rd|th|\.)? ([a-z]{3})[a-z]*\.?|([a-z]{3})[a-z]*\.? (\d\d?)(?:st|nd|rd|th)?),? (\d{4})"
)
_CLOCK = re.compile(r"(\d\d?)(?:[:.h](\d\d))?(?::(\d\d)(?:\.\d+)?)? ?(a\.?m\.?|p\.?m\.?|uhr|h|uur)?", re.IGNORECASE)
_WINDOW = re.compile(
    r"\s*(?:-|\u2010|\u2011|\u2012|\u2013|\u2014|\bto\b|\btot\b|\bbis\b|\buntil\b|\bà\b|\ba\b|\bal\b|/)\s*",
    re.IGNORECASE,
)
_INSTANT = re.compile(r"\d{4}-?\d\d-?\d\d[T ]\d\d:?\d\d.*")
_FIRST_YEAR, _LAST_YEAR = 1990, 2100


def day_of(said: object) -> date | None:
    """Return the day that a text names, None where it names none. Days come before months only where the year is last.

    >>> day_of("2025-01-06"), day_of("2021-01-12T00:00:00.000Z"), day_of("06.01.2025"), day_of("Mon 6 January 2025")
    (datetime.date(2025, 1, 6), datetime.date(2021, 1, 12), datetime.date(2025, 1, 6), datetime.date(2025, 1, 6))
    >>> day_of("2021-06-185"), day_of("2025-01-06T10:00"), day_of("202112")
    (None, None, None)
    """
    return _day(said.strip()) if isinstance(said, str) and 6 <= len(said) <= 40 else None


@lru_cache(maxsize=100_000)
def _day(text: str) -> date | None:
    parts: tuple[int, int, int] | None = None
    if found := _DATE.fullmatch(text):
        parts = int(found[1]), int(found[3] or found[5]), int(found[4] or found[6])
    elif found := _DAY_FIRST.fullmatch(text):
        parts = int(found[3]), int(found[2]), int(found[1])
    elif (found := _NAMED.fullmatch(text.lower())) and (name := found[2] or found[3]) in _MONTHS:
        parts = int(found[5]), _MONTHS.index(name) + 1, int(found[1] or found[4])
    if parts is None or not _FIRST_YEAR <= parts[0] <= _LAST_YEAR:
        return None
    try:
        return date(*parts)
    except ValueError:
        return None


def time_of(said: object) -> time | None:
    """Return the time of day that a text is, None where it is none; a bare number is none without its am or pm.

    >>> time_of("07:30AM"), time_of("18:30:00.0"), time_of("9 pm"), time_of("14h30"), time_of("7")
    (datetime.time(7, 30), datetime.time(18, 30), datetime.time(21, 0), datetime.time(14, 30), None)
    """
    found = _CLOCK.fullmatch(said.strip()) if isinstance(said, str) and len(said) <= 20 else None
    if not found or (found[2] is None and found[4] is None):
        return None
    hour, half = int(found[1]), (found[4] or "").lower().replace(".", "")
    if half in ("am", "pm"):
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "pm" else 0)
    if hour == 24 and not int(found[2] or 0):
        hour = 0  # as an end: the midnight that follows
    return (
        time(hour, int(found[2] or 0), int(found[3] or 0))
        if hour < 24 and int(found[2] or 0) < 60 > int(found[3] or 0)
        else None
    )


def window_of(said: object) -> tuple[time, time] | None:
    """Return from when until when a text of two times says.

    >>> window_of("07:30AM - 08:00AM"), window_of("06:15:00.0 - 22:00:00.0"), window_of("9:00")
    ((datetime.time(7, 30), datetime.time(8, 0)), (datetime.time(6, 15), datetime.time(22, 0)), None)
    """
    parts = _WINDOW.split(said.strip()) if isinstance(said, str) and len(said) <= 60 else []
    if len(parts) != 2:
        return None
    end = time_of(parts[1])
    start = time_of(parts[0]) or _with_half_of(parts[0], parts[1])
    return (start, end) if start and end else None


def _with_half_of(first: str, second: str) -> time | None:
    """Read "7:30" or "7" of "7-8 pm", of "10-12" none."""
    half = re.search(r"(?:am|pm|uhr|uur|h)$", second.strip(), re.IGNORECASE)
    return time_of(f"{first.strip()}{half[0]}") if half else None


def moment_of(said: object) -> datetime | None:
    """Return a full moment: ISO 8601, with its offset if it has one, or Unix seconds or milliseconds.

    >>> moment_of("2021-03-10T15:00:00-05"), moment_of("2021-09-17 10:00"), moment_of("10:00")
    (datetime.datetime(2021, 3, 10, 15, 0, tzinfo=datetime.timezone(datetime.timedelta(days=-1, seconds=68400))), \
datetime.datetime(2021, 9, 17, 10, 0), None)
    """
    try:
        if isinstance(said, str):
            return _moment(said.strip())
        if isinstance(said, int | float) and not isinstance(said, bool):
            seconds = said / 1000 if said > 1e11 else said
            moment = datetime.fromtimestamp(seconds, UTC) if seconds > 6e8 else None
            return moment if moment and moment.year <= _LAST_YEAR else None
    except (ValueError, OverflowError, OSError):
        return None
    return None


@lru_cache(maxsize=100_000)
def _moment(text: str) -> datetime | None:
    return datetime.fromisoformat(text) if _INSTANT.fullmatch(text) else None
