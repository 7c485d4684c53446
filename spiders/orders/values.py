# ruff: noqa: E501, RUF001, S105 - signs of money and letters as documents write them
"""What may stand behind a label: a number, a day, a seller; None where something else stands there."""

import re
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from zoneinfo import ZoneInfo

from spiders.orders.dates import Day, Order, days
from spiders.orders.labels import languages
from spiders.orders.words import fold

_LEAD = r"[\s:.=–—>*|»(\[\"'°º\u200b-]*"
_SAYS = r"(?:(?:is|ist|lautet|est|es|é|è|e|är|ar|er|on|jest|je|este|to|luidt|yra|ir|är|е|είναι|was|nr|no|n|num|id|number|nummer|numero|número|numéro|numer|číslo|cislo|nº|šte|št|numărul|număr|szám|номер|αριθμός)\b[.°:]*\s*)?"
_TOKEN = r"[^\W_](?:[\w/.\-–_]*\w)?"
_NUMBER = re.compile(
    rf"{_LEAD}{_SAYS}(?P<sign>[#№°]?\s?)(?P<number>(?-i:[A-Z]{{1,5}}) \d[\w/.-]*|{_TOKEN})", re.IGNORECASE
)
_GROUPS = re.compile(rf"{_LEAD}(?P<number>(?:[A-Z]{{1,5}} )?\d+(?: \d+){{1,4}})\s*")
_NO_NUMBER = re.compile(
    r"\d{1,2}[./-]\d{1,2}[./-](?:\d{2}|\d{4})|(?:19|20)\d\d[./-]\d{1,2}[./-]\d{1,2}|\d+[.,]\d{2}|\d{1,2}:\d{2}.*|\d+%"
    r"|.*\.(?:pdf|xml|html?|jpe?g|png|zip)",
    re.IGNORECASE,
)
_PARTED = re.compile(r"\d{2,4} [-–/] \d{3,}(?![\w./-])")
"""One number, written wide: a year or a branch, and what was counted in it."""
_GOES_ON = re.compile(r"[ \u00a0]+[^\W\d]")
_MORE_DIGITS = re.compile(r"[ \u00a0]\d{2,}(?![\d.,/-]*\d{4}\b)")
_TELEPHONE = re.compile(r"0\d{1,5}[/-]\d{5,}")
_POSTCODE = re.compile(r"\d{5,6}[ \u00a0]+[^\W\d_a-zß-öø-ÿ]")
_LETTERS = re.compile(r"[A-Z]{9}")
"""A number without digits, of shops that draw letters; a word in capitals has more vowels."""
_DOUBTFUL = 0.6
_UNIT = re.compile(
    r"[ \u00a0]?(?:€|£|\$|%|(?:kr|zł|kč|ft|lei|лв|eur|euros?|usd|gbp|chf|pts?|points?|punkte?|punten|pkt|puntos|punti|kg|g|ml|l|st|stk|pcs)\b)",
    re.IGNORECASE,
)
_BEFORE_DAY = re.compile(r"[^\d]{0,16}")
_TIME = re.compile(
    r"[\s,T–-]*(?:at|um|om|a las|à|kl\.?|o|ora|alle|às)?\s*(\d{1,2})[:.](\d{2})(?::(\d{2}))?\s*([AaPp][Mm])?\s*(?:Uhr|uur|h)?\s*([A-Z]{2,4})?\b"
)


@dataclass(frozen=True, slots=True)
class Number:
    """A document's or an order's number, and what stands behind it."""

    text: str
    rest: str
    sure: float = 1.0
    """Below 1 for what may be something else: a postcode, a telephone, a word."""


def number(text: str, *, weak: bool) -> Number | None:
    """Return the number that a text begins with; ``weak``: only a noun announced it, so it must look like one."""
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
    digits = sum(each.isdigit() for each in told)
    if _LETTERS.fullmatch(told) and ":" in text[: plain.start("number")]:
        return Number(told, rest, _DOUBTFUL if weak or sum(map(told.count, "AEIOU")) > 2 else 0.8)
    if not digits or _NO_NUMBER.fullmatch(told) or rest[:1] in {"@", "%", "€", "£", "$"} or "www." in told:
        return None
    if weak and not plain["sign"] and (digits < 3 or _is_quantity(told, rest) or _is_telephone(told, rest)):
        return None
    printed = ":" in text[: plain.start("sign")] and plain["sign"] == "# "
    postcode = weak and not plain["sign"] and _POSTCODE.match(told + rest) is not None
    return Number(f"#{told}" if printed else told, rest, _DOUBTFUL if postcode else 1.0)


def bracketed(text: str) -> str | None:
    """Return the number in brackets, and what follows, of "your order at our shop (number: 10001) of 5 March"."""
    match = _bracket().search(fold(text))
    return text[match.end() :] if match and not any(map(str.isdigit, text[: match.start()])) else None


@cache
def _bracket() -> re.Pattern[str]:
    told = {fold(word) for table in languages().values() for word in table["number"]} - {"#", "id", "s"}
    return re.compile(rf"\((?:{'|'.join(sorted(map(re.escape, told), key=len, reverse=True))})\b[\s.:°]*(?=\S*\d)")


def _is_quantity(told: str, rest: str) -> bool:
    """Tell whether digits behind a mere noun may be a year, a quantity or a sum: "order 2000 points"."""
    if not told.isdigit():
        return False
    few = len(told) < 4 or 1990 <= int(told) <= 2100 or (len(told) == 4 and _GOES_ON.match(rest) is not None)
    return few or _UNIT.match(rest) is not None


def _is_telephone(told: str, rest: str) -> bool:
    """Tell whether digits behind a mere noun may be where one orders: "to order 0800 123 456", "order: 030/1234567"."""
    return (told.isdigit() and _MORE_DIGITS.match(rest) is not None) or _TELEPHONE.fullmatch(told) is not None


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
