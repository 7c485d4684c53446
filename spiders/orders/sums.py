# ruff: noqa: RUF001 - signs of money and letters as documents write them
"""Sums that stand behind a label: a total, a tax; none where it says that they are net."""

import re
from decimal import Decimal

from spiders.orders.amounts import Money, Writing, amounts
from spiders.orders.words import fold

_GROSS = re.compile(
    r"[\s:.\-–|]*(?:\(?(?:(?:incl|inkl|including|inclusive|inc|inclusief|ttc|brutto|gross|tvac|iva|btw|mwst|ust|vat|moms|mva|tax|alv|dph|ddv|pdv|pvn|pvm|afa|tva|φπα|inclusa|incluido|compresa|s|sis|med|mit|con|com|of|in|eur|usd|gbp|chf|pln|czk|huf|sek|nok|dkk|ron|€|£)[\s.:)]*)+)?",
    re.IGNORECASE,
)
_NET = re.compile(r"\b(?:excl|exkl|ekskl|ex|ohne|hors|ht|sin|senza|sem|eks|bez|netto|net|zzgl|without|before|fara)\b")
_BRACKET = re.compile(r"[\s:]*\(([^()\d]{0,30})\)")
_MONEY = re.compile(r"[€£$]?\d")
_MINUS = re.compile(r"(?:^|[\s:])-[€£]?$")
_QUANTITY = re.compile(r"\d{1,4}")
_RATE = re.compile(r"\(?(\d{1,2}(?:[.,]\d+)?)\s?%\)?")


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
    rest = text[match.end() :].lstrip() if match else text.lstrip()
    return f"-{rest}" if match and _MINUS.search(match.group()) and _MONEY.match(rest) else rest


def rate(text: str) -> str | None:
    """Return the rate of tax that a text names, without its sign."""
    match = _RATE.search(text)
    return match[1] if match else None


def is_filler(text: str) -> bool:
    """Tell whether nothing of value stands in a text: punctuation, a currency in brackets, "incl. VAT"."""
    rest = _after_words(text)
    return rest is not None and not rest.strip(" :.-–#*|()°")
