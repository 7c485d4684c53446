"""Lists of orders: the sum and the day that stand beside the number of each, with no label to say so."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from spiders.orders.amounts import Money, amounts
from spiders.orders.announced import AMOUNTS, Evidence
from spiders.orders.dates import Day, days
from spiders.orders.lines import Line
from spiders.orders.ways import Ways

_KEYS = {"order_number": "order_date", "invoice_number": "issue_date"}
"""A number's field -> that of the day of what it names."""
_DAYS = {*_KEYS.values(), "date"}
_MOST = 4
"""How many lines an entry has at most that is read so."""


@dataclass(frozen=True)
class _Entry:
    """An entry of a list: its number, and the days and sums in its lines."""

    number: Evidence
    days: list[Day]
    sums: list[Money]


def beside(lines: list[Line], stated: list[Evidence], ways: Ways) -> Iterator[Evidence]:
    """Yield the sums of a list's entries, where each has exactly one and no label announces any; days likewise."""
    entries = list(_entries(lines, stated, ways))
    first, last = (entries[0].number.line, entries[-1].number.line + _MOST) if entries else (0, 0)
    labelled = {each.field for each in stated if first <= each.line < last}
    for entry in entries:
        at, field, table = entry.number.line, entry.number.field, entry.number.table
        if all(len(each.sums) == 1 for each in entries) and not labelled & (AMOUNTS - {"due"}):
            yield Evidence("total", entry.sums[0].amount, 0.75, at, "sum", entry.sums[0].currency, table=table)
        if all(len(each.days) == 1 for each in entries) and not labelled & _DAYS:
            yield Evidence(_KEYS[field], entry.days[0].day, 0.75, at, "date", table=table)


def _entries(lines: list[Line], stated: list[Evidence], ways: Ways) -> Iterator[_Entry]:
    """Yield the entries of a list: several different numbers of one kind, each in lines of its own."""
    numbers = [each for each in stated if each.field in _KEYS]
    different = {(each.field, each.value) for each in numbers}
    alike = len({each.field for each in numbers}) == 1 and len(different) == len({each.line for each in numbers})
    if len(numbers) < 2 or not alike or len(different) < len(numbers):
        return
    length = min(_MOST, *(two.line - one.line for one, two in pairwise(numbers)))
    for number in numbers:
        text = "\n".join(cell.text for line in lines[number.line : number.line + length] for cell in line)
        found = [day for line in text.split("\n") for day in days(line, ways.order)]
        yield _Entry(number, found, _sums(text, ways))


def _sums(text: str, ways: Ways) -> list[Money]:
    """Return the amounts with a currency in a text; a year before one is no part of it."""
    told = []
    for line in text.split("\n"):
        rest = line
        for day in days(line, ways.order)[::-1]:
            rest = f"{rest[: day.start]}|{rest[day.end :]}"
        told += [money for money in amounts(rest, ways.writing) if money.currency]
    return told
