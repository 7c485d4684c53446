"""What is archived of a document of one's own orders: numbers, times and sums, and nothing around them."""

import re
from collections.abc import Iterable, Mapping

from pipelines.records import Row

_NUMBER = re.compile(r"(?=[^@]{0,60}\d)[^\s@]{1,40}(?: [^\s@]{1,20}){0,4}")
"""What a number looks like that is kept; it has a digit, and is no address."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?:T[\d:.]+(?:[+-][\d:]+|Z)?)?")
_SUM = re.compile(r"-?\d{1,12}(?:\.\d{1,6})?")
_FORM = {
    "invoice_number": _NUMBER, "order_number": _NUMBER, "ordered_at_utc": _DAY, "issued_at_utc": _DAY,
    "total": _SUM, "currency": re.compile("[A-Z]{3}"), "fulfilment": re.compile("pickup|home"),
    "basket": re.compile("ambient|fresh|both"),
}  # fmt: skip
CONTRADICTS = "it contradicts itself"
SURE = 0.5
"""A record below this confidence is not kept: it contradicts itself, or hangs on a word that means many things."""
_LEFT_OUT = {
    "credit_note": "a credit note",
    "delivery": "a notice of a delivery",
    "other": "it states no order",
}


def why_not(row: Mapping[str, object]) -> str | None:
    """Return why a document's row is not kept as an own order; None for one that is."""
    if str(row["type"]) in _LEFT_OUT:
        return _LEFT_OUT[str(row["type"])]
    conflicts = row["conflicts"]
    if isinstance(conflicts, dict) and conflicts:
        return f"{CONTRADICTS}: " + "; ".join(f"{name} {_either(name, told)}" for name, told in conflicts.items())
    if float(str(row["confidence"])) < SURE:
        return "its number is not sure"
    return None if kept(row).keys() & {"invoice_number", "order_number"} else "it states no number"


def kept(row: Mapping[str, object]) -> Row:
    """Return a document's row in our words, its values in the form that they must have; others are left out."""
    ours = {
        **row,
        "ordered_at_utc": row["order_time"] or row["order_date"],
        "issued_at_utc": row["issue_time"] or row["issue_date"],
    }
    return {name: str(ours[name]) for name, form in _FORM.items() if form.fullmatch(str(ours[name] or ""))}


def _either(name: str, told: Iterable[object]) -> str:
    """Return the values that a document states for one field; only those that may be kept."""
    form = _FORM.get(name, _DAY if name.endswith("date") else _SUM)
    return " or ".join(str(each) for each in told if form.fullmatch(str(each)))
