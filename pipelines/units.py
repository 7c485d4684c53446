"""Units in which shops sell, in words of several languages, and what they are of a kilogram, a litre or a piece."""

import re
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


_THOUSANDTH = Decimal("0.001")
UNITS = dict(_table())
"""A word in lower case, and how much of which unit it stands for: ``ml`` is 0.001 l."""
NAMED = "|".join(sorted(UNITS, key=len, reverse=True))
"""A regular expression of all words."""
WEIGHED = "|".join(word for word in NAMED.split("|") if UNITS[word][0] != "piece")
"""Of those the words for kilograms and litres."""
EACH = r"\b(?:per|pro|par|al|a|le|je|za|por|la|der|das|il|el)\b"
"""What stands between a price and the unit that it is for."""
NUMBER = r"(?<!\d)\d{1,6}(?:[.,]\d{1,4})?(?!\d)"
"""A regular expression of the sizes that packages have."""
END = r"(?:\b|(?<=[\u3040-\u9fff\uac00-\ud7af]))"
"""Where a unit's word ends: scripts of the Far East write on without a blank."""


_NAMED_SIZE = re.compile(rf"(?<![\w.,/])(?:({NUMBER}) ?)?({NAMED}){END}\W*$", re.IGNORECASE)
_GROUPED = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")


def size(number: str | None, word: str) -> tuple[Decimal, Unit]:
    """Return a size in kg, l or pieces; without a number it is one.

    The point or comma parts decimals, but thousands in grams and millilitres, of which nobody sells thousandths.

    >>> size("330", "ml"), size(None, "kg"), size("1.500", "g")
    ((Decimal('0.330'), 'l'), (Decimal('1'), 'kg'), (Decimal('1.500'), 'kg'))
    """
    unit, factor = UNITS[word.lower()]
    written = number or "1"
    if factor == _THOUSANDTH and _GROUPED.fullmatch(written):
        return Decimal(written.replace(",", "").replace(".", "")) * factor, unit
    return Decimal(written.replace(",", ".")) * factor, unit


def stated_unit(text: str) -> tuple[Decimal, Unit]:
    """Return how much of which unit a shop's unit price is for; raises ValueError for what is no unit.

    >>> stated_unit("100 g"), stated_unit("per Liter")
    ((Decimal('0.100'), 'kg'), (Decimal('1'), 'l'))
    """
    named = _NAMED_SIZE.search(text)
    if not named:
        raise ValueError(f"{text!r} is no unit")
    return size(*named.groups())
