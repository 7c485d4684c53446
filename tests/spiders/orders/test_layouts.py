# ruff: noqa: E501 - documents stand here as they are written
"""How facts stand in documents: tables, columns, several orders, two forms of one mail, contradictions."""

from decimal import Decimal
from email.message import EmailMessage

import pytest

from spiders.orders.document import read_document


def read(text, name="mail.txt", **words):
    return read_document(text if isinstance(text, bytes) else text.encode(), name=name, **words)


def mail(plain=None, page=None, subject="Order confirmation", attached=()):
    message = EmailMessage()
    message["From"], message["To"] = "Shop <shop@shop.example>", "Jane <jane@home.example>"
    message["Subject"], message["Date"] = subject, "Mon, 06 Jan 2025 23:30:00 +0100"
    message.set_content(plain or "See below.")
    if page:
        message.add_alternative(page, subtype="html")
    for body, subtype, name in attached:
        message.add_attachment(body, maintype="application", subtype=subtype, filename=name)
    return message.as_bytes()


def test_a_table_with_labels_beside_their_values():
    page = "<html><table><tr><td>Invoice number</td><td>: 17-A55</td></tr><tr><td>Total</td><td></td><td>EUR</td><td>12,50</td></tr></table>"
    (order,) = read(page, "page.html")
    assert (order.invoice_number, order.total, order.currency) == ("17-A55", Decimal("12.50"), "EUR")


def test_a_table_with_labels_above_their_values():
    text = "Invoice No.        Invoice Date        Customer No.\n800123             2024-03-01          55512\n"
    (order,) = read(text)
    assert (order.invoice_number, order.issue_date) == ("800123", "2024-03-01")


def test_a_page_of_orders_in_a_table():
    rows = "".join(f"<tr><td>9000{n}</td><td>0{n}.02.2025</td><td>{n}0,00 €</td><td>offen</td></tr>" for n in (1, 2, 3))
    page = f"<html><h1>Meine Bestellungen</h1><table><tr><th>Bestellnummer</th><th>Datum</th><th>Summe</th><th>Status</th></tr>{rows}</table>"
    orders = read(page, "page.html")
    assert [(o.order_number, o.order_date, o.total) for o in orders] == [
        (f"9000{n}", f"2025-02-0{n}", Decimal(f"{n}0")) for n in (1, 2, 3)
    ]


def test_a_page_of_orders_in_cards_whose_number_comes_first():
    cards = "".join(
        f"<div><p>Order 7700{n}</p><p>Placed on {n} May 2024</p><p>Total: £{n}.00</p><p>Tea</p></div>" for n in (4, 5)
    )
    orders = read(f"<html><body>{cards}</body></html>", "page.html")
    assert [(o.order_number, o.order_date, o.total) for o in orders] == [
        ("77004", "2024-05-04", Decimal(4)), ("77005", "2024-05-05", Decimal(5)),
    ]  # fmt: skip


def test_an_order_split_in_two_invoices():
    text = "Order no. 90001\nInvoice no. 1701\nTotal: 1,00 EUR\nInvoice no. 1702\nTotal: 2,00 EUR"
    assert [(o.order_number, o.invoice_number, o.total) for o in read(text)] == [
        ("90001", "1701", Decimal(1)), ("90001", "1702", Decimal(2)),
    ]  # fmt: skip


def test_both_forms_of_a_mail_are_one_order_and_its_day_is_when_it_was_sent():
    (order,) = read(mail("Order number: 55501\nTotal: £9.00", "<p>Order number: <b>55501</b></p>"), "m.eml")
    assert (order.type, order.order_number, order.total, order.order_date) == (
        "order",
        "55501",
        Decimal(9),
        "2025-01-06",
    )


def test_forms_of_a_mail_that_contradict_each_other_are_shown():
    (order,) = read(mail("Order number: 55501\nTotal: £9.00", "<p>Order number: 55501</p><p>Total: £8.00</p>"), "m.eml")
    assert order.conflicts == {"total": ["8.00", "9.00"]}
    assert order.confidence < 0.5


def test_markup_goes_before_text():
    page = """<html><script type="application/ld+json">{"@type": "Order", "orderNumber": "B-1", "price": "30.00",
        "priceCurrency": "EUR", "orderDate": "2024-02-03T10:00:00+01:00", "seller": {"name": "Shop"}}</script>
        <p>Order number: B-1</p><p>Total: 30,00 €</p>"""
    (order,) = read(mail(page=page), "m.eml")
    assert (order.order_number, order.total, order.order_date, order.seller) == (
        "B-1",
        Decimal(30),
        "2024-02-03",
        "Shop",
    )
    assert order.confidence >= 0.9
    assert order.method.startswith("json_ld")


