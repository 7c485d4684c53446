"""Article numbers with a valid check digit."""

EXAMPLES = "952"
"""The GS1 prefix for examples: no such article exists."""


def gtin13(number: int) -> str:
    """Return the GTIN-13 of the ``number``-th example article.

    >>> gtin13(123456789)
    '9521234567899'
    """
    body = f"{EXAMPLES}{number:09d}"
    total = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(body))
    return f"{body}{-total % 10}"
