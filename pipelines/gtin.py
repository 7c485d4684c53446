"""Numbers of goods (GTIN-8, 12, 13, 14), believed only where their check digit is right."""

import re

_LENGTHS = {8, 12, 13, 14}
_APART = re.compile(r"[\s-]")


def gtin(text: object) -> str | None:
    """Return the digits of a GTIN, or None for what is none.

    >>> gtin("9524700 00101 9"), gtin("9524700001018"), gtin("0000000000000"), gtin("isbn")
    ('9524700001019', None, None, None)
    """
    digits = _APART.sub("", str(text))
    if len(digits) not in _LENGTHS or not (digits.isascii() and digits.isdigit()) or not digits.strip("0"):
        return None
    weighed = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(reversed(digits)))
    return digits if weighed % 10 == 0 else None
