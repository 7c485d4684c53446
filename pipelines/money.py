"""The only place that parses prices; what is ambiguous is refused, never guessed."""

import re
from decimal import Decimal

from price_parser import Price as Parsed

from pipelines.records import Profile

_NUMBER = re.compile(r"\d[\d.,'\u2019\s\u00a0\u202f]*")
_WRITTEN = {  # by decimal separator: thousands in groups of three, a decimal part of any length
    ".": re.compile(r"(\d{1,3}([,'\u2019\s]\d{3})+|\d+)(\.\d+)?"),
    ",": re.compile(r"(\d{1,3}([.'\u2019\s]\d{3})+|\d+)(,\d+)?"),
}
_POINT = {".": str.maketrans({",": ""}), ",": str.maketrans({".": "", ",": "."})}
_PLAIN = re.compile(r"-?\d+(\.\d+)?")
_CURRENCY_OF_SIGN = {"€": "EUR", "£": "GBP", "zł": "PLN", "Kč": "CZK", "Ft": "HUF", "₹": "INR", "CHF": "CHF"}


class Ambiguous(ValueError):  # noqa: N818 - it is what the text is, not what we did wrong
    """The text does not say one amount; the message says why."""


def parse_money(value: object, profile: Profile) -> tuple[Decimal, str | None]:
    """Return the amount and its ISO 4217 currency (None where neither text nor profile tell); raises Ambiguous.

    >>> parse_money("1.299,50 €", Profile(timezone="UTC", decimal=","))
    (Decimal('1299.50'), 'EUR')
    >>> parse_money("2 for £5", Profile(timezone="UTC"))
    Traceback (most recent call last):
    pipelines.money.Ambiguous: '2 for £5' holds 2 numbers: an offer, not a price
    """
    text = str(value).strip()
    if _PLAIN.fullmatch(text):  # JSON numbers and schema.org prices: a point is a point whatever the shop's habit
        return Decimal(text), profile.currency
    numbers = _NUMBER.findall(text)
    if len(numbers) != 1:
        raise Ambiguous(
            f"{text!r} holds {len(numbers)} numbers: " + ("an offer, not a price" if numbers else "no price")
        )
    number = numbers[0].strip().rstrip(",.")
    if not _WRITTEN[profile.decimal].fullmatch(number):
        raise Ambiguous(f"{number!r} is no number with {profile.decimal!r} as the decimal separator")
    amount = Decimal(re.sub(r"[^\d,.]", "", number).translate(_POINT[profile.decimal]))
    sign = Parsed.fromstring(text).currency or ""
    iso = sign if re.fullmatch(r"[A-Z]{3}", sign) else _CURRENCY_OF_SIGN.get(sign)
    return amount, iso or profile.currency
