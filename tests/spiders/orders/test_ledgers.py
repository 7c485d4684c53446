"""Ledgers of orders, as CSV and as spreadsheets."""

import io
from datetime import date, datetime
from decimal import Decimal

from openpyxl import Workbook

from spiders.orders.document import read_document


def workbook(*rows):
    book = Workbook()
    for row in rows:
        book.active.append(row)
    body = io.BytesIO()
    book.save(body)
    return body.getvalue()


HEAD = ["Order number", "Invoice no.", "Order status", "Order date", "Total (EUR)", "Delivery", "Basket"]
BOOK = workbook(
    ["Our test orders"],
    HEAD,
    [1001, "R-1", "sent 3 of 3", datetime.fromisoformat("2025-01-02T14:30"), 12.5, "Pickup", "fresh + ambient"],
    [1002, None, "open", date.fromisoformat("2025-01-03"), 7, "home delivery", None],
)


def test_a_spreadsheet_is_a_ledger():
    first, second = read_document(BOOK, name="orders.xlsx", timezone="Europe/Amsterdam")
    assert (first.order_number, first.invoice_number, first.total, first.currency) == (
        "1001", "R-1", Decimal("12.5"), "EUR",
    )  # fmt: skip
    assert first.order_time.isoformat() == "2025-01-02T14:30:00+01:00"
    assert (first.fulfilment, first.basket) == ("pickup", "both")
    assert (second.type, second.invoice_number, second.order_date, second.order_time) == (
        "order", None, "2025-01-03", None,
    )  # fmt: skip
    assert (second.fulfilment, second.basket) == ("home", None)


def test_a_spreadsheet_is_known_by_its_bytes():
    assert len(read_document(BOOK, name="orders")) == 2


def test_a_column_in_utc_is_in_utc():
    text = "invoice_number,ordered_at_utc,issued_at\nKD-1,2025-01-07T14:00:00,07-01-2025 15:10\n"
    (order,) = read_document(text.encode(), name="a.csv", timezone="Europe/Amsterdam")
    assert order.order_time.isoformat() == "2025-01-07T14:00:00+00:00"
    assert order.issue_time.isoformat() == "2025-01-07T15:10:00+01:00"


def test_a_column_of_something_else_about_orders_is_no_column_of_numbers():
    (order,) = read_document(b"Order status;Order number;Invoice sent\nopen 12;771;on 3 May\n", name="a.csv")
    assert (order.order_number, order.invoice_number) == ("771", None)


def test_a_cell_without_digits_is_no_number():
    (order,) = read_document(b"Order number;Invoice number\n771;open\n", name="a.csv")
    assert (order.type, order.invoice_number) == ("order", None)
