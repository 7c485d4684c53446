"""A ledger of orders as CSV: the head names the columns, a row is an order."""

import csv
import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import islice

from spiders.orders import values
from spiders.orders.amounts import Writing, amounts, writing_of
from spiders.orders.dates import order_of
from spiders.orders.facts import amount, currency, iso_date, iso_time
from spiders.orders.labels import labels
from spiders.orders.record import Order

_MOST_ROWS = 100_000
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])|_")
_FIELD = {
    "invoice_number": "invoice_number", "invoice": "invoice_number", "receipt_number": "invoice_number",
    "order_number": "order_number", "order": "order_number",
    "issue_date": "issue_date", "order_date": "order_date", "date": "order_date",
    "total": "total", "sum": "total", "due": "total", "tax": "tax_total", "tax_total": "tax_total", "seller": "seller",
}  # fmt: skip


def read_ledger(text: str) -> list[Order]:
    """Return a ledger's orders; none where its first line names no column of numbers."""
    try:
        dialect: type[csv.Dialect] | str = csv.Sniffer().sniff(text[:4000], delimiters=",;\t|")
    except csv.Error:
        dialect = "excel"
    rows = csv.reader(text.splitlines(), dialect)
    try:
        columns = _columns(next(rows, []))
        return list(_orders(columns, list(islice(rows, _MOST_ROWS)), text)) if columns else []
    except csv.Error:
        return []


def _columns(head: list[str]) -> dict[str, int]:
    """Return which column holds which field; empty where none holds numbers."""
    found: dict[str, int] = {}
    for at, name in enumerate(head):
        plain = _HUMP.sub(" ", name).strip('\ufeff "')
        told = labels(plain)
        if told and told[0].meaning in _FIELD and not plain[: told[0].start].strip():
            found.setdefault(_FIELD[told[0].meaning], at)
        elif plain.casefold() in {
            "currency",
            "wahrung",
            "währung",
            "valuta",
            "devise",
            "moneda",
            "divisa",
            "waluta",
            "měna",
        }:
            found.setdefault("currency", at)
    return found if {"invoice_number", "order_number"} & set(found) else {}


def _orders(columns: dict[str, int], rows: list[list[str]], text: str) -> Iterator[Order]:
    writing = writing_of(text[:100_000], None)
    first = order_of(text[:100_000], european=True)
    for row in rows:
        cells = {name: row[at].strip() for name, at in columns.items() if at < len(row)}
        if not (cells.get("invoice_number") or cells.get("order_number")):
            continue
        days = {
            name: iso_date(cells.get(name)) or (day.day if (day := values.day(cells.get(name, ""), first)) else None)
            for name in ("issue_date", "order_date")
        }
        total, sign = _money(cells.get("total", ""), writing)
        order = Order(
            type="invoice" if cells.get("invoice_number") else "order",
            invoice_number=cells.get("invoice_number") or None,
            order_number=cells.get("order_number") or None,
            issue_date=days["issue_date"],
            order_date=days["order_date"],
            order_time=iso_time(cells.get("order_date")),
            total=total,
            tax_total=_money(cells.get("tax_total", ""), writing)[0],
            currency=currency(cells.get("currency")) or sign,
            seller=cells.get("seller") or None,
            confidence=0.9,
            method="ledger",
        )
        yield replace(order, type="credit_note") if total is not None and total < 0 and order.invoice_number else order


def _money(told: str, writing: Writing) -> tuple[Decimal | None, str | None]:
    """Return a cell's amount and currency; a plain number with a point is one whatever the ledger's habit."""
    plain = amount(told) if re.fullmatch(r"-?\d+(\.\d{1,2})?", told) else None
    if plain is not None:
        return plain, None
    found = amounts(told, writing)
    return (found[0].amount, found[0].currency) if len(found) == 1 else (None, None)
