# ruff: noqa: E501 - signs of money as documents write them
"""What stands behind a mere noun, as in "order 4711": a number, or a year, a sum, a telephone, a postcode."""

import re

DOUBTFUL = 0.6
"""How sure a number is that may be something else, against one that may not."""
_GOES_ON = re.compile(r"[ \u00a0]+[^\W\d]")
_MORE_DIGITS = re.compile(r"[ \u00a0](?!\d\d?\.? [^\W\d]{3})\d{2,}(?![\d.,/-]*\d{4}\b)")
_TELEPHONE = re.compile(r"0\d{1,5}[/-]\d{5,}")
_POSTCODE = re.compile(r"\d{5,6}[ \u00a0]+[^\W\d_a-zß-öø-ÿ]")
_SHORT = re.compile(r"[A-Z]{2,5}-\d{1,2}")
_UNIT = re.compile(
    r"[ \u00a0]?(?:€|£|\$|%|(?:kr|zł|kč|ft|lei|лв|eur|euros?|usd|gbp|chf|pts?|points?|punkte?|punten|pkt|puntos|punti|kg|g|ml|l|st|stk|pcs)\b)",
    re.IGNORECASE,
)


def likelihood(told: str, rest: str) -> float:
    """Return how surely a word behind a noun is its number, from 0 to 1; ``rest`` is what stands behind the word.

    >>> [likelihood("4455667", " was sent"), likelihood("10115", " Berlin"), likelihood("2024", "")]
    [1.0, 0.6, 0.0]
    """
    if _SHORT.fullmatch(told):
        return DOUBTFUL
    if sum(map(str.isdigit, told)) < 3 or _is_quantity(told, rest) or _is_telephone(told, rest):
        return 0.0
    return DOUBTFUL if _POSTCODE.match(told + rest) else 1.0


def _is_quantity(told: str, rest: str) -> bool:
    """Tell whether digits behind a mere noun may be a year, a quantity or a sum: "order 2000 points"."""
    if not told.isdigit():
        return False
    few = len(told) < 4 or 1990 <= int(told) <= 2100 or (len(told) == 4 and _GOES_ON.match(rest) is not None)
    return few or _UNIT.match(rest) is not None


def _is_telephone(told: str, rest: str) -> bool:
    """Tell whether digits behind a mere noun may be where one orders: "to order 0800 123 456", "order: 030/1234567"."""
    return (told.isdigit() and _MORE_DIGITS.match(rest) is not None) or _TELEPHONE.fullmatch(told) is not None
