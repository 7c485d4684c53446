"""What a kilogram, a litre or a piece costs: computed by us, and as the shop states it."""

import re
from decimal import Decimal

from pipelines.money import parse_money
from pipelines.quantity import Quantity, Unquantified
from pipelines.records import Profile
from pipelines.units import EACH, NAMED, NUMBER, Unit, size

_PER = re.compile(
    rf"(?:/|=|{EACH}) ?({NUMBER})? ?({NAMED})\b\.?|({NUMBER})? ?\b({NAMED}) ?=|()\b(each)\b", re.IGNORECASE
)
_SMALL = re.compile(r"\W*(\d+(?:\.\d+)?) ?(p|¢|c|ct|cts|cents?)\W*")
_EXACT = Decimal("0.0001")


def unit_price(price: Decimal, quantity: Quantity) -> Decimal:
    """Return the price of a kilogram, a litre or a piece.

    >>> unit_price(Decimal("2.97"), Quantity(amount=Decimal("1.98"), unit="l"))
    Decimal('1.5000')
    """
    return (price / quantity.amount).quantize(_EXACT)


def parse_unit_price(text: str, profile: Profile) -> tuple[Decimal, Unit, str | None]:
    """Return the price of a kilogram, litre or piece that a shop states, and its currency.

    Raises Unquantified where no unit is named, Ambiguous where the price is not clear.

    >>> parse_unit_price("1,29 € / 100 g", Profile(timezone="UTC", decimal=","))
    (Decimal('12.9000'), 'kg', 'EUR')
    >>> parse_unit_price("1,29 €", Profile(timezone="UTC", decimal=","))
    Traceback (most recent call last):
    pipelines.quantity.Unquantified: '1,29 €' names no unit
    """
    named = list(_PER.finditer(text))
    if len(named) != 1:
        raise Unquantified(f"{text!r} names {'several units' if named else 'no unit'}")
    number, word = _size_and_unit(named[0])
    amount, unit = size(number, word)
    if not amount:
        raise Unquantified(f"{text!r} is the price of nothing")
    price, currency = _price(text[: named[0].start()] + text[named[0].end() :], profile)
    return (price / amount).quantize(_EXACT), unit, currency


def _price(text: str, profile: Profile) -> tuple[Decimal, str | None]:
    """Return an amount of money, which beside a unit may be pence or cents: ``75p per 100g``."""
    small = _SMALL.fullmatch(text)
    if not small:
        return parse_money(text, profile)
    number, sign = small.groups()
    return Decimal(number) / 100, "GBP" if sign == "p" else profile.currency


def _size_and_unit(match: re.Match[str]) -> tuple[str | None, str]:
    """Return what stands beside the price, whichever side of it: ``/ 100 g``, ``100 g =``, ``each``."""
    size, word, size_first, word_first, _, each = match.groups()
    return size or size_first, word or word_first or each
