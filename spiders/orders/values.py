# ruff: noqa: E501, RUF001 - signs of money and letters as documents write them
"""What may stand behind a label: a day, a time, a seller; None where something else stands there."""

import re
from datetime import datetime
from zoneinfo import ZoneInfo

from spiders.orders.dates import Day, Order, days

_BEFORE_DAY = re.compile(r"[^\d]{0,16}")
_TIME = re.compile(
    r"[\s,T–-]*(?:at|um|om|a las|à|kl\.?|o|ora|alle|às)?\s*(\d{1,2})[:.](\d{2})(?::(\d{2}))?\s*([AaPp][Mm])?\s*(?:Uhr|uur|h)?\s*([A-Z]{2,4})?\b"
)


def day(text: str, order: Order) -> Day | None:
    """Return the day that a text begins with; a weekday or a small word may stand before it."""
    found = next(iter(days(text[:60], order)), None)
    return found if found and _BEFORE_DAY.fullmatch(text[: found.start]) else None


def instant(text: str, at: Day, timezone: ZoneInfo) -> datetime | None:
    """Return the time that stands behind a day; None for a zone that is only an abbreviation of unknown meaning."""
    match = _TIME.match(text[at.end : at.end + 24])
    if match is None or match[5] not in {None, "UTC", "GMT"}:
        return None
    hour = int(match[1]) % 12 + 12 * (match[4].lower() == "pm") if match[4] else int(match[1])
    try:
        told = datetime.fromisoformat(f"{at.day}T{hour:02d}:{match[2]}:{match[3] or '00'}")
    except ValueError:
        return None
    return told.replace(tzinfo=ZoneInfo("UTC") if match[5] else timezone)


def seller(text: str) -> str | None:
    """Return the seller's name that a text is: without brackets, addresses and links."""
    told = re.split(r"\(|\||,? ?https?:|\S+@", text.strip(" :.-"))[0].strip(" ,;")
    return told if 2 <= len(told) <= 60 and any(each.isalpha() for each in told) else None
