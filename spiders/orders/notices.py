# ruff: noqa: RUF001 - signs of money and letters as documents write them
"""What a document is about: an order, an invoice, a credit note, a delivery, a cancellation, a refund."""

import re
import tomllib
from functools import cache
from pathlib import Path

from spiders.orders.labels import labels, languages
from spiders.orders.words import fold

_LEAD = 1500
"""How much of a text says what it is about, in characters."""
_STRICT = ("quote", "reminder", "statement", "booking", "policy", "gift", "errand")
_NO_ORDERS = {*_STRICT, "case"}
_PHRASES = ("cancellation", "refund", "delivery", "payment", "order", "booking", "gift", "case")
_HEADINGS = {"credit_headings": "credit_note", "delivery_headings": "delivery", "invoice_headings": "invoice"} | {
    f"{name}_headings": name for name in _STRICT
}


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    table = tomllib.loads(Path(__file__).with_name("notices.toml").read_text("utf-8"))
    return {name: _pattern(name, [fold(phrase) for phrase in phrases]) for name, phrases in table.items()}


def _pattern(name: str, phrases: list[str]) -> re.Pattern[str]:
    either = "|".join(re.escape(phrase).replace(r"\ ", r"[\s'’\-]+") for phrase in sorted(phrases, key=len)[::-1])
    if name in {f"{kind}_headings" for kind in _STRICT}:
        return re.compile(rf"^[ \t*=#]*(?:{either})(?!\w)[ \t.:!*=]*(?:$|{_numbered()}[ \t.:#°]*\S*\d)", re.MULTILINE)
    if name.endswith("headings"):
        return re.compile(
            rf"^[ \t*=#]*(?:{either})[ \t.:!*=]*(?:$|(?:[^\W\d]{{1,7}}[.°:]*\s?){{0,2}}[#:°]*\s?\S*\d)",
            re.MULTILINE,
        )
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)" if name != "refers" else rf"(?<!\w)(?:{either})[\W_]*$")


@cache
def _numbered() -> str:
    """Return a pattern of what stands between a heading and its number."""
    told = {re.escape(fold(word)) for table in languages().values() for word in table["number"]}
    return rf"(?:(?:{'|'.join(sorted(told, key=len, reverse=True))})(?!\w)|(?=[a-z]*[-/]?\d{{4}}))"


def notice(subject: str, text: str) -> str | None:
    """Return what a message is about: the subject decides, else what its first lines say first.

    One of _PHRASES or _HEADINGS; None where nothing tells.
    """
    return _about(fold(subject)) or _about(fold(text[:_LEAD]))


def _about(text: str) -> str | None:
    patterns = _patterns()
    found = {name: match.start() for name in _PHRASES if (match := patterns[name].search(text))}
    for name, kind in _HEADINGS.items():
        if match := patterns[name].search(text):
            found[kind] = min(found.get(kind, match.start()), match.start())
    first = sorted(found, key=found.__getitem__)
    return next((kind for kind in first if kind not in _NO_ORDERS or not _numbered_before(text[: found[kind]])), None)


def _numbered_before(text: str) -> bool:
    """Tell whether an order's or invoice's number was announced: what is named below it is a part of its document."""
    return any(label.meaning in {"invoice_number", "order_number"} for label in labels(text))


def refers(before: str) -> bool:
    """Tell whether what stands before the label of an invoice's number says that it is another document's."""
    return _patterns()["refers"].search(fold(before)) is not None


def credit_heading(text: str) -> bool:
    """Tell whether a line of a text says that it is a credit note."""
    return _patterns()["credit_headings"].search(fold(text[: 2 * _LEAD])) is not None


def invoice_heading(text: str) -> bool:
    """Tell whether a line of a text says that it is an invoice."""
    return _patterns()["invoice_headings"].search(fold(text)) is not None


def credit_is_invoice(text: str) -> bool:
    """Tell whether a line of a text says that it is a credit note whose own number is called an invoice's."""
    return _patterns()["own_headings"].search(fold(text[: 2 * _LEAD])) is not None
