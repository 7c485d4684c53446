# ruff: noqa: RUF001 - signs of money and letters as documents write them
"""A text as lines of cells: what stands side by side in a table or in columns belongs to what stands above it."""

import re
from dataclasses import dataclass

from spiders.orders.labels import Label, labels

EMPTY = "\u200b"
"""Stands for an empty cell of a table, so that those behind it keep their columns."""
_CELL = re.compile(r"[^\t]+?(?=\t|[ \u00a0]{2,}|$)")
_LONGEST_LINE = 1000
_MOST_LINES = 20_000


@dataclass(frozen=True, slots=True)
class Cell:
    """A piece of a line, parted from others by a tab or two blanks, with the labels in it."""

    text: str
    column: int
    """How many cells stand before it, empty ones among them where tabs part them."""
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
    plain = line.replace("\u200c", "")
    if "\t" in plain:
        return cells_of(plain.split("\t"))
    cells: list[Cell] = []
    for match in _CELL.finditer(plain):
        told = match.group().strip()
        if _says_something(told):
            start = match.start() + len(match.group()) - len(match.group().lstrip())
            cells.append(Cell(told, len(cells), start, tuple(labels(told))))
    return tuple(cells)


def cells_of(texts: list[str]) -> Line:
    """Return the cells of a table's row that hold something, each with its column."""
    told = [(column, text.strip()) for column, text in enumerate(texts)]
    return tuple(Cell(text, column, 0, tuple(labels(text))) for column, text in told if _says_something(text))


def _says_something(text: str) -> bool:
    """Tell whether a cell holds more than a colon, which in a column of its own is the label's."""
    return bool(text.strip(f":;|.-–{EMPTY} "))


def below(cell: Cell, head: Line, line: Line) -> Cell | None:
    """Return the cell of a later line that stands under a cell of a head; None where none does.

    What stands under two cells of the head belongs to the one that covers more of it.
    """
    if all(each.start == 0 for each in (*head, *line)):
        return next((each for each in line if each.column == cell.column), None)
    under = max(line, key=lambda each: _shared(cell, each), default=None)
    if under is None or not _shared(cell, under):
        return None
    return under if _shared(cell, under) == max(_shared(each, under) for each in head) else None


def _shared(one: Cell, two: Cell) -> int:
    """Return how many places of a line two cells have in common."""
    return max(0, min(one.end, two.end) - max(one.start, two.start))
