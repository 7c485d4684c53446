"""What a reader of a page sees against a price of its structured data: that it is in cents."""

import re
from dataclasses import replace

from spiders.prices.offer import Offer

_LEAST = 100


def doubted(offer: Offer, markup: str) -> Offer:
    """Return the offer without its price where the page shows the same digits with cents, and never without.

    >>> from decimal import Decimal
    >>> cents = Offer(price=Decimal(1299), currency="EUR", method="json-ld")
    >>> doubted(cents, "<p>12,99 €</p>").price, doubted(cents, "<p>1.299 €</p>").price
    (None, Decimal('1299'))
    """
    price = offer.price
    if price is None or price < _LEAST or price != price.to_integral_value() or "." in str(price):
        return offer
    digits = str(price)
    if not _is_shown(rf"{digits[:-2]}[.,]{digits[-2:]}", markup) or _is_shown(_grouped(digits), markup):
        return offer
    return replace(offer, price=None, method=f"{offer.method}; {digits} is shown with cents")


def _is_shown(number: str, markup: str) -> bool:
    return re.search(rf">[^<>]{{0,40}}(?<![\d.,]){number}(?![\d])[^<>]{{0,40}}<", markup) is not None


def _grouped(digits: str) -> str:
    """Return an expression of a whole number, with or without marks between its thousands.

    >>> bool(re.fullmatch(_grouped("1299"), "1.299")), bool(re.fullmatch(_grouped("1299"), "1299"))
    (True, True)
    """
    groups = [digits[max(0, end - 3) : end] for end in range(len(digits), 0, -3)]
    return r"[.,\s\u00a0\u202f']?".join(reversed(groups))
