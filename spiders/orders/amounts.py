# ruff: noqa: E501, RUF001 - signs of money and letters as documents write them
"""Amounts of money in texts: a number with decimals or beside a currency, in the document's own way of writing."""

import re
from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from pipelines.money import Ambiguous, parse_money
from pipelines.records import Profile

_CODES = (
    "EUR|USD|GBP|CHF|PLN|CZK|SEK|NOK|DKK|HUF|RON|BGN|HRK|ISK|TRY|UAH|RUB|RSD|INR|CAD|AUD|NZD|JPY|CNY|ALL|MKD|BAM|MDL"
)
_SIGNS = {
    "€": "EUR", "£": "GBP", "₹": "INR", "₺": "TRY", "₴": "UAH", "₽": "RUB", "¥": "JPY", "zł": "PLN", "zl": "PLN",
    "kč": "CZK", "kc": "CZK", "ft": "HUF", "lei": "RON", "ron": "RON", "лв": "BGN", "rs": "INR", "tl": "TRY",
    "sfr": "CHF", "fr": "CHF", "us$": "USD", "euro": "EUR", "euros": "EUR", "грн": "UAH", "руб": "RUB",
}  # fmt: skip
_CURRENCY = rf"(?:(?:{_CODES})\b|US\$|€|£|\$|₹|₺|₴|₽|¥|(?:zł|zl|Kč|kr|Ft|lei|лв|Rs|TL|SFr|Fr|euros?|грн|руб)\b\.?)"
_NUMBER = r"\d{1,3}(?:[.,'’ \u00a0\u202f]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,4})?"
_AMOUNT = re.compile(
    rf"(?P<before>{_CURRENCY})?\s{{0,2}}(?P<minus>[-−–]\s?)?(?P<inner>{_CURRENCY})?\s{{0,2}}"
    rf"(?<![\w.,])(?P<number>{_NUMBER})(?![\d%]|[.,]\d|\s?%|[./-]\d)(?:,-|\.-|,–)?[ \u00a0\u202f]?(?P<after>{_CURRENCY})?",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(rf"\(\s*(?:in\s+)?({_CURRENCY})\s*\)", re.IGNORECASE)
_DECIMAL = re.compile(r"(?<![\d.,])\d[\d.,'’ ]{0,20}([.,])\d{2}(?![\d.,])")
_CROWNS = {"da": "DKK", "sv": "SEK", "no": "NOK"}


@dataclass(frozen=True, slots=True)
class Money:
    """An amount found in a text, and where it stands."""

    amount: Decimal
    currency: str | None
    start: int
    end: int


@dataclass(frozen=True)
class Writing:
    """How a document writes its amounts."""

    decimal: Literal[".", ","] | None
    """None where no amount tells."""
    crowns: str | None = None
    """Which crowns ``kr`` are."""
    dollars: str = "USD"


def writing_of(text: str, language: str | None) -> Writing:
    """Return how a document writes its amounts: as most that have two decimals do."""
    told = Counter(_DECIMAL.findall(text)).most_common(2)
    clear = bool(told) and (len(told) == 1 or told[0][1] > told[1][1])
    crowns = next((code for code in ("DKK", "SEK", "NOK") if re.search(rf"\b{code}\b", text)), None)
    dollars = next((code for code in ("CAD", "AUD", "NZD") if re.search(rf"\b{code}\b", text)), "USD")
    decimal: Literal[".", ","] | None = told[0][0] if clear else None
    return Writing(decimal, crowns or _CROWNS.get(language or ""), dollars)


def amounts(text: str, writing: Writing) -> list[Money]:
    """Return the amounts in a piece of text; a number without decimals and currency is none.

    >>> [(str(m.amount), m.currency) for m in amounts("3 x 1.299,50 € = EUR 3.898,50", Writing(","))]
    [('1299.50', 'EUR'), ('3898.50', 'EUR')]
    """
    found = []
    for match in _AMOUNT.finditer(text) if any(map(str.isdigit, text)) else ():
        sign = match["before"] or match["inner"] or match["after"]
        cut = text[match.end("number") : match.end("number") + 1] in {",", "."} and match["number"][-3:-2] not in {
            ",",
            ".",
        }
        number = None if cut else _number(match["number"], writing, has_currency=sign is not None)
        if number is not None:
            value = -number if match["minus"] else number
            found.append(Money(value, sign and _code(sign, writing), match.start(), match.end()))
    return found


def currencies(text: str, writing: Writing) -> set[str]:
    """Return the currencies of a text: beside its amounts, and in brackets as in "total (€)".

    >>> currencies("TOTAL (€) 38,54", Writing(","))
    {'EUR'}
    """
    beside = [money.currency for line in text.split("\n") for money in amounts(line[:2000], writing)]
    bracketed = [_code(match[1], writing) for match in _IN_BRACKETS.finditer(text)]
    return {code for code in (*beside, *bracketed) if code}


def _code(sign: str, writing: Writing) -> str | None:
    """Return the code of a sign; None for crowns of an unknown country."""
    plain = sign.rstrip(".")
    if plain == "$":
        return writing.dollars
    if plain.lower() == "kr":
        return writing.crowns
    return _SIGNS.get(plain.lower()) or plain.upper()


def _number(told: str, writing: Writing, *, has_currency: bool) -> Decimal | None:
    """Return the number; None for a quantity, and where 1.234 could be a thousand as well as one and a bit."""
    marks = re.sub(r"\d", "", told)
    decimals = re.search(r"[.,](\d+)$", told)
    if not marks:
        return Decimal(told) if has_currency and len(told) < 13 else None
    if decimals and len(decimals[1]) < 3:
        decimal = decimals[0][0]
    elif (decimals and len(decimals[1]) > 3) or (
        writing.decimal is None and len(set(marks)) == 1 and marks[-1] in ".,"
    ):
        return None
    else:
        decimal = writing.decimal or ("," if "." in marks else ".")
    try:
        return parse_money(f"{told} ", Profile(timezone="UTC", decimal=_as(decimal)))[0]
    except Ambiguous:
        return None


def _as(mark: str) -> Literal[".", ","]:
    return "," if mark == "," else "."
