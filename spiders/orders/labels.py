"""The labels of documents, from ``labels.toml``: which words say that a value follows, and which value."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise, product
from pathlib import Path

from spiders.orders.words import Word, words

_WHOLE = (
    "invoice_number", "receipt_number", "credit_number", "order_number", "before", "before_invoice", "issue_date",
    "order_date", "date", "total", "sum", "due", "tax", "tax_total", "net", "seller", "none",
)  # fmt: skip
_NUMBER_OF = {"invoice": "invoice_number", "order": "order_number", "credit": "credit_number"}
_LONGEST_GAP = 4
_JOINTS = (" ", "", "s")
"""What stands between a noun and "number": a blank, or nothing or an s where a language makes one word of them."""


@dataclass(frozen=True, slots=True)
class Label:
    """A label found in a text: what it announces, and where it stands."""

    meaning: str
    """A list of labels.toml; ``invoice``, ``order``, ``credit`` for the bare nouns."""
    start: int
    end: int


@cache
def languages() -> dict[str, dict[str, list[str]]]:
    """Return the table of labels by language."""
    return tomllib.loads(Path(__file__).with_name("labels.toml").read_text("utf-8"))


@cache
def _phrases() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Return the phrases by their first word, longest first; what is no label comes before what is one."""
    meanings: dict[tuple[str, ...], str] = {}
    for table in languages().values():
        for phrase, meaning in _of_language(table):
            key = tuple(word.text for word in words(phrase))
            if key and (key not in meanings or meaning == "none"):
                meanings[key] = meaning
    by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for key in sorted(meanings, key=len, reverse=True):
        by_first.setdefault(key[0], []).append((key, meanings[key]))
    return by_first


def _of_language(table: dict[str, list[str]]) -> Iterator[tuple[str, str]]:
    for meaning in _WHOLE:
        yield from ((phrase, meaning) for phrase in table.get(meaning, ()))
    between = ["", *table.get("of", ())]
    for noun, meaning in _NUMBER_OF.items():
        names = [*table.get(noun, ()), *map(" ".join, product(table.get(noun, ()), table.get("your", ())))]
        for name, number in product(names, table["number"]):
            yield from ((f"{name}{joint}{number}", meaning) for joint in _JOINTS)
            yield from ((f"{name} {word} {number}", meaning) for word in table.get("with", ()))
            yield from ((f"{number} {of} {name}", meaning) for of in between)
        yield from ((name, noun) for name in names)


def labels(text: str) -> list[Label]:
    """Return the labels of a line, the longest where several begin together.

    >>> [label.meaning for label in labels("Rechnungs-Nr. 17, Gesamtsumme: 2,49")]
    ['invoice_number', 'total']
    """
    told, phrases, found, at = list(words(text)), _phrases(), [], 0
    while at < len(told):
        length = 1
        for phrase, meaning in phrases.get(told[at].text, ()):
            here = told[at : at + len(phrase)]
            if tuple(word.text for word in here) == phrase and _together(text, here):
                found.append(Label(meaning, here[0].start, here[-1].end))
                length = len(phrase)
                break
        at += length
    return found


def _together(text: str, here: list[Word]) -> bool:
    """Tell whether words stand together: a colon, a tab or a number between them parts them."""
    gaps = (text[one.end : two.start] for one, two in pairwise(here))
    return all(len(gap) <= _LONGEST_GAP and not any(c in ":\t\n,;" or c.isdigit() for c in gap) for gap in gaps)
