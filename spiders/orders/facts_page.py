"""What is archived of a document of one's own orders: numbers, times and sums, and nothing around them."""

import re
from collections.abc import Mapping

from pipelines.records import Row

_NUMBER = re.compile(r"(?=[^@]{0,60}\d)[^\s@]{1,40}(?: [^\s@]{1,20}){0,4}")
"""What a number looks like that is kept; it has a digit, and is no address."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?:T[\d:.]+(?:[+-][\d:]+|Z)?)?")
_SUM = re.compile(r"-?\d{1,12}(?:\.\d{1,6})?")
_FORM = {
    "type": re.compile("credit_note"),
    "invoice_number": _NUMBER, "order_number": _NUMBER, "ordered_at_utc": _DAY, "issued_at_utc": _DAY,
    "total": _SUM, "currency": re.compile("[A-Z]{3}"), "fulfilment": re.compile("pickup|home"),
    "basket": re.compile("ambient|fresh|both"),
}  # fmt: skip
_TOLD_BY = {"ordered_at_utc": ("order_time", "order_date"), "issued_at_utc": ("issue_time", "issue_date")}
_KEYS = {"invoice_number", "order_number"}
SURE = 0.5
"""Below this confidence a number hangs on a word that means many things, and is not kept."""
_DELIVERY = "a notice of a delivery"
_UNNUMBERED = "a credit note without a number of its own"


def why_not(row: Mapping[str, object]) -> str | None:
    """Return why a document's row is not kept, as an own order or a credit note of one; None for one that is."""
    if row["type"] == "other":
        return str(row["reason"])
    if row["type"] == "delivery":
        return _DELIVERY
    if _KEYS & _conflicts(row).keys():
        return contradictions(row)
    if not _conflicts(row) and float(str(row["confidence"])) < SURE:
        return "its number is not sure"
    if row["type"] == "credit_note":
        return None if "invoice_number" in kept(row) else _UNNUMBERED
    return None if _KEYS & kept(row).keys() else "it states no number"


def contradictions(row: Mapping[str, object]) -> str | None:
    """Return what contradicts itself in a document's row, with the values; None where nothing does."""
    told = [f"{name} {' or '.join(filter(_may_be_kept, values))}" for name, values in _conflicts(row).items()]
    return f"it contradicts itself: {'; '.join(told)}" if told else None


def kept(row: Mapping[str, object]) -> Row:
    """Return a document's row in our words: what has the form that it must have, and is not contradicted."""
    told = {
        name: row[_source(row, name)] for name in _FORM if not {name, *_TOLD_BY.get(name, ())} & set(_conflicts(row))
    }
    return {name: str(value) for name, value in told.items() if _FORM[name].fullmatch(str(value or ""))}


def _source(row: Mapping[str, object], name: str) -> str:
    """Return which field of a document's row has one of ours: of two for a moment, the one that is told."""
    names = _TOLD_BY.get(name, (name,))
    return next((each for each in names if row[each]), names[0])


def _conflicts(row: Mapping[str, object]) -> dict[str, list[str]]:
    told = row["conflicts"]
    return told if isinstance(told, dict) else {}


def _may_be_kept(value: str) -> bool:
    return any(form.fullmatch(value) for form in _FORM.values())
