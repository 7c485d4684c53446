"""An offer as a page tells it, and the words and numbers of structured data."""

import re
from dataclasses import dataclass
from decimal import Decimal
from unicodedata import category

from pipelines.money import Ambiguous, parse_money
from pipelines.money.currencies import DECIMALS, codes_of
from pipelines.records import Profile

_IN_STOCK = {"instock", "limitedavailability", "onlineonly", "instoreonly", "available", "lowstock", "availablenow"}
_OUT_OF_STOCK = {
    "outofstock", "soldout", "discontinued", "backorder", "backordered", "preorder", "presale", "oos", "unavailable",
    "notavailable", "reserved", "madetoorder", "onbackorder",
}  # fmt: skip
_POINT = re.compile(r"\d+(\.\d+)?", re.ASCII)
_GROUPED = re.compile(r"[1-9]\d{0,2}\.\d{3}", re.ASCII)
"""A currency with cents has no thousandths: the point may part thousands, as people write them."""
_FINEST = Decimal("0.000001")
"""What is beyond it is no price but the rounding of a binary fraction."""
_NO_LETTER = re.compile(r"[^a-z]")


@dataclass(frozen=True, kw_only=True)
class Offer:
    """A price at which a page offers something; None is what it does not tell."""

    name: str | None = None
    group: str | None = None
    """What it is a variant of."""
    sku: str | None = None
    """The shop's own identifier."""
    gtin: str | None = None
    """With a right check digit."""
    brand: str | None = None
    size: str | None = None
    """How much there is of it, as the shop writes it."""
    price: Decimal | None = None
    """What one pays; None where the page shows no price."""
    currency: str | None = None
    """ISO 4217."""
    list_price: Decimal | None = None
    """The crossed-out price beside it."""
    unit_price: Decimal | None = None
    unit: str | None = None
    """What the unit price is for: kg, l, piece."""
    availability: str | None = None
    """in_stock or out_of_stock, by the page's markup."""
    availability_text: str | None = None
    """The same by the words that a reader sees."""
    kind: str = "price"
    """price, from (the cheapest of several), or per_period."""
    method: str
    """By which evidence it was read, and what spoke against it."""
    url: str | None = None


def availability(told: object) -> str | None:
    """Return what a word of schema.org, OpenGraph or a shop says of availability.

    >>> availability("https://schema.org/InStock"), availability("out of stock"), availability("maybe")
    ('in_stock', 'out_of_stock', None)
    """
    word = _NO_LETTER.sub("", str(told).strip().rstrip("/").rsplit("/", 1)[-1].lower())
    return "in_stock" if word in _IN_STOCK else "out_of_stock" if word in _OUT_OF_STOCK else None


def amount(told: object, code: str | None) -> Decimal | None:
    """Return an amount of structured data; None for what is none, and for the 0 of shops that have no price to tell.

    Such data writes a decimal point, whatever the page's language; where the currency has no decimals, three digits
    behind the point are thousands; where it has cents, nobody knows.

    >>> amount("1299.000", "EUR"), amount("24.990", "CLP"), amount("1.299,00", "EUR"), amount("1.299", "EUR")
    (Decimal('1299.00'), Decimal('24990'), Decimal('1299.00'), None)
    """
    text = str(told).strip()
    minor = DECIMALS.get(code or "")
    pointed = _POINT.fullmatch(text) and minor != 0
    if pointed and minor == 2 and _GROUPED.fullmatch(text):
        return None
    try:
        value = Decimal(text) if pointed else parse_money(text, Profile(timezone="UTC", currency=code))[0]
    except Ambiguous:
        return None
    if not 0 < value < Decimal(10) ** 12:
        return None
    exact = value.quantize(_FINEST).normalize()
    places = max(2, -int(exact.as_tuple().exponent)) if value != value.to_integral_value() or "." in str(value) else 0
    return exact.quantize(Decimal(1).scaleb(-places))


def written_currency(told: object, market: str | None) -> str | None:
    """Return the currency whose sign stands in a price; ``market`` is what ``$`` means there.

    >>> written_currency("12,99 €", None), written_currency("$5", "CLP"), written_currency("12,99", "CLP")
    ('EUR', 'CLP', None)
    """
    text = str(told or "")
    if not any(sign.isalpha() or category(sign) == "Sc" for sign in text):
        return None
    try:
        return parse_money(text, Profile(timezone="UTC", currency=market))[1]
    except Ambiguous:
        return None


def currency(told: object) -> str | None:
    """Return the ISO code that structured data names; a sign only where it means one.

    >>> currency("pln"), currency("€"), currency("$"), currency("YTL")
    ('PLN', 'EUR', None, None)
    """
    text = str(told or "").strip()
    codes = codes_of(text.upper()) if len(text) == 3 and text.isascii() and text.isalpha() else codes_of(text)
    return codes[0] if len(codes) == 1 else None
