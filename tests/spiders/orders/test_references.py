# ruff: noqa: E501 - documents stand here as they are written
"""Whose an order's number is: the seller's own, the customer's reference, or that of an order which was replaced."""

import pytest

from spiders.orders.document import read_document

CASES = {
    "en": ("INVOICE\nInvoice no. 250117\nYour order no.: PO-88123\nOur order no.: 556677\nTotal EUR 120,00", "556677"),
    "plain": ("INVOICE\nInvoice no. 250117\nYour order no. PO-88123\nOrder no. 556677\nTotal EUR 120,00", "556677"),
    "de": ("Rechnung\nRechnungsnummer: 4711-25\nIhre Bestellnummer: 4500012345\nUnsere Auftragsnummer: A-99123", "A-99123"),
    "nl": ("Factuur\nFactuurnummer: F2025-17\nUw ordernummer: 778812\nOns ordernummer: 990011", "990011"),
    "fr": ("Facture n° F-12345\nVotre n° de commande : 778812\nNotre n° de commande : 990011", "990011"),
    "da": ("Faktura 5512\nDeres ordrenr. PO-77\nVores ordrenr. 88100", "88100"),
    "customers": ("Rechnung 2025118\nKundenbestellnummer: K-5512\nAuftragsnummer: 88100", "88100"),
    "alone": ("Fattura n. 87/A\nVs. ordine n. 5512 del 01/03/2025", "5512"),
    "columns": ("Invoice no.   Invoice date   Your order no.   Our order no.\nIV-10077      04/03/2025     PO-5512          SO-88100", "SO-88100"),
    "replaces": ("Order A-10023 replaces order no. A-10001\nTotal: 50.00 EUR", "A-10023"),
    "ersetzt": ("Auftragsbestätigung\nAuftrag Nr. 55231 ersetzt Auftrag Nr. 55199", "55231"),
    "vervangt": ("Orderbevestiging\nOrdernummer: 88190\nDeze order vervangt order 88123.", "88190"),
    "replaced by": ("Order amendment\nOrder no. 88123 has been replaced by order no. 88190.", "88190"),
    "an article replaced": ("Order 7781403 update: Milk was replaced by Oat milk.\nNew total £20.00", "7781403"),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_the_sellers_number_of_an_order_is_the_orders(case):
    text, number = CASES[case]
    (order,) = read_document(text.encode(), name="a.txt")
    assert (order.order_number, order.confidence > 0.5) == (number, True)


def test_two_numbers_of_which_neither_is_called_the_sellers_are_doubted():
    text = "Your order number: 778812\nOrder number: 990011\nTotal 5,00 EUR"
    assert all(order.confidence < 0.5 for order in read_document(text.encode(), name="a.txt"))


def test_a_ledgers_column_of_orders_is_the_sellers():
    for head in ("Customer PO,Order Number", "Your order,Our order"):
        text = f"{head},Invoice Number,Total\nPO-1,8801,I-1,10.00\n"
        assert [order.order_number for order in read_document(text.encode(), name="a.csv")] == ["8801"]


def test_an_invoice_that_was_replaced_is_not_the_documents():
    text = "Invoice no. 7781006 is replaced by invoice no. 7781437\nTotal £20.00"
    assert [order.invoice_number for order in read_document(text.encode(), name="a.txt")] == ["7781437"]
