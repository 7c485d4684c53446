"""Check digits: the last digits of a number that are computed from the others, and count nothing."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from analysis.estimators.orders import OwnSeries


def luhn(number: int) -> bool:
    """Tell whether the last digit is a Luhn check digit."""
    total = 0
    for place, digit in enumerate(reversed(str(number))):
        doubled = int(digit) * (1 + place % 2)
        total += doubled - 9 * (doubled > 9)
    return total % 10 == 0


def ean(number: int) -> bool:
    """Tell whether the last digit is an EAN check digit (weights 1 and 3 from the right)."""
    return sum(int(digit) * (1 + 2 * (place % 2)) for place, digit in enumerate(reversed(str(number)))) % 10 == 0


def mod97(number: int) -> bool:
    """Tell whether the last two digits make the number 1 modulo 97 (ISO 7064)."""
    return number % 97 == 1


CHECKS: Mapping[str, tuple[Callable[[int], bool], int]] = {"Luhn": (luhn, 1), "EAN": (ean, 1), "mod 97": (mod97, 2)}


def check_digits(numbers: Sequence[int]) -> tuple[str, int]:
    """Name the check that all numbers pass, and how many digits it takes; ``("", 0)`` for none.

    At least three numbers are asked for: chance passes K numbers with probability 10^-K (100^-K).
    """
    for name, (passes, digits) in CHECKS.items():
        if len(numbers) >= 3 and all(number > 10**digits and passes(number) for number in numbers):
            return name, digits
    return "", 0


def without_check_digits(series: OwnSeries) -> tuple[OwnSeries, str]:
    """Drop check digits from all numbers of a series; also the name of the check, '' where there is none."""
    name, digits = check_digits([number for _, number in series.numbers])
    if not digits:
        return series, ""
    orders = tuple(replace(order, numbers=tuple(n // 10**digits for n in order.numbers)) for order in series.orders)
    numbers = tuple((period, number // 10**digits) for period, number in series.numbers)
    widths = tuple(width - digits for width in series.widths)
    return replace(series, orders=orders, numbers=numbers, widths=widths), name
