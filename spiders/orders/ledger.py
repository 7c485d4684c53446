"""A ledger of orders as CSV or rows of a spreadsheet: the head names the columns, a row is an order."""

import csv
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from itertools import islice
from zoneinfo import ZoneInfo

from spiders.orders import values
from spiders.orders.amounts import Writing, amounts, writing_of
from spiders.orders.circumstances import basket, fulfilment
from spiders.orders.columns import Columns, columns_of
from spiders.orders.dates import Order as DayOrder
from spiders.orders.dates import order_of
from spiders.orders.facts import amount, currency, iso_date, iso_time
from spiders.orders.record import Order

_SIGNS = ";\t|,"
_MOST_ROWS = 100_000
_HEADS = 5
"""Among how many first rows the head is looked for: a title may stand above it."""
_TELLING = 1000
"""How many rows tell how days and amounts are written."""


@dataclass(frozen=True)
class _Ways:
    """How a ledger writes."""

    columns: Columns
    writing: Writing
    days: DayOrder
    timezone: ZoneInfo


def read_ledger(text: str, timezone: str) -> list[Order]:
    """Return the orders of a ledger as CSV; none where it names no column of numbers."""
    for dialect in _dialects(text):
        with suppress(csv.Error):
            if orders := read_rows(list(islice(csv.reader(text.splitlines(), dialect), _MOST_ROWS)), timezone):
                return orders
    return []


def _dialects(text: str) -> Iterator[type[csv.Dialect]]:
    """Yield how a ledger may part its cells: as its first lines look, else by each of the usual signs."""
    with suppress(csv.Error):
        yield csv.Sniffer().sniff(text[:4000], delimiters=_SIGNS)
    for sign in _SIGNS:
        yield type("Parted", (csv.excel,), {"delimiter": sign})


def read_rows(rows: list[list[str]], timezone: str) -> list[Order]:
    """Return the orders of a ledger's rows, the head among the first of them; none where no row is one."""
    for at, head in enumerate(rows[:_HEADS]):
        if columns := columns_of(head):
            text = "\n".join("\t".join(row) for row in rows[at + 1 : _TELLING])
            ways = _Ways(columns, writing_of(text, None), order_of(text, european=True), ZoneInfo(timezone))
            return list(_orders(rows[at + 1 :], ways))
    return []


def _orders(rows: list[list[str]], ways: _Ways) -> Iterator[Order]:
    for row in rows:
        cells = {name: row[at].strip() for name, at in ways.columns.places.items() if at < len(row)}
        invoice, order = (_number(cells.get(name, "")) for name in ("invoice_number", "order_number"))
        if invoice or order:
            yield _order(
                cells, Order(type="invoice" if invoice else "order", invoice_number=invoice, order_number=order), ways
            )


def _order(cells: dict[str, str], numbered: Order, ways: _Ways) -> Order:
    """Return what a row says of the order of its numbers."""
    total, sign = _money(cells.get("total", ""), ways.writing)
    taken_back = numbered.type == "invoice" and total is not None and total < 0
    issue_date, issue_time = _moment("issue_date", cells, ways)
    order_date, order_time = _moment("order_date", cells, ways)
    return replace(
        numbered,
        type="credit_note" if taken_back else numbered.type,
        issue_date=issue_date,
        issue_time=issue_time,
        order_date=order_date,
        order_time=order_time,
        total=total,
        tax_total=_money(cells.get("tax_total", ""), ways.writing)[0],
        currency=currency(cells.get("currency")) or sign or ways.columns.currency,
        seller=cells.get("seller") or None,
        fulfilment=fulfilment(f"fulfilment: {cells.get('fulfilment', '')}"),
        basket=basket(f"basket: {cells.get('basket', '')}"),
        confidence=0.9,
        method="ledger",
    )


def _number(told: str) -> str | None:
    """Return a cell's number; None for a cell without digits, such as "open"."""
    return told if any(each.isdigit() for each in told) else None


def _moment(name: str, cells: dict[str, str], ways: _Ways) -> tuple[str | None, datetime | None]:
    """Return a cell's day, and its instant where it has a time: in UTC where the column says so, else in the zone."""
    told = cells.get(name, "")
    found = values.day(told, ways.days)
    zone = ZoneInfo("UTC") if name in ways.columns.in_utc else ways.timezone
    instant = iso_time(told) or (values.instant(told, found, zone) if found else None)
    return iso_date(told) or (found.day if found else None), instant


def _money(told: str, writing: Writing) -> tuple[Decimal | None, str | None]:
    """Return a cell's amount and currency; a plain number with a point is one whatever the ledger's habit."""
    plain = amount(told) if re.fullmatch(r"-?\d+(\.\d{1,2})?", told) else None
    if plain is not None:
        return plain, None
    found = amounts(told, writing)
    return (found[0].amount, found[0].currency) if len(found) == 1 else (None, None)
