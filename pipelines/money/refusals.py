"""Texts that name an amount which is no price of a thing, and why."""

import re
from collections.abc import Callable

from pipelines.money import words
from pipelines.money.amounts import Amount

_LESS = re.compile(r"(?:^|[\s(])[-\u2013][^\w\s]{0,3}$")
_LESS_AT_FIRST = re.compile(r"\W*[-\u2013]\s?[^\w\s]{0,3}")
_CENTS = re.compile(r"[.,]\d\d$")
_RATING = re.compile(r"[★☆⭐]|\(\d[\d.,]*(?: ?[^\W\d_]+)?\)")
"""Stars, or how many have rated."""
_TIMES = re.compile(r"\s?[x×*]\s?\W{0,3}")  # noqa: RUF001 - as shops write it


def no_price(text: str) -> str | None:
    """Return what a text offers instead of a price; None where it may tell one.

    >>> no_price("2 for £5"), no_price("£5")
    ('many for one price', None)
    """
    return next((why for why, is_so in _REFUSALS.items() if is_so(text)), None)


def per_unit(text: str) -> str | None:
    """Return why a text tells what a kilogram costs, and not the thing; None where it does not."""
    return "the price of a kilogram or a litre" if words.PER_UNIT.search(text) else None


def misplaced(amount: Amount) -> str | None:
    """Return what an amount is by what stands beside it; None where it may be a price."""
    return next((why for why, is_so in _PLACES.items() if is_so(amount)), None)


def _is_one_of_several(amount: Amount) -> bool:
    before = amount.before.rstrip().removesuffix(amount.sign_before)
    return amount.before == ":" or bool(
        _TIMES.fullmatch(before) or (not amount.last and _TIMES.fullmatch(_behind(amount)))
    )


def _is_less(amount: Amount) -> bool:
    at_first = amount.first and _LESS_AT_FIRST.fullmatch(amount.before)
    return bool(at_first or (amount.signed and _LESS.search(amount.before)))


def _behind(amount: Amount) -> str:
    return amount.after.strip().removeprefix(amount.sign_after)


def uncertain(amount: Amount, text: str) -> str | None:
    """Return why a number without currency may be something else than a price; None where nothing says so."""
    if amount.signed:
        return None
    if not _CENTS.search(amount.written) and not words.UNSAID.match(amount.after):
        return "so many of something"
    return "a rating" if _RATING.search(text) else None


_REFUSALS: dict[str, Callable[[str], object]] = {
    "many for one price": words.MANY_FOR.search,
    "so many for the price of fewer": words.FREE.search,
    "paid by the month": words.PERIOD.search,
    "a deposit": words.DEPOSIT.search,
    "a saving": words.SAVING.search,
    "a fee": words.FEE.search,
    "for members": words.MEMBER.search,
}
_PLACES: dict[str, Callable[[Amount], object]] = {
    "what one must spend, or pays on top": lambda amount: words.CONDITION.search(amount.before),
    "what it cost before": lambda amount: words.GONE.search(amount.before),
    "the price of a kilogram or a litre": lambda amount: amount.signed and words.OF_UNIT.match(_behind(amount)),
    "one part of what is told": _is_one_of_several,
    "taken off, not paid": _is_less,
    "what comes on top": lambda amount: amount.first and amount.before.lstrip().startswith("+"),
}
