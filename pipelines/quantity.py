"""How much there is of a product, from its name or label."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from math import prod

from pipelines.units import END, NAMED, NUMBER, Unit, size

_TIMES = "[x×*]"  # noqa: RUF001 - as shops write it
# 5G is a telephone, and what is told by the minute a pump.
_SIZE = re.compile(
    rf"(?<![\d.,/a-z])((?:\d{{1,4}} ?{_TIMES} ?){{0,3}})(?!(?-i:[2-6]G\b))({NUMBER}) ?({NAMED}){END}"
    rf"(?!/(?:min|h|s)\b)"
    rf"(?: ?{_TIMES} ?(\d{{1,4}})(?![\w.,]))?",
    re.IGNORECASE,
)
_PACK = re.compile(
    r"\b(\d{1,4})[ -]?(?:er[- ]?pack|pack\b|pk\b|packs\b)|\bpack(?:ung)? (?:of|à|de|von|van) (\d{1,4})\b"
    r"|\b(?:set|box|case) of (\d{1,4})\b",
    re.IGNORECASE,
)
_DRAINED = re.compile(r"drained|abtropf|uitlek|égoutté|sgocciolato|escurrido|ATG\b|固形|沥干", re.IGNORECASE)


class Unquantified(ValueError):  # noqa: N818 - it is what the text is
    """The text does not say one quantity; the message says why."""


@dataclass(frozen=True, kw_only=True)
class Quantity:
    """How much one buys."""

    amount: Decimal
    """In all, in kg, l or pieces."""
    unit: Unit
    packs: int = 1
    """Of how many equal parts it consists."""
    drained: bool = False
    """Whether it is the weight without the liquid."""


def parse_quantity(text: str) -> Quantity:
    """Return how much a text says there is; of two weights the drained one, which prices are compared by.

    Raises Unquantified where nothing is told, or two different things are.

    >>> parse_quantity("Cola 6 x 330 ml")
    Quantity(amount=Decimal('1.98'), unit='l', packs=6, drained=False)
    >>> parse_quantity("Peas 400 g, drained weight 240 g").amount
    Decimal('0.24')
    >>> parse_quantity("Peas 400 g drained 240 g").amount
    Decimal('0.24')
    >>> parse_quantity("Eggs, pack of 10").unit
    'piece'
    >>> parse_quantity("Shampoo 250 ml or 400 ml")
    Traceback (most recent call last):
    pipelines.quantity.Unquantified: 'Shampoo 250 ml or 400 ml' tells several quantities: 0.25 l, 0.4 l
    """
    plain = " ".join(text.split())
    found = list(dict.fromkeys(_quantities(plain)))
    drained = [quantity for quantity in found if quantity.drained]
    # Where the word stands between two weights, the drained one is the lower.
    told = [min(drained, key=lambda quantity: quantity.amount)] if drained else found
    if len({(quantity.amount, quantity.unit) for quantity in told}) == 1:
        told = [max(told, key=lambda quantity: quantity.packs)]
    packs = _packs(plain)
    if len(told) > 1:
        listed = ", ".join(f"{quantity.amount} {quantity.unit}" for quantity in told)
        raise Unquantified(f"{text!r} tells several quantities: {listed}")
    if told:
        return _packed(told[0], packs)
    if packs:
        return Quantity(amount=Decimal(packs), unit="piece", packs=packs)
    raise Unquantified(f"{text!r} tells no quantity")


def _quantities(text: str) -> Iterator[Quantity]:
    """Yield what each size in a text says; a weight is drained where that is said before it, or right behind it."""
    end = 0
    for match in _SIZE.finditer(text):
        behind = re.split(r"[,;)(]", text[match.end() :])[0]
        drained = bool(_DRAINED.search(text[end : match.start()]) or _DRAINED.match(behind.strip()))
        end = match.end()
        yield _quantity(match, drained=drained)


def _quantity(match: re.Match[str], *, drained: bool) -> Quantity:
    before, number, word, after = match.groups()
    each, unit = size(number, word)
    packs = prod(int(count) for count in re.findall(r"\d+", before) or [after or 1])
    amount = packs * each
    if not amount:
        raise Unquantified(f"{match.group()!r} is nothing")
    return Quantity(amount=_short(amount), unit=unit, packs=packs, drained=drained and unit == "kg")


def _short(amount: Decimal) -> Decimal:
    """Return an amount without noughts behind its last digit, and without an exponent: 10, not 1E+1."""
    return Decimal(f"{amount.normalize():f}")


def _packs(text: str) -> int | None:
    counts = {int(count) for groups in _PACK.findall(text) for count in groups if count}
    return counts.pop() if len(counts) == 1 and max(counts) > 0 else None


def _packed(quantity: Quantity, packs: int | None) -> Quantity:
    """Return the quantity of all packs, where their number stands apart from their size: ``330 ml, 6-pack``."""
    if packs is None or quantity.packs != 1 or quantity.unit == "piece":
        return quantity
    amount = quantity.amount * packs
    return Quantity(amount=amount, unit=quantity.unit, packs=packs, drained=quantity.drained)
