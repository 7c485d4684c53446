"""Where the value of a label may stand in a text, most likely places first."""

from collections.abc import Iterator

from spiders.orders import numbers, sums
from spiders.orders.announced import AMOUNTS, NOUNS
from spiders.orders.labels import Label
from spiders.orders.lines import Cell, Line, below


def places(lines: list[Line], at: int, cell: Cell, label: Label, rest: str) -> Iterator[tuple[float, list[str]]]:
    """Yield where a label's value may stand, most likely first: behind it, in the next cells, below, before it."""
    line = lines[at]
    right = line[line.index(cell) + 1 :]
    behind = [each.text for each in right]
    unlabelled = behind[: next((n for n, c in enumerate(right) if c.labels), None)]
    yield 1.0, [rest, *unlabelled]
    if label.meaning in NOUNS and (bracketed := numbers.bracketed(rest)):
        yield 0.95, [bracketed]
    if sums.is_filler(rest):
        if behind:
            yield 0.98, behind[:1]
        under = below(cell, line, lines[at + 1]) if at + 1 < len(lines) else None
        if under and (label.meaning not in AMOUNTS | {"date"} or _only_labels(line)):
            yield 0.95 if _is_head(line) else 0.45, [under.text]
        if not behind and len(line) == 1 and at + 2 < len(lines) and under and sums.is_filler(under.text):
            yield 0.9, [lines[at + 2][0].text]
        if not behind and len(line) == 1 and at + 1 < len(lines) and _stands_alone(lines[at + 1]):
            yield 0.8, [lines[at + 1][0].text]
        if label.start and not cell.labels[0].start < label.start:
            yield 0.75, [cell.text[: label.start]]


def _stands_alone(line: Line) -> bool:
    """Tell whether a line holds one value and no label: it is the answer to the label above, wherever it stands."""
    return len(line) == 1 and not line[0].labels and " " not in line[0].text


def _is_head(line: Line) -> bool:
    """Tell whether a line's cells head what stands below them: in that of a table of articles, most are no labels."""
    return len(line) < 3 or 2 * sum(bool(each.labels) for each in line) >= len(line)


def _only_labels(line: Line) -> bool:
    """Tell whether every cell of a line has a label: the head of a table of sums, not of articles."""
    return all(each.labels for each in line)
