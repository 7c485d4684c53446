"""What the labels of a text announce, and whether it is said of this document's order."""

from collections.abc import Iterator
from dataclasses import replace

from spiders.orders import notices, references
from spiders.orders.announced import AHEAD, FIELD, NOUNS, NUMBERS, Evidence, announced
from spiders.orders.labels import Label
from spiders.orders.lines import Cell, Line
from spiders.orders.pairs import shared, told_apart
from spiders.orders.places import places
from spiders.orders.ways import Ways


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
        elsewhere = _is_of_another(cell.text, label, rest)
        whose = (
            references.whose(cell.text, label) if FIELD.get(label.meaning, label.meaning) == "order_number" else None
        )
        ahead = label.meaning in AHEAD
        for place, texts in _last_word(cell, label) if ahead else places(lines, at, cell, label, rest):
            found = list(announced(label.meaning, texts, ways))
            if found:
                yield from (replace(e, line=at, sure=e.sure * place, elsewhere=elsewhere, whose=whose) for e in found)
                break


def _is_of_another(text: str, label: Label, rest: str) -> bool:
    """Tell whether a label announces the number of an invoice that is referred to, or of what was replaced."""
    if FIELD.get(label.meaning, label.meaning) not in {"order_number", "invoice_number"}:
        return False
    refers = label.meaning in {"invoice", "invoice_number"} and notices.refers(text[: label.start])
    return refers or references.replaced(text, label, rest)


def _of_pair(lines: list[Line], at: int, cell: Cell, ways: Ways) -> list[Evidence]:
    """Return what labels announce that share a place, and their values with them."""
    run = shared(cell)
    if run:
        for place, texts in places(lines, at, cell, run[-1], cell.text[run[-1].end :]):
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


def _last_word(cell: Cell, label: Label) -> Iterator[tuple[float, list[str]]]:
    """Yield the word before a label whose value comes before it."""
    yield 1.0, cell.text[: label.start].split()[-1:] or [""]
