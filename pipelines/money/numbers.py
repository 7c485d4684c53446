"""Numbers as they are written: which of their signs part groups, and which the decimals."""

import re
from decimal import Decimal

from pipelines.money.ambiguous import Ambiguous

_POINT = re.compile(r"([1-9]\d{0,2}([,'\u2019\s]\d{3})+|\d{1,2}(,\d{2})+,\d{3}|\d+)(\.\d+)?|\.\d+")
_COMMA = re.compile(r"([1-9]\d{0,2}([.'\u2019\s]\d{3})+|\d+)(,\d+)?|,\d+")
_WRITTEN = {".": _POINT, ",": _COMMA}  # by decimal separator: groups of three (or India's of two), any decimals
_SPLIT = re.compile(r"\s?([.,])\s")
_MARKS = re.compile(r"[.,]")
_NO_DIGIT = re.compile(r"[^\d.,]")


def read_number(written: str, decimal: str | None, minor: int | None = None) -> Decimal:
    """Return a number's value; raises Ambiguous.

    ``decimal`` is the decimal separator, or None where it must follow from the number itself; ``minor`` is the number
    of decimals that the amount's currency has, where it is known.

    >>> read_number("1.299", ","), read_number("1.299", "."), read_number("1.299,50", None)
    (Decimal('1299'), Decimal('1.299'), Decimal('1299.50'))
    >>> read_number("1.250", None, minor=3), read_number("24.990", None, minor=0), read_number("1,23,456.00", None)
    (Decimal('1.250'), Decimal('24990'), Decimal('123456.00'))
    """
    written = _SPLIT.sub(r"\1", written)
    mark = decimal if decimal in _WRITTEN else _decimal_of(written, minor)
    if not _WRITTEN[mark].fullmatch(written):
        raise Ambiguous(f"{written!r} is no number with {mark!r} as the decimal separator")
    whole, _, part = _NO_DIGIT.sub("", written).rpartition(mark) if mark in written else (written, "", "")
    if decimal and minor == 0 and len(part) == 3:
        raise Ambiguous(f"{written!r} has decimals, its currency has none")
    return Decimal("".join(sign for sign in whole if sign.isdigit()) + ("." + part if part else ""))


def _decimal_of(written: str, minor: int | None) -> str:
    """Return the decimal separator that a number shows by itself."""
    marks = _MARKS.findall(written)
    if not marks:
        return "."
    last: str = marks[-1]
    other = "," if last == "." else "."
    if len(set(marks)) == 2:
        return last
    return other if len(marks) > 1 or _parts_groups(written, last, minor) else last


def _parts_groups(written: str, mark: str, minor: int | None) -> bool:
    """Tell whether the only mark of a number parts thousands: three digits follow it, and one to three stand before."""
    whole, _, part = written.rpartition(mark)
    if len(part) != 3 or not 1 <= len(whole) <= 3 or whole.startswith("0"):
        return False
    if minor == 3 and mark == ",":
        raise Ambiguous(f"{written!r}: the currency has thousandths, the comma may part them or thousands")
    return minor != 3
