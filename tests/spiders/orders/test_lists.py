# ruff: noqa: E501 - documents stand here as they are written
"""Lists of orders: the number, the day and the sum of each, with labels or without."""

import pytest

from spiders.orders.document import read_document

ONE, TWO = ("2025-01-06", "10.00"), ("2025-01-09", "11.00")
CASES = {
    "lines": "Your orders\nOrder 1001001   6 Jan 2025   €10.00\nOrder 1001002   9 Jan 2025   €11.00",
    "sentences": "Bestellung 1001001 vom 06.01.2025 über 10,00 €\nBestellung 1001002 vom 09.01.2025 über 11,00 €",
    "items": "<ul><li><a>Order 1001001</a> <time>06 Jan 2025</time> <b>£10.00</b> Delivered</li><li><a>Order 1001002</a> <time>09 Jan 2025</time> <b>£11.00</b> Packed</li></ul>",
    "cards": "<div><p>Bestelling 1001001</p><p>6 jan 2025 · € 10,00 · Betaald</p></div><div><p>Bestelling 1001002</p><p>9 jan 2025 · € 11,00 · Betaald</p></div>",
    "head-of-nouns": "<table><tr><th>Order</th><th>Placed</th><th>Amount</th><th>Status</th></tr><tr><td>#1001001</td><td>6 Jan 2025</td><td>£10.00</td><td>Paid</td></tr><tr><td>#1001002</td><td>9 Jan 2025</td><td>£11.00</td><td>Paid</td></tr></table>",
    "links": "<table><tr><th>N° de commande</th><th>Date</th><th>Prix total</th><th>Facture</th></tr><tr><td>1001001</td><td>06/01/2025</td><td>10,00 €</td><td>PDF</td></tr><tr><td>1001002</td><td>09/01/2025</td><td>11,00 €</td><td>-</td></tr></table>",
    "buttons": "<div>Summe<br>10,00 €</div><div>Bestelldatum 6. Januar 2025</div><div>Bestellnr. 1001001</div><a>Rechnung</a><hr><div>Summe<br>11,00 €</div><div>Bestelldatum 9. Januar 2025</div><div>Bestellnr. 1001002</div>",
    "roles": "<div role='table'><div role='row'><div role='columnheader'>Auftrag</div><div role='columnheader'>Datum</div><div role='columnheader'>Summe</div></div><div role='row'><div role='cell'>1001001</div><div role='cell'>06.01.2025</div><div role='cell'>10,00 €</div></div><div role='row'><div role='cell'>1001002</div><div role='cell'>09.01.2025</div><div role='cell'>11,00 €</div></div></div>",
    "touching": "<div><a>Objednávka č. 1001001</a><span>6. 1. 2025</span> <b>10,00 Kč</b></div><div><a>Objednávka č. 1001002</a><span>9. 1. 2025</span> <b>11,00 Kč</b></div>",
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_each_order_of_a_list_has_its_own_day_and_sum(case):
    text = CASES[case]
    read = read_document(text.encode(), name="a.html" if text.startswith("<") else "a.txt")
    assert [(o.type, o.order_number.strip("#"), (o.order_date, str(o.total))) for o in read] == [
        ("order", "1001001", ONE),
        ("order", "1001002", TWO),
    ]


def test_articles_under_a_noun_are_no_orders():
    rows = "".join(f"<tr><td>88123{n} Milk</td><td>2</td><td>£3.00</td></tr>" for n in (45, 46))
    head = "<tr><th>Order</th><th>Quantity</th><th>Price</th></tr>"
    read = read_document(f"<table>{head}{rows}</table>".encode(), name="a.html")
    assert not [order.order_number for order in read if order.confidence >= 0.5]


def test_what_is_due_in_all_is_no_invoices_total():
    text = "Statement\nInvoice INV-1001 01/12/2024 £10.00\nInvoice INV-1002 08/12/2024 £20.00\nBalance due £30.00"
    assert [str(order.total) for order in read_document(text.encode(), name="a.txt")] == ["10.00", "20.00"]


def test_several_sums_beside_a_number_are_none_of_them_its_total():
    text = "Order 1001001   €10.00   €2.00\nOrder 1001002   €11.00   €2.00"
    assert [order.total for order in read_document(text.encode(), name="a.txt")] == [None, None]
