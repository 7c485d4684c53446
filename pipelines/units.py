"""Units in which shops sell, in words of several languages, and what they are of a kilogram, a litre or a piece."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Literal, get_args

Unit = Literal["kg", "l", "piece"]


def _table() -> Iterator[tuple[str, tuple[Unit, Decimal]]]:
    known = {unit: unit for unit in get_args(Unit)}
    for line in Path(__file__).with_name("units.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            unit, factor, words = line.split("\t")
            yield from ((word, (known[unit], Decimal(factor))) for word in words.split())


UNITS = dict(_table())
"""A word in lower case, and how much of which unit it stands for: ``ml`` is 0.001 l."""
NAMED = "|".join(sorted(UNITS, key=len, reverse=True))
"""A regular expression of all words."""
NUMBER = r"(?<!\d)\d{1,6}(?:[.,]\d{1,4})?(?!\d)"
"""A regular expression of the sizes that packages have; their point or comma always parts decimals."""


def size(number: str | None, word: str) -> tuple[Decimal, Unit]:
    """Return a size in kg, l or pieces; without a number it is one.

    >>> size("330", "ml"), size(None, "kg")
    ((Decimal('0.330'), 'l'), (Decimal('1'), 'kg'))
    """
    unit, factor = UNITS[word.lower()]
    return Decimal((number or "1").replace(",", ".")) * factor, unit
