"""Is the place there yet, and still? Told by a status, by dates, and by what shops write into names."""

import re
import tomllib
from collections import Counter
from collections.abc import Mapping
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path

from pipelines.plain_text import plain
from pipelines.records import Row

_WORDS: Mapping[str, re.Pattern[str]] = {
    status: re.compile(r"\b(" + "|".join(re.escape(plain(phrase)) for phrase in phrases) + r")\b")
    for status, phrases in tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8")).items()
}
_DATES = ("opens_on", "closes_on")
_FIRST_YEAR, _LAST_YEAR = 1900, 2100  # beyond them a date is how a system writes "none"


def with_standing(row: Row, seen_on: date, repairs: Counter[str]) -> Row:
    """Return the row of a location with its dates as dates, and the status that follows from them and from its words.

    A date that cannot be read is left out and counted: the place is there all the same.
    """
    told = dict(row)
    for name in _DATES:
        if told.get(name) not in (None, ""):
            told[name] = _day(told[name])
            if told[name] is None:
                repairs[f"{name} not understood"] += 1
    status, reason = _by_date(told, seen_on) or _by_words(told) or (None, None)
    if status and told.get("status") != status:
        told |= {"status": status, "status_reason": reason}
    return told


def _by_date(told: Row, seen_on: date) -> tuple[str, str] | None:
    opens, closes = (told.get(name) for name in _DATES)
    if isinstance(closes, date) and closes <= seen_on:
        return "closed", f"the source says that it closes on {closes}"
    if isinstance(opens, date) and opens > seen_on:
        return "coming_soon", f"the source says that it opens on {opens}"
    return None


def _by_words(told: Row) -> tuple[str, str] | None:
    for field in ("status", "name"):
        if found := _said(told.get(field)):
            status, words = found
            return status, f"its {field} says: {words}"
    return None


@lru_cache(maxsize=4096)  # a list says the same few words of its entries' status, and the same names every day
def _said(text: object) -> tuple[str, str] | None:
    bare = plain(text)
    found = ((status, words.search(bare)) for status, words in _WORDS.items())
    return next(((status, match[0]) for status, match in found if match), None)


def _day(raw: object) -> date | None:
    """Return the day of an ISO date or moment, None for anything else: 03/04/2025 is two days.

    >>> _day("2025-03-01T00:00:00Z"), _day("20250301"), _day("03/04/2025"), _day("9999-12-31")
    (datetime.date(2025, 3, 1), datetime.date(2025, 3, 1), None, None)
    """
    try:
        day = datetime.fromisoformat(str(raw).strip()).date()
    except ValueError:
        return None
    return day if _FIRST_YEAR < day.year < _LAST_YEAR else None
