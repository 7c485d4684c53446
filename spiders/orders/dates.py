# ruff: noqa: E501, RUF001 - signs of money and letters as documents write them
"""Days in texts, in the forms of Europe and America; which of day and month comes first is never guessed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from spiders.orders.labels import languages
from spiders.orders.words import fold

Order = Literal["day", "month"] | None
"""What stands first in 03/04/2025; None where nothing in the document tells."""

_NUMERIC = re.compile(r"(?<![\d./-])(\d{1,4})(\s?[./-]\s?|\s)(\d{1,2})\2(\d{4}|\d{2})(?![\d/-])\.?")
_AMERICA = re.compile(
    r"\bunited states\b|\busa\b|\b(?-i:[A-Z]{2}) \d{5}(?:-\d{4})?\b|\bsales tax\b|\bzip code\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Day:
    """A day found in a text, and where it stands."""

    day: str
    """ISO 8601."""
    start: int
    end: int


@cache
def _months() -> dict[str, int]:
    return {
        fold(name): number
        for table in languages().values()
        for number, names in enumerate(table["months"], 1)
        for name in names.split()
    }


@cache
def _named() -> tuple[re.Pattern[str], ...]:
    month = "(?:" + "|".join(sorted(map(re.escape, _months()), key=len, reverse=True)) + ")"
    day, year = r"(?P<day>\d{1,2})", r"(?P<year>\d{4}|[’']?\d{2})"
    return (
        re.compile(rf"\b{day}(?:st|nd|rd|th|er|\.|º|°)?[\s./-]*(?:de |of |d')?(?P<month>{month})\b\.?,?[\s./-]*(?:de |del )?{year}(?!\d|:)"),
        re.compile(rf"\b(?P<month>{month})\b\.?\s*{day}(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})\b"),
        re.compile(rf"\b(?P<year>\d{{4}})[.,]?\s*(?:m\. |gada )?(?:{day}\.? )?(?P<month>{month})\b(?:\s*(?P<day2>\d{{1,2}}))?(?!\d)"),
    )  # fmt: skip


def days(text: str, order: Order = None) -> list[Day]:
    """Return the days that a text names, in its order; numeric ones only where it is known what stands first.

    >>> [day.day for day in days("19 april 2014, 3/14/2025, 03/04/2025, 2025-01-31")]
    ['2014-04-19', '2025-03-14', '2025-01-31']
    """
    found = [*_with_names(text), *_with_numbers(text, order)]
    return sorted(found, key=lambda day: (day.start, -day.end))


def _with_names(text: str) -> Iterator[Day]:
    plain = fold(text)
    for pattern in _named():
        for match in pattern.finditer(plain):
            told = match.groupdict()
            number = told["day"] or told.get("day2")
            if number and (day := _day(_year(told["year"]), _months()[told["month"]], int(number))):
                yield Day(day, match.start(), match.end())


def _with_numbers(text: str, order: Order) -> Iterator[Day]:
    for match in _NUMERIC.finditer(text):
        if day := _numeric(match, order):
            yield Day(day, match.start(), match.end())


def _numeric(match: re.Match[str], order: Order) -> str | None:
    one, middle, three = match[1], int(match[3]), match[4]
    if len(one) == 4:
        return _day(int(one), middle, int(three)) if len(three) == 2 else None
    if len(one) > 2 or (match[2].isspace() and len(three) == 2):
        return None
    first, year = int(one), _year(three)
    if "." in match[2] or middle > 12 or first > 12 or first == middle:
        return _day(year, first, middle) if middle > 12 and "." not in match[2] else _day(year, middle, first)
    if order is None:
        return None
    return _day(year, middle, first) if order == "day" else _day(year, first, middle)


def _year(told: str) -> int:
    number = int(told.strip("’'"))
    return number if number > 99 else 2000 + number


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat() if 1990 <= year <= 2100 else None
    except ValueError:
        return None


def order_of(text: str, european: bool) -> Order:
    """Return what stands first in a document's numeric days; ``european``: something in it is of no other place.

    A day that can be read in one way only decides for all; next what is American or European about the document.
    """
    told = {_leading(match) for match in _NUMERIC.finditer(text)} - {None}
    if len(told) == 1:
        return told.pop()
    if told:
        return None
    american = _AMERICA.search(text) is not None
    if american != european:
        return "month" if american else "day"
    return None


def _leading(match: re.Match[str]) -> Order:
    if len(match[1]) > 2 or "." in match[2]:
        return None
    first, middle = int(match[1]), int(match[3])
    if first > 12 >= middle:
        return "day"
    return "month" if middle > 12 >= first else None