def test_markup_of_a_mail_as_microdata():
    page = """<html><div itemscope itemtype="http://schema.org/Order"><meta itemprop="orderNumber" content="M-77"/>
        <div itemprop="merchant" itemscope itemtype="http://schema.org/Organization"><meta itemprop="name" content="Shop"/></div>
        <div itemprop="acceptedOffer" itemscope itemtype="http://schema.org/Offer"><meta itemprop="price" content="7.50"/>
        <meta itemprop="priceCurrency" content="EUR"/></div></div>"""
    (order,) = read(page, "page.html")
    assert (order.order_number, order.seller, order.total, order.currency) == ("M-77", "Shop", Decimal("7.50"), "EUR")


@pytest.mark.parametrize("day", ["03/04/2024", "3-4-2024"])
def test_a_day_that_can_be_two_days_is_left_out(day):
    (order,) = read(f"Invoice number: 123456\nInvoice date: {day}\nTotal: 10.00")
    assert order.issue_date is None


def test_an_american_day():
    (order,) = read("Invoice #5512\nInvoice date: 03/04/2024\nBoise, ID 83702\nTotal: $10.00")
    assert order.issue_date == "2024-03-04"


def test_a_thousand_that_may_be_one_is_left_out():
    (order,) = read("Invoice number: 123456\nTotal: 1.234 EUR")
    assert order.total is None


def test_the_total_is_the_labelled_amount_and_not_the_biggest():
    (order,) = read("Order number: 4455\nYou saved £500.00\nSubtotal: £20.00\nOrder total: £22.00\nTV £999.00")
    assert order.total == Decimal(22)


def test_two_totals_are_a_contradiction_unless_tax_proves_one():
    (order,) = read("Order number: 4455\nGrand total: £20.00\nOrder total: £22.00")
    assert order.conflicts["total"] == ["20.00", "22.00"]


@pytest.mark.parametrize(
    "text",
    [
        "Customer number: 123456\nPhone: 0800 123456\nVAT no. GB123456789\nIBAN NL50INGB0683251309",
        "Your invoice 2024 is available online.\nBest wishes",
        "Order 2 more and save. Order before 23:59, order by 12 May 2024.",
        "Item number: 99887766\nTracking number: 1Z999AA10123456784",
    ],
)
def test_other_numbers_are_no_invoice_numbers(text):
    assert not [o for o in read(text) if o.invoice_number or o.order_number]


def test_a_ledger():
    text = (
        "invoice_no;order_id;order_date;Total;currency\nR-1;A-1;2025-01-02;12,50;EUR\nR-2;A-2;2025-01-03;1.012,50;EUR\n"
    )
    assert [(o.invoice_number, o.order_number, o.order_date, o.total, o.currency) for o in read(text, "orders.csv")] == [
        ("R-1", "A-1", "2025-01-02", Decimal("12.50"), "EUR"), ("R-2", "A-2", "2025-01-03", Decimal("1012.50"), "EUR"),
    ]  # fmt: skip


def test_a_quoted_earlier_mail_is_not_read():
    (order,) = read("Order number: 100200\n> Order number: 555555\n> Total: £5.00")
    assert (order.order_number, order.total) == ("100200", None)


def test_a_time_is_in_the_zone_that_is_given():
    (order,) = read("Order number: 100200\nOrdered on 2025-01-06 10:00:05", timezone="Europe/Amsterdam")
    assert order.order_time.isoformat() == "2025-01-06T10:00:05+01:00"


def test_an_e_invoice_attached_to_a_mail_decides():
    ubl = b"""<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"><ID>X-9</ID><IssueDate>2025-01-06</IssueDate>
        <DocumentCurrencyCode>EUR</DocumentCurrencyCode><LegalMonetaryTotal><TaxInclusiveAmount currencyID="EUR">5.00</TaxInclusiveAmount></LegalMonetaryTotal></Invoice>"""
    (order,) = read(mail("Your invoice X-9 is attached.", attached=[(ubl, "xml", "x.xml")]), "m.eml")
    assert (order.type, order.invoice_number, order.total, order.confidence) == ("invoice", "X-9", Decimal(5), 0.99)


@pytest.mark.parametrize("total", ["Total: -£12.00", "Total -12.00 GBP"])
def test_what_is_paid_back_is_less_than_nothing(total):
    (order,) = read(f"Credit note no. CN-2024-12\n{total}")
    assert (order.type, order.total) == ("credit_note", Decimal("-12.00"))


def test_the_day_beside_a_number_is_that_of_what_it_numbers():
    (order,) = read("Order no./date: 4500123 / 05.03.2024\nInvoice no./date: 90011 / 06.03.2024")
    assert (order.order_date, order.issue_date) == ("2024-03-05", "2024-03-06")
