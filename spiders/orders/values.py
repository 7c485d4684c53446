# ruff: noqa: E501, RUF001, S105 - signs of money and letters as documents write them
"""What may stand behind a label: a number, a day, an amount, a seller; None where something else stands there."""

import re
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from spiders.orders.amounts import Money, Writing, amounts
from spiders.orders.dates import Day, Order, days
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
_UNIT = re.compile(
    r"[ \u00a0]?(?:€|£|\$|%|(?:kr|zł|kč|ft|lei|лв|eur|euros?|usd|gbp|chf|pts?|points?|punkte?|punten|pkt|puntos|punti|kg|g|ml|l|st|stk|pcs)\b)",
    re.IGNORECASE,
)
_BEFORE_DAY = re.compile(r"[^\d]{0,16}")
_TIME = re.compile(
    r"[\s,T–-]*(?:at|um|om|a las|à|kl\.?|o|ora|alle|às)?\s*(\d{1,2})[:.](\d{2})(?::(\d{2}))?\s*([AaPp][Mm])?\s*(?:Uhr|uur|h)?\s*([A-Z]{2,4})?\b"
)
_GROSS = re.compile(
    r"[\s:.\-–|]*(?:\(?(?:(?:incl|inkl|including|inclusive|inc|inclusief|ttc|brutto|gross|tvac|iva|btw|mwst|ust|vat|moms|mva|tax|alv|dph|ddv|pdv|pvn|pvm|afa|tva|φπα|inclusa|incluido|compresa|s|sis|med|mit|con|com|of|in|eur|usd|gbp|chf|pln|czk|huf|sek|nok|dkk|ron|€|£)[\s.:)]*)+)?",
    re.IGNORECASE,
)
_NET = re.compile(r"\b(?:excl|exkl|ekskl|ex|ohne|hors|ht|sin|senza|sem|eks|bez|netto|net|zzgl|without|before|fara)\b")
_BRACKET = re.compile(r"[\s:]*\(([^()\d]{0,30})\)")
_QUANTITY = re.compile(r"\d{1,4}")
_RATE = re.compile(r"\(?(\d{1,2}(?:[.,]\d+)?)\s?%\)?")


@dataclass(frozen=True, slots=True)
class Number:
    """A document's or an order's number, and what stands behind it."""

    text: str
    rest: str


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
    if not digits or _NO_NUMBER.fullmatch(told) or rest[:1] in {"@", "%", "€", "£", "$"} or "www." in told:
        return None
    if weak and not plain["sign"] and (digits < 3 or _is_quantity(told, rest)):
        return None
    printed = ":" in text[: plain.start("sign")] and plain["sign"] == "# "
    return Number(f"#{told}" if printed else told, rest)


def _is_quantity(told: str, rest: str) -> bool:
    """Tell whether digits behind a mere noun may be a year, a quantity or a sum: "order 2000 points"."""
    if not told.isdigit():
        return False
    few = len(told) < 4 or 1990 <= int(told) <= 2100 or (len(told) == 4 and _GOES_ON.match(rest) is not None)
    return few or _UNIT.match(rest) is not None


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


def gross(texts: list[str], writing: Writing) -> tuple[Money | None, Money | None]:
    """Return the total that texts begin with, and the tax, where net, tax and total stand side by side."""
    found = _sums(texts, writing)
    if len(found) == 3 and found[0].amount + found[1].amount == found[2].amount:
        return found[2], found[1]
    return (found[0] if len({each.amount for each in found}) == 1 else None), None


def tax(texts: list[str], writing: Writing) -> Money | None:
    """Return the tax that texts begin with: beside its base, the one that the rate makes of the other."""
    rate = _RATE.search(texts[0]) if texts else None
    found = _sums([_RATE.sub("", text, count=1) for text in texts], writing, base=True)
    if len(found) == 1:
        return found[0]
    if len(found) == 3 and found[0].amount + found[1].amount == found[2].amount:
        return found[1]
    if len(found) == 2 and rate:
        share = Decimal(rate[1].replace(",", ".")) / 100
        for base, part in (found, found[::-1]):
            if abs(base.amount * share - part.amount) <= Decimal("0.02"):
                return part
    return None


def _sums(texts: list[str], writing: Writing, *, base: bool = False) -> list[Money]:
    """Return the amounts that texts begin with; none where the first says that it is net."""
    found: list[Money] = []
    for text in texts:
        rest = _after_words(text)
        here = amounts(rest, writing) if rest is not None else []
        if not here or (here[0].start > 2 and not (base and here[0].start < 12)):
            if rest is None or (rest.strip(" :.-*|") and not _QUANTITY.fullmatch(rest)):
                break
            continue
        found.extend(here)
    return found


def _after_words(text: str) -> str | None:
    """Return what stands behind "incl. VAT", "(EUR)" and the like; None where it says that the amount is net."""
    if bracket := _BRACKET.match(text):
        if _NET.search(fold(bracket[1])):
            return None
        text = text[bracket.end() :]
    match = _GROSS.match(text)
    rest = text[match.end() :] if match else text
    return (text[match.start() :].lstrip(" :.-–|") if match and not match.group().strip(" :.-–|") else rest).lstrip()


def seller(text: str) -> str | None:
    """Return the seller's name that a text is: without brackets, addresses and links."""
    told = re.split(r"\(|\||,? ?https?:|\S+@", text.strip(" :.-"))[0].strip(" ,;")
    return told if 2 <= len(told) <= 60 and any(each.isalpha() for each in told) else None


def rate(text: str) -> str | None:
    """Return the rate of tax that a text names, without its sign."""
    match = _RATE.search(text)
    return match[1] if match else None


def is_filler(text: str) -> bool:
    """Tell whether nothing of value stands in a text: punctuation, a currency in brackets, "incl. VAT"."""
    rest = _after_words(text)
    return rest is not None and not rest.strip(" :.-–#*|()°")
