# ruff: noqa: RUF001 - signs of money and letters as documents write them
"""A text as lines of cells: what stands side by side in a table or in columns belongs to what stands above it."""

import re
from dataclasses import dataclass

from spiders.orders.labels import Label, labels

_CELL = re.compile(r"[^\t]+?(?=\t|[ \u00a0]{2,}|$)")
_LONGEST_LINE = 1000
_MOST_LINES = 20_000


@dataclass(frozen=True, slots=True)
class Cell:
    """A piece of a line, parted from others by a tab or two blanks, with the labels in it."""

    text: str
    column: int
    """How many cells stand before it."""
    start: int
    """Where in the line it begins; 0 for all cells that tabs part."""
    labels: tuple[Label, ...]

    @property
    def end(self) -> int:
        """Where in the line it ends."""
        return self.start + len(self.text)


Line = tuple[Cell, ...]


def lines_of(text: str) -> list[Line]:
    """Return the lines of a text that are not empty; no more of each, and of all, than a document for people has."""
    told = (line[:_LONGEST_LINE].rstrip() for line in text.split("\n"))
    return [_line(line) for line in [line for line in told if line][:_MOST_LINES]]


def _line(line: str) -> Line:
    cells: list[Cell] = []
    for match in _CELL.finditer(line.replace("\u200c", "")):
        told = match.group().strip()
        if told.strip(":;|.-–"):  # a colon in a column of its own is the label's
            start = 0 if "\t" in line else match.start() + len(match.group()) - len(match.group().lstrip())
            cells.append(Cell(told, len(cells), start, tuple(labels(told))))
    return tuple(cells)


def below(cell: Cell, line: Line) -> Cell | None:
    """Return the cell of a later line that stands under a cell; None where none does."""
    if cell.start == 0 and all(each.start == 0 for each in line):
        return next((each for each in line if each.column == cell.column), None)
    return next((each for each in line if each.start < cell.end and cell.start < each.end), None)
