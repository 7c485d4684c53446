"""Tables with an order or invoice a row: the head says what stands in a column."""

from collections.abc import Iterator
from dataclasses import replace

from spiders.orders import numbers, references, sums
from spiders.orders.announced import NOUNS, Evidence, announced
from spiders.orders.lines import Cell, Line, below
from spiders.orders.ways import Ways

_KEYS = {"invoice_number", "order_number", "invoice", "order", "credit_number", "receipt_number"}


def tables(lines: list[Line], ways: Ways) -> tuple[list[Evidence], set[int]]:
    """Return what tables of orders state, and which lines they take."""
    found: list[Evidence] = []
    taken: set[int] = set()
    for at, line in enumerate(lines):
        if at not in taken and (keys := keys_of(line)):
            rows = list(_rows(lines, at, keys, ways))
            found += [each for row in rows for each in row]
            taken |= {each.line for row in rows for each in row} | ({at} if rows else set())
    return found, taken


def keys_of(line: Line) -> Line:
    """Return the head's cells over numbers; none where a line is no head of a table of orders."""
    heads = [cell for cell in line if cell.labels and _alone(cell)]
    keys = [cell for cell in heads if cell.labels[0].meaning in _KEYS]
    others = [cell for cell in heads if cell.labels[0].meaning not in _KEYS | {"none"}]
    keys = _sellers(keys)
    if keys and len(keys) + len(others) > 1 and len(heads) * 2 >= len(line):
        return tuple(keys)
    return _bare(line, keys)


def _sellers(keys: list[Cell]) -> list[Cell]:
    """Leave out the customers' references where the seller's numbers have a column of their own."""
    orders = [cell for cell in keys if cell.labels[0].meaning in {"order", "order_number"}]
    theirs = [cell for cell in orders if references.whose(cell.text, cell.labels[0]) == "customer"]
    return [cell for cell in keys if cell not in theirs] if 0 < len(theirs) < len(orders) else keys


def _bare(line: Line, keys: list[Cell]) -> Line:
    """Return the first cell of a head of three or more where it is the mere noun: "Order", "Placed", "Amount"."""
    plain = len(line) > 2 and not any(map(str.isdigit, "".join(cell.text for cell in line)))
    return line[:1] if plain and keys[:1] == [line[0]] and keys[0].labels[0].meaning in NOUNS else ()


def _alone(cell: Cell) -> bool:
    """Tell whether a cell is a label and nothing else but, before it, whose number it announces."""
    label = cell.labels[0]
    before = cell.text[: label.start].strip()
    return (not before or references.whose(before, replace(label, start=len(before))) is not None) and sums.is_filler(
        cell.text[label.end :]
    )


def _rows(lines: list[Line], at: int, keys: Line, ways: Ways) -> Iterator[list[Evidence]]:
    """Yield what each row states, as long as there is a number in a column of numbers, and none but such in another.

    A column may hold what one clicks at in place of a number: "PDF", "download".
    """
    for row in range(at + 1, len(lines)):
        under = [(key, cell) for key in keys if (cell := below(key, lines[at], lines[row]))]
        others = [cell for key, cell in under if not _is_number(key, cell, ways)]
        if len(others) == len(under) or any(map(str.isdigit, "".join(cell.text for cell in others))):
            return
        stated: list[Evidence] = []
        for head in lines[at]:
            cell = below(head, lines[at], lines[row])
            if cell and head.labels and _states(head, keys):
                stated += announced(_named(head), [cell.text], ways)
        yield [replace(each, line=row, table=at) for each in stated]


def _is_number(key: Cell, cell: Cell, ways: Ways) -> bool:
    """Tell whether a cell holds a number; under a mere noun nothing else, since articles may stand there too."""
    noun = key.labels[0].meaning in NOUNS
    told = numbers.number(cell.text, weak=False, like_days=ways.dotted)
    return not cell.labels and not (noun and " " in cell.text) and told is not None


def _states(head: Cell, keys: Line) -> bool:
    """Tell whether what stands below a head is stated of a row's order: no customer's reference beside the seller's."""
    return head.labels[0].meaning != "none" and (head.labels[0].meaning not in _KEYS or head in keys)


def _named(head: Cell) -> str:
    """Return what a column holds; a bare noun over a column means its number."""
    meaning = head.labels[0].meaning
    return {"invoice": "invoice_number", "order": "order_number"}.get(meaning, meaning)
