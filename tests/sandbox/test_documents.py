from email import message_from_bytes, policy
from urllib.request import Request, urlopen

import pytest
from pypdf import PdfReader

from sandbox.documents import write_documents
from sandbox.money import dutch
from sandbox.sessions import COOKIE, CUSTOMER


@pytest.fixture
def order(shop):
    return shop.place_order("both", "pickup")


def test_an_order_of_both_parts_has_a_mail_and_two_invoices(shop, order, tmp_path):
    names = [path.name for path in write_documents(shop, tmp_path / "mails")]
    assert names == [
        f"2025-03-18-order-{order.order}.eml",
        *(f"2025-03-18-invoice-{invoice.printed}.pdf" for invoice in order.invoices),
    ]


def test_an_invoice_has_its_facts_in_its_text_layer(shop, order, tmp_path):
    *_, path = write_documents(shop, tmp_path)
    text = PdfReader(path).pages[0].extract_text()
    invoice = order.invoices[-1]
    for fact in (
        f"Invoice no. {invoice.printed}",
        f"Order no. {order.order}",
        "Invoice date: 18-03-2025 09:00:0",
        f"Total incl. VAT: {dutch(invoice.cents)}",
        CUSTOMER.name,
        CUSTOMER.street,
    ):
        assert fact in text


def test_a_mail_has_text_and_html_that_name_every_invoice(shop, order, tmp_path):
    path = next(path for path in write_documents(shop, tmp_path) if path.suffix == ".eml")
    mail = message_from_bytes(path.read_bytes(), policy=policy.default)
    for part in ("plain", "html"):
        text = mail.get_body([part]).get_content()
        assert all(f"Invoice no. {invoice.printed}" in text for invoice in order.invoices)
    assert mail["Date"].datetime.timestamp() == order.placed


def test_documents_are_the_same_bytes_every_time(shop, order, tmp_path):
    one, other = (write_documents(shop, tmp_path / name) for name in ("one", "other"))
    assert [path.read_bytes() for path in one] == [path.read_bytes() for path in other]
    assert len(order.invoices) == 2


def test_the_account_hands_out_the_invoice(shop, order, base_url, tmp_path):
    url = f"{base_url}/account/invoices/{order.invoices[0].printed}.pdf"
    with urlopen(Request(url, headers={"Cookie": f"{COOKIE}={shop.sessions.open()}"})) as answer:
        served = answer.read()
    assert served == write_documents(shop, tmp_path)[1].read_bytes()
