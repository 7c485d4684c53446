"""Numbers that a document also gives to something else: a customer, a parcel, a telephone, an account, a tax office."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

from spiders.orders.announced import Evidence
from spiders.orders.lines import Line
from spiders.orders.words import fold

_DOUBTED = 0.5
"""How much is left of how surely such a number is meant."""
_FEWEST = 6
"""Fewer digits may be the same by chance."""
_ACCOUNT = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){2,7}(?: ?[A-Z\d]{1,4})?\b")
_VALUE = re.compile(r"[\s:.#°]*[A-Z+]{0,3} ?([\d ./-]+)")
_BOOK = re.compile(r"\bISBN\b", re.IGNORECASE)


def doubted(evidence: list[Evidence], lines: list[Line]) -> list[Evidence]:
    """Return evidence in which the numbers of an order are doubted that are something else's too."""
    others = {told for told in _others(lines) if len(told) >= _FEWEST}
    return [replace(e, sure=e.sure * _DOUBTED) if _is_one_of(e, others) else e for e in evidence]


def _is_one_of(each: Evidence, others: set[str]) -> bool:
    if each.field not in {"invoice_number", "order_number"}:
        return False
    digits = _digits(str(each.value))
    whole = len(digits) >= _FEWEST and any(told == digits or (len(told) > 15 and digits in told) for told in others)
    return whole or _BOOK.search(str(each.value)) is not None


def _others(lines: list[Line]) -> Iterator[str]:
    """Yield the digits of what is called another's number, behind its label or in the next cell, and of accounts."""
    for line in lines:
        for nth, cell in enumerate(line):
            yield from (_digits(match.group()) for match in _ACCOUNT.finditer(cell.text) if _is_iban(match.group()))
            after = line[nth + 1].text if nth + 1 < len(line) else ""
            for label in cell.labels:
                if label.meaning == "none" and _called().search(fold(cell.text[label.start : label.end])):
                    found = _VALUE.match(cell.text[label.end :] or after) or _VALUE.match(after)
                    yield _digits(found[1]) if found else ""


def _is_iban(text: str) -> bool:
    """Tell whether letters and digits are an IBAN, by its check digits (ISO 7064, modulo 97)."""
    plain = text.replace(" ", "")
    return int("".join(str(int(each, 36)) for each in plain[4:] + plain[:4])) % 97 == 1


@cache
def _called() -> re.Pattern[str]:
    table = tomllib.loads(Path(__file__).with_name("references.toml").read_text("utf-8"))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, table['others']))})")


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)
