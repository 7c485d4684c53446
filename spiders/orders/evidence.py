"""Where the values of labels stand in a text, most likely places first."""

from collections.abc import Iterator
from dataclasses import replace

from spiders.orders import notices, numbers, sums
from spiders.orders.announced import AMOUNTS, FIELD, NOUNS, NUMBERS, Evidence, Ways, announced
from spiders.orders.labels import Label
from spiders.orders.lines import Cell, Line, below
from spiders.orders.pairs import shared, told_apart


def evidence(lines: list[Line], ways: Ways, taken: set[int]) -> list[Evidence]:
    """Return what the labels of a text announce, in its order; lines that were read as tables are left out."""
    return [
        each
        for at, line in enumerate(lines)
        if at not in taken
        for cell in line
        for each in _of_cell(lines, at, cell, ways)
    ]


def _of_cell(lines: list[Line], at: int, cell: Cell, ways: Ways) -> Iterator[Evidence]:
    paired = _of_pair(lines, at, cell, ways)
    yield from paired
    for nth, label in enumerate(cell.labels if not paired else ()):
        if label.meaning == "none" or (label.meaning == "seller" and not _alone(cell, label)):
            continue
        after = cell.labels[nth + 1] if nth + 1 < len(cell.labels) else None
        rest = cell.text[label.end : after.start if after and _parts(label, after) else None]
        if after and _adjoin(cell, label, after) and label.meaning != "seller":
            if label.meaning in NUMBERS or after.meaning != "none":
                continue  # said in two languages: the second label has the value
            rest = cell.text[after.end :]  # the day of the invoice and of its delivery, both the same
        if nth and _adjoin(cell, cell.labels[nth - 1], label) and _are_of_two_numbers(cell.labels[nth - 1], label):
            continue  # which of the values that follow is whose is not told
        elsewhere = label.meaning in {"invoice", "invoice_number"} and notices.refers(cell.text[: label.start])
        ahead = label.meaning == "before"
        for place, texts in _last_word(cell, label) if ahead else _places(lines, at, cell, label, rest):
            found = list(announced(label.meaning, texts, ways))
            if found:
                yield from (replace(e, line=at, sure=e.sure * place, elsewhere=elsewhere) for e in found)
                break


def _of_pair(lines: list[Line], at: int, cell: Cell, ways: Ways) -> list[Evidence]:
    """Return what labels announce that share a place, and their values with them."""
    run = shared(cell)
    if run:
        for place, texts in _places(lines, at, cell, run[-1], cell.text[run[-1].end :]):
            if found := list(told_apart(run, " ".join(texts), ways)):
                return [replace(each, line=at, sure=each.sure * place) for each in found]
    return []


def _adjoin(cell: Cell, label: Label, after: Label) -> bool:
    """Tell whether nothing stands between two labels."""
    return not cell.text[label.end : after.start].strip(" /|:-(.")


def _are_of_two_numbers(label: Label, after: Label) -> bool:
    """Tell whether two labels announce numbers, and not the same one."""
    one, two = (FIELD.get(each.meaning, each.meaning) for each in (label, after))
    return {label.meaning, after.meaning} <= NUMBERS | {"none"} and one != two


def _alone(cell: Cell, label: Label) -> bool:
    """Tell whether a label begins its cell and ends it, or has a colon or "by": sentences speak of sellers too."""
    rest = cell.text[label.end :].strip()
    by = (
        cell.text[: label.end]
        .casefold()
        .endswith((" by", " durch", " von", " door", " par", " por", " da", " av", " af"))
    )
    return label.start == 0 and (not rest or rest[0] == ":" or by)


def _parts(label: Label, after: Label) -> bool:
    """Tell whether a label ends the value of the one before it; a noun within a seller's name does not."""
    return label.meaning != "seller" or after.meaning not in NOUNS


def _places(lines: list[Line], at: int, cell: Cell, label: Label, rest: str) -> Iterator[tuple[float, list[str]]]:
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


def _last_word(cell: Cell, label: Label) -> Iterator[tuple[float, list[str]]]:
    """Yield the word before a label whose value comes before it."""
    yield 1.0, cell.text[: label.start].split()[-1:] or [""]


def _stands_alone(line: Line) -> bool:
    """Tell whether a line holds one value and no label: it is the answer to the label above, wherever it stands."""
    return len(line) == 1 and not line[0].labels and " " not in line[0].text


def _is_head(line: Line) -> bool:
    """Tell whether a line's cells head what stands below them: in that of a table of articles, most are no labels."""
    return len(line) < 3 or 2 * sum(bool(each.labels) for each in line) >= len(line)


def _only_labels(line: Line) -> bool:
    """Tell whether every cell of a line has a label: the head of a table of sums, not of articles."""
    return all(each.labels for each in line)
