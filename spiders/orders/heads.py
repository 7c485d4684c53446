"""Heads of columns with single blanks between them, as some PDFs print them, and the line of values below."""

import re

from spiders.orders.announced import NUMBERS
from spiders.orders.dates import Order, days
from spiders.orders.lines import Line, cells_of

_NOTHING = re.compile(r"[\s.:#°()]*")
_WORD = re.compile(r"\S+")


def unfolded(lines: list[Line], order: Order) -> list[Line]:
    """Return the lines, with cells where a line is nothing but labels and the next has a word or a day for each."""
    told = list(lines)
    for at in range(len(lines) - 1):
        heads = _heads(lines[at])
        values = _values(lines[at + 1], order) if heads else []
        if heads and len(values) == len(heads):
            told[at], told[at + 1] = cells_of(heads), cells_of(values)
    return told


def _heads(line: Line) -> list[str]:
    """Return the labels of a line that is nothing else; none where it has one, or none of a number."""
    if len(line) != 1 or len(line[0].labels) < 2 or not any(each.meaning in NUMBERS for each in line[0].labels):
        return []
    text, labels = line[0].text, line[0].labels
    edges = [0, *(at for label in labels for at in (label.start, label.end)), len(text)]
    between = (text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True))
    return [text[each.start : each.end] for each in labels] if all(map(_NOTHING.fullmatch, between)) else []


def _values(line: Line, order: Order) -> list[str]:
    """Return the words of a line, a day of several words as one."""
    if len(line) != 1 or line[0].labels:
        return []
    text = line[0].text
    whole = [(day.start, day.end) for day in days(text, order) if f" {text}"[day.start] == " "]
    words = [match.span() for match in _WORD.finditer(text)]
    alone = [span for span in words if not any(start < span[1] and span[0] < end for start, end in whole)]
    return [text[start:end] for start, end in sorted({*alone, *whole})]
