"""Which column of a ledger holds what, by its head."""

import re
from dataclasses import dataclass

from spiders.orders import references, sums
from spiders.orders.amounts import Writing, amounts
from spiders.orders.circumstances import is_label
from spiders.orders.labels import labels

_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])|_")
_ZONE = re.compile(r"\s*\(?\bUTC\)?$", re.IGNORECASE)
_SIGN = re.compile(r"[€£$]|\b[A-Z]{3}\b")
_IN_BRACKETS = re.compile(r"\(.*\)|[€£$]|\b[A-Z]{3}$")
_CURRENCY = {
    "currency",
    "wahrung",
    "währung",
    "valuta",
    "devise",
    "moneda",
    "divisa",
    "waluta",
    "měna",
    "mena",
    "pénznem",
}
_FIELD = {
    "invoice_number": "invoice_number", "invoice": "invoice_number", "receipt_number": "invoice_number",
    "order_number": "order_number", "order": "order_number",
    "issue_date": "issue_date", "order_date": "order_date", "date": "order_date",
    "total": "total", "sum": "total", "due": "total", "tax": "tax_total", "tax_total": "tax_total", "seller": "seller",
}  # fmt: skip


_TOTAL = {
    "amount",
    "gross",
    "ttc",
    "brutto",
    "bruto",
    "bruttó",
    "lordo",
    "paid",
    "value",
    "bedrag",
    "montant",
    "belopp",
    "beløb",
}
"""What a column of sums is called, and nothing in a text."""


@dataclass(frozen=True)
class Columns:
    """A ledger's columns."""

    places: dict[str, int]
    """Field of an order -> which column holds it."""
    in_utc: frozenset[str]
    """Fields whose column says that its times are UTC."""
    currency: str | None
    """The currency that the total's column names."""


def columns_of(head: list[str]) -> Columns | None:
    """Return the columns that a row names; None for a row that is no head, since it names no column of numbers."""
    places: dict[str, int] = {}
    theirs = {at for at, name in enumerate(head) if _whose(_plain(name)) == "customer"}
    for at in sorted(range(len(head)), key=lambda at: at in theirs):
        if field := _field(_plain(head[at])):
            places.setdefault(field, at)
    if not {"invoice_number", "order_number"} & places.keys():
        return None
    in_utc = frozenset(field for field, at in places.items() if _ZONE.search(_HUMP.sub(" ", head[at])))
    return Columns(places, in_utc, _currency(head[places["total"]]) if "total" in places else None)


def _plain(name: str) -> str:
    return _ZONE.sub("", _HUMP.sub(" ", name).strip('\ufeff "'))


def _field(name: str) -> str | None:
    """Return which field a column's name means; the name must be a label and nothing else: "order status" is none."""
    if name.casefold() in _CURRENCY:
        return "currency"
    if _IN_BRACKETS.sub("", name).strip().casefold() in _TOTAL:
        return "total"
    for field in ("fulfilment", "basket"):
        if is_label(field, name):
            return field
    told = labels(name)
    whole = (
        bool(told)
        and (not name[: told[0].start].strip() or _whose(name) is not None)
        and sums.is_filler(name[told[-1].end :])
    )
    return _FIELD.get(told[0].meaning) if whole and len(told) == 1 else None


def _whose(name: str) -> str | None:
    """Return whose numbers a column holds, where its name tells; None for one of two words before its label."""
    told = labels(name)
    return references.whose(name, told[0]) if told and len(name[: told[0].start].split()) < 2 else None


def _currency(name: str) -> str | None:
    """Return the currency that a column's name has beside its label."""
    signs = (amounts(f"1.00 {sign}", Writing(".")) for sign in _SIGN.findall(name))
    return next((found[0].currency for found in signs if found), None)
