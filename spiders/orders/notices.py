# ruff: noqa: RUF001 - signs of money and letters as documents write them
"""What a document is about: an order, an invoice, a credit note, a delivery, a cancellation, a refund."""

import re
import tomllib
from functools import cache
from pathlib import Path

from spiders.orders.words import fold

_LEAD = 1500
"""How much of a text says what it is about, in characters."""
_HEADINGS = {"credit_headings": "credit_note", "delivery_headings": "delivery", "invoice_headings": "invoice"}


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    table = tomllib.loads(Path(__file__).with_name("notices.toml").read_text("utf-8"))
    return {name: _pattern(name, [fold(phrase) for phrase in phrases]) for name, phrases in table.items()}


def _pattern(name: str, phrases: list[str]) -> re.Pattern[str]:
    either = "|".join(re.escape(phrase).replace(r"\ ", r"[\s'’\-]+") for phrase in sorted(phrases, key=len)[::-1])
    if name.endswith("headings"):
        return re.compile(
            rf"^[ \t*=#]*(?:{either})[ \t.:!*=]*(?:$|(?:[^\W\d]{{1,7}}[.°:]*\s?){{0,2}}[#:°]*\s?\S*\d)", re.MULTILINE
        )
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)" if name != "refers" else rf"(?<!\w)(?:{either})[\W_]*$")


def notice(subject: str, text: str) -> str | None:
    """Return what a message is about: the subject decides, else what its first lines say first.

    One of cancellation, refund, delivery, payment, order, credit_note, invoice; None where nothing tells.
    """
    return _about(fold(subject)) or _about(fold(text[:_LEAD]))


def _about(text: str) -> str | None:
    patterns = _patterns()
    found = {
        name: match.start()
        for name in ("cancellation", "refund", "delivery", "payment", "order")
        if (match := patterns[name].search(text))
    }
    for name, kind in _HEADINGS.items():
        if match := patterns[name].search(text):
            found.setdefault(kind, match.start())
    return min(found, key=found.__getitem__) if found else None


def refers(before: str) -> bool:
    """Tell whether what stands before the label of an invoice's number says that it is another document's."""
    return _patterns()["refers"].search(fold(before)) is not None


def credit_heading(text: str) -> bool:
    """Tell whether a line of a text says that it is a credit note."""
    return _patterns()["credit_headings"].search(fold(text[: 2 * _LEAD])) is not None


def invoice_heading(text: str) -> bool:
    """Tell whether a line of a text says that it is an invoice."""
    return _patterns()["invoice_headings"].search(fold(text)) is not None
