"""The only place that parses prices; what is ambiguous is refused, never guessed."""

import re
from decimal import Decimal

from price_parser import Price as Parsed

from pipelines.records import Profile

_NUMBER = re.compile(r"\d[\d.,'\u2019\s\u00a0\u202f]*")
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
    parsed = Parsed.fromstring(text, decimal_separator=profile.decimal)
    if parsed.amount is None:
        raise Ambiguous(f"{text!r} is no amount")
    sign = parsed.currency or ""
    iso = sign if re.fullmatch(r"[A-Z]{3}", sign) else _CURRENCY_OF_SIGN.get(sign)
    return parsed.amount, iso or profile.currency
