# ruff: noqa: E501 - documents stand here as they are written
"""Invoices whose number has no label of its own, an odd one, or one that stands elsewhere than most do."""

import pytest

from spiders.orders.document import read_document

CASES = {
    "a column": ("FACTURE\nNuméro     FA-2025-0117\nDate     12/03/2025", "invoice", "FA-2025-0117", None),
    "behind a colon": ("INVOICE\nNumber: 10455\nDate: 4 March 2025\nCompany no. 0123456", "invoice", "10455", None),
    "two languages": ("FACTUUR / FACTURE\nNummer / Numéro: 2025/0441\nDatum / Date: 04/03/2025", "invoice", "2025/0441", None),
    "its credit note's": ("SZTORNÓ SZÁMLA\nSorszám: ST-2025/7\nEredeti számla sorszáma: KD-2025/118", "credit_note", "ST-2025/7", None),
    "called an invoice's": ("İADE FATURASI\nFatura No: IAD2025000000123\nGenel Toplam: 120,00 TL", "credit_note", "IAD2025000000123", None),
    "before its noun": ("Csatoltan küldjük az AB-2025-77 sorszámú számlát.\nÖsszesen: 12 000 Ft", "invoice", "AB-2025-77", None),
    "of a month": ("Faktura nr 12/01/2025\nData wystawienia: 14.01.2025", "invoice", "12/01/2025", None),
    "strokes of two kinds": ("Rechnung Nr. 2025/04-17\nUSt-IdNr. DE123456789", "invoice", "2025/04-17", None),
    "broken label": ("Invoice\nnumber:\nIV-77120\nOrder\nnumber:\nSO-88120", "invoice", "IV-77120", "SO-88120"),
    "stacked": ("INVOICE\nInvoice No\nOrder No\nDate\nINV-7001\nSO-8802\n4 March 2025", "invoice", "INV-7001", "SO-8802"),
    "stacked days": ("Numéro de facture\nDate de facture\nF-88120\n04/03/2025\nTotal TTC 45,00 €", "invoice", "F-88120", None),
    "set in marks": ("**Order number:** `MD-7712`\n**Invoice:** _IV-2025-9_", "invoice", "IV-2025-9", "MD-7712"),
    "a series and a year": ("FACTURA\nSerie: A   Número: 2025/118\nPedido: 990112", "invoice", "A 2025/118", "990112"),
    "inflected": ("Twoje zamówienie o numerze 2025/03/0877 zostało przyjęte.", "order", None, "2025/03/0877"),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_a_number_is_found_by_its_place_or_its_words(case):
    text, kind, invoice, number = CASES[case]
    (order,) = read_document(text.encode(), name="a.txt")
    assert (order.type, order.invoice_number, order.order_number) == (kind, invoice, number)
    assert order.confidence > 0.5


@pytest.mark.parametrize(
    "text",
    [
        "Invoice number: 04/03/2025\nTotal £45.00",
        "Rechnung\nIBAN DE02 1203 0000 0000 2020 51\nVerwendungszweck: 20250304-118",
    ],
)
def test_what_may_be_a_day_or_another_number_is_refused(text):
    assert all(order.confidence < 0.5 for order in read_document(text.encode(), name="a.txt"))


def test_a_ledger_is_read_below_a_title_that_hides_its_signs():
    text = "Export vom 04.03.2025\n\nNr.;Rechnungsnummer;Auftrag;Datum;Betrag EUR\n1;R-1;A-1;01.03.25;1.020,50\n;;;Summe;1.020,50\n"
    (order,) = read_document(text.encode(), name="a.csv")
    assert (order.invoice_number, order.order_number, str(order.total)) == ("R-1", "A-1", "1020.50")


def test_a_negative_amount_of_a_ledger_is_a_credit_note():
    text = "Invoice;Date;Amount\nIN-1;2025-03-01;20.00\nCN-1;2025-03-04;-20.00\n"
    assert [order.type for order in read_document(text.encode(), name="a.csv")] == ["invoice", "credit_note"]


def test_a_sum_below_a_column_of_numbers_is_no_invoice():
    text = "Date         Invoice No.   Order Ref\n04/03/2025   25-7712       W-5512\n\nTotal        GBP 12.00"
    (order,) = read_document(text.encode(), name="a.txt")
    assert (order.invoice_number, order.order_number) == ("25-7712", "W-5512")


def test_a_label_is_whole_in_a_mail_whose_lines_flow():
    mail = b"Subject: Order\nContent-Type: text/plain; format=flowed\n\nYour order number is \nFL-77120 and it will \ncome.\n"
    (order,) = read_document(mail, name="a.eml")
    assert order.order_number == "FL-77120"
