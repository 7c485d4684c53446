"""Whose an order's number is: the seller's own, the customer's reference, or that of an order which it replaces."""

import re
import tomllib
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Literal

from spiders.orders.announced import FIELD, Evidence
from spiders.orders.labels import Label
from spiders.orders.words import fold

_LONGEST = 40
"""How far before a label, in characters, the words that tell of it begin."""
_DOUBTED = 0.5
"""How much is left of how surely a number is meant that may be another's."""
_NEAR = 3
"""Over how many lines two numbers are those of one order."""
_LABEL = 0.8
"""How sure a number is at least that a label of numbers announced, and no mere noun."""


@cache
def _pattern(name: str) -> re.Pattern[str]:
    table = tomllib.loads(Path(__file__).with_name("references.toml").read_text("utf-8"))
    phrases = sorted({fold(phrase) for phrase in table[name]}, key=len, reverse=True)
    either = "|".join(r"\W+".join(map(re.escape, phrase.split())) for phrase in phrases)
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)")


@cache
def _ending(name: str) -> re.Pattern[str]:
    """Return the pattern of a text that ends with one of the phrases."""
    return re.compile(rf"{_pattern(name).pattern}\W*$")


def whose(text: str, label: Label) -> Literal["customer", "seller"] | None:
    """Return whose a number is by the word before its label, or the first of it; None where neither tells."""
    before, inside = fold(text[: label.start][-_LONGEST:]), fold(text[label.start : label.end])
    order: tuple[Literal["customer", "seller"], ...] = ("customer", "seller")
    for name in order[::-1]:
        if _ending(f"{name}s").search(before):
            return name
    for name in order:
        if _pattern(f"{name}s").match(inside):
            return name
    return None


def replaced(text: str, label: Label, rest: str) -> bool:
    """Tell whether words around a label's number say that another stands in for it; ``rest``: up to the next label."""
    gone = _ending("replaces").search(fold(text[: label.start][-_LONGEST:]))
    return gone is not None or _ending("replaced_by").search(fold(rest[-_LONGEST:])) is not None


def sellers_own(evidence: list[Evidence]) -> list[Evidence]:
    """Return evidence without orders that are replaced, and without the customer's reference beside the seller's.

    Where it is not told which of two is the seller's, both are doubted.
    """
    kept = _current(evidence)
    orders = [each for each in kept if each.field == "order_number" and each.table is None]
    references = {each.value for each in orders if each.whose == "customer"}
    ours = {each.value for each in orders if each.whose == "seller"}
    plain = {e.value for e in orders if e.whose is None and e.sure >= _LABEL} - references
    references -= ours
    if len(references) != 1 or len(ours or plain) != 1 or _apart(orders):
        return kept
    invoices = {each.value for each in kept if each.field == "invoice_number"}
    if ours or len(invoices) == 1:
        return [each for each in kept if each.field != "order_number" or each.value not in references]
    return [replace(each, sure=each.sure * _DOUBTED) if each in orders else each for each in kept]


def _current(evidence: list[Evidence]) -> list[Evidence]:
    """Return evidence without the numbers of orders that are replaced; doubted where there is no other."""
    gone = {e.value for e in evidence if e.elsewhere and FIELD.get(e.label, e.label) == "order_number"}
    others = {e.value for e in evidence if e.field == "order_number"} - gone
    if others:
        return [e for e in evidence if e.field != "order_number" or e.value not in gone]
    return [replace(e, sure=e.sure * _DOUBTED) if e.value in gone else e for e in evidence]


def _apart(orders: list[Evidence]) -> bool:
    """Tell whether the numbers stand far from each other: a list of orders, not two names of one."""
    lines = {each.value: each.line for each in orders[::-1]}
    return max(lines.values()) - min(lines.values()) > _NEAR * (len(lines) - 1) + _NEAR
