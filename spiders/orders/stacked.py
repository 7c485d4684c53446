"""Labels in lines of their own, and below them as many lines of values, as some PDFs write their columns."""

from itertools import takewhile

from spiders.orders import sums
from spiders.orders.announced import NUMBERS, announced
from spiders.orders.lines import Line, cells_of
from spiders.orders.ways import Ways

_MOST = 12
"""How many labels stand so at most."""


def paired(lines: list[Line], ways: Ways) -> list[Line]:
    """Return the lines, each of several labels with its value beside it where each has one below that fits it."""
    told = list(lines)
    for at in range(1, len(lines)):
        if _is_value(lines[at]) and _is_label(lines[at - 1]):
            labels = list(takewhile(_is_label, lines[max(at - _MOST, 0) : at][::-1]))[::-1]
            values = list(takewhile(_is_value, lines[at : at + len(labels)]))
            heads = labels[len(labels) - len(values) :]
            if len(values) > 1 and _fit(heads, values, ways):
                first = at - len(values)
                told[first:at] = [cells_of([h[0].text, v[0].text]) for h, v in zip(heads, values, strict=True)]
                told[at : at + len(values)] = [()] * len(values)
    return told


def _is_label(line: Line) -> bool:
    """Tell whether a line is one label and nothing else."""
    if len(line) != 1 or len(line[0].labels) != 1:
        return False
    text, label = line[0].text, line[0].labels[0]
    return not text[: label.start].strip() and sums.is_filler(text[label.end :])


def _is_value(line: Line) -> bool:
    return len(line) == 1 and not line[0].labels


def _fit(heads: list[Line], values: list[Line], ways: Ways) -> bool:
    """Tell whether each value is one that its label announces, and a number is among them."""
    meanings = [line[0].labels[0].meaning for line in heads]
    fits = (
        meaning == "none" or any(announced(meaning, [value[0].text], ways))
        for meaning, value in zip(meanings, values, strict=True)
    )
    return len(NUMBERS & set(meanings)) > 0 and all(fits)
