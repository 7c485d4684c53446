# ruff: noqa: E501, RUF001 - letters as documents write them
"""The number that stands behind a label; None where something else stands there."""

import re
from dataclasses import dataclass
from functools import cache

from spiders.orders.labels import languages
from spiders.orders.nouns import DOUBTFUL, likelihood
from spiders.orders.words import fold

_LEAD = r"[\s:.=–—>*|»(\[\"'°º\u200b-]*"
_SAYS = r"(?:(?:is|ist|lautet|est|es|é|è|e|är|ar|er|on|jest|je|este|to|luidt|yra|ir|är|е|είναι|was|nr|no|n|num|id|number|nummer|numero|número|numéro|numer|číslo|cislo|nº|šte|št|numărul|număr|szám|номер|αριθμός)\b[.°:]*\s*(?:(?:el|le|la|il|o|die|das|de)\b\s*)?)?"
_NTH = r"(?:\d\d?:\s+(?=\S*\d{3}))?"
"""The first, the second of several: "invoice 1: 4711"."""
_WORD = r"[^\W_](?:[\w/.\-–_]*\w)?"
_NUMBER = re.compile(
    rf"{_LEAD}{_NTH}{_SAYS}(?P<sign>[#№°]?\s?)(?P<number>(?-i:[A-Z]{{1,5}} (?:[A-Z\d]{{1,8}}/)?)\d[\w/.-]*|{_WORD})",
    re.IGNORECASE,
)
_GROUPS = re.compile(rf"{_LEAD}(?P<number>(?:[A-Z]{{1,5}} )?\d+(?: \d+){{1,4}})\s*")
_NO_NUMBER = re.compile(
    r"(?:[0-3]?\d([./-])[01]?\d|[01]?\d([./-])[0-3]?\d)(?:\1|\2)(?:\d{2}|\d{4})|(?:19|20)\d\d([./-])\d{1,2}\3\d{1,2}|(?:[A-Z]{3} )?\d+[.,]\d{2}|\d{1,2}:\d{2}.*|\d+%"
    r"|.*\.(?:pdf|xml|html?|jpe?g|png|zip)",
    re.IGNORECASE,
)
_LIKE_DAY = re.compile(r"\d{1,4}/\d{1,2}/\d{4}")
"""The number of an invoice in its month, or a day."""
_PARTED = re.compile(r"\d{2,4} [-–/] \d{3,}(?![\w./-])")
"""One number, written wide: a year or a branch, and what was counted in it."""
_LETTERS = re.compile(r"[A-Z]{9}")
"""A number without digits, of shops that draw letters; a word in capitals has more vowels."""
_WORD_BEFORE = re.compile(r"[A-Z]+ \d+")
"""A number of letters and digits, or a word in capitals and a number of something else: "ORDER NOW 0800"."""
_GOES_ON_ELSEWHERE = re.compile(r"[-/–]\s*")
"""Behind a number that was broken at the end of its line."""
_SIGNS = {"@", "%", "€", "£", "$"}


@dataclass(frozen=True, slots=True)
class Number:
    """A document's or an order's number, and what stands behind it."""

    text: str
    rest: str
    sure: float = 1.0
    """Below 1 for what may be something else: a postcode, a telephone, a word."""


def number(text: str, *, weak: bool, like_days: bool = False) -> Number | None:
    """Return the number that a text begins with; ``weak``: only a noun announced it, so it must look like one.

    ``like_days``: what looks like a day with strokes is a number, as the document writes its days otherwise.
    """
    groups = _GROUPS.fullmatch(text)
    if groups and not weak:
        return Number(groups["number"], "")
    plain = _NUMBER.match(text)
    if plain is None:
        return None
    end = plain.end("number")
    more = _PARTED.match(text, plain.start("number"))
    told = text[plain.start("number") : more.end() if more else end].rstrip(".-–_/")
    rest = text[plain.start("number") + len(told) :]
    if _LETTERS.fullmatch(told) and sum(map(told.count, "AEIOU")) < 3 and _is_value(text, told, weak=weak):
        return Number(told, rest, 0.8)
    series = like_days and not weak and _LIKE_DAY.fullmatch(told)
    if not any(map(str.isdigit, told)) or (_NO_NUMBER.fullmatch(told) and not series):
        return None
    if _GOES_ON_ELSEWHERE.fullmatch(rest) or rest[:1] in _SIGNS or "www." in told:
        return None
    sure = likelihood(told, rest) if weak and not plain["sign"] else 1.0
    if weak and _WORD_BEFORE.fullmatch(told) and ":" not in text[: plain.start("number")]:
        sure = min(sure, DOUBTFUL)
    printed = ":" in text[: plain.start("sign")] and plain["sign"] == "# "
    return Number(f"#{told}" if printed else told, rest, sure) if sure else None


def _is_value(text: str, told: str, *, weak: bool) -> bool:
    """Tell whether a word without digits stands where a value does: behind a colon, or alone where a label wants one."""
    return ":" in text[: text.index(told)] or (text.strip() == told and not weak)


def bracketed(text: str) -> str | None:
    """Return the number in brackets, and what follows, of "your order at our shop (number: 10001) of 5 March"."""
    match = _bracket().search(fold(text))
    return text[match.end() :] if match and not any(map(str.isdigit, text[: match.start()])) else None


@cache
def _bracket() -> re.Pattern[str]:
    told = {fold(word) for table in languages().values() for word in table["number"]} - {"#", "id", "s"}
    return re.compile(rf"\((?:{'|'.join(sorted(map(re.escape, told), key=len, reverse=True))})\b[\s.:°]*(?=\S*\d)")
