"""Labels that share a place, "invoice no. / order no.: 77 / 88": as many values stand there as labels."""

import re
from collections.abc import Iterator
from itertools import pairwise

from spiders.orders.announced import FIELD, NUMBERS, Evidence, announced
from spiders.orders.labels import Label
from spiders.orders.lines import Cell
from spiders.orders.ways import Ways

_STROKE = re.compile(r"[\s.°:#)]*[/|&][\s(]*")
_PARTED = re.compile(r"\s+[/|&]\s+")
_NAMED = {"invoice": "invoice_number", "order": "order_number", "credit": "credit_number"}
"""A bare noun in a pair means its number."""


def shared(cell: Cell) -> tuple[Label, ...]:
    """Return the labels that share a place in a cell: parted by strokes, and announcing different things."""
    run = list(cell.labels[:1])
    for one, two in pairwise(cell.labels):
        if _STROKE.fullmatch(cell.text[one.end : two.start]):
            run.append(two)
        elif len(run) > 1:
            break
        else:
            run = [two]
    fields = {FIELD.get(label.meaning, label.meaning) for label in run}
    several = len(run) > 1 and len(fields) == len(run) and any(label.meaning in NUMBERS for label in run)
    return tuple(run) if several else ()


def told_apart(run: tuple[Label, ...], text: str, ways: Ways) -> Iterator[Evidence]:
    """Yield what each label of a run announces; nothing where a text does not hold one value for each."""
    parts = _PARTED.split(text.strip(" :.\t"))
    parts = parts if len(parts) == len(run) else text.strip(" :.\t").split("/")
    if len(parts) != len(run):
        return
    own_day = "order_date" if {"order", "order_number"} & {label.meaning for label in run} else "issue_date"
    named = [{**_NAMED, "date": own_day}.get(label.meaning, label.meaning) for label in run]
    stated = [
        list(announced(meaning, [part], ways)) if meaning != "none" else []
        for meaning, part in zip(named, parts, strict=True)
    ]
    if all(found for label, found in zip(run, stated, strict=True) if label.meaning in NUMBERS):
        yield from (each for found in stated for each in found)
