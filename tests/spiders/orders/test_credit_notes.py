"""Credit notes: their own number, and not that of the invoice that they take back."""

import pytest

from spiders.orders.document import read_document

CASES = {
    "credit1": ('mail.txt', """Gutschrift
Gutschriftsnummer: GS-2024-0017
Datum: 12.04.2024
Zu Rechnung Nr. RE-2024-0815 vom 03.04.2024
Bestellnummer: 7001234
Gesamtbetrag: -49,90 €""", [('credit_note', 'GS-2024-0017', '7001234')]),
    "credit2": ('mail.txt', """CREDIT NOTE
Credit Note No: CN-5501
Original Invoice No: INV-10044
Invoice Date: 03/04/2024
Order No: 884422
Total: £-12.00""", [('credit_note', 'CN-5501', '884422')]),
    "credit3": ('mail.txt', """Creditfactuur
Creditfactuurnummer: C2024-11
Betreft factuur: 2024-0998
Factuurnummer oorspronkelijk: 2024-0998
Totaal: € -10,00""", [('credit_note', 'C2024-11', None)]),
    "credit4": ('mail.txt', """AVOIR N° AV-0091
Date : 12/05/2024
Facture d'origine n° FA-7781 du 02/05/2024
Commande n° 300200
Total TTC : -30,00 €""", [('credit_note', 'AV-0091', '300200')]),
    "credit5": ('mail.txt', """FAKTURA KORYGUJĄCA nr FK/12/2024
do faktury nr FV/100/2024 z dnia 2024-03-01
Data wystawienia: 2024-03-10
Razem brutto: -20,00 zł""", [('credit_note', 'FK/12/2024', None)]),
    "credit6": ('mail.txt', """Nota di credito n. NC 15/2024
Rif. fattura n. 1200/2024 del 03/02/2024
Totale documento: € 50,00""", [('credit_note', 'NC 15/2024', None)]),
    "credit7": ('mail.txt', """Factura rectificativa
Número: R-2024-15
Factura rectificada: A-2024-120
Fecha: 12/03/2024
Total: -15,00 €""", [('credit_note', 'R-2024-15', None)]),
    "credit8": ('mail.txt', """Opravný daňový doklad č. 2024900012
k faktuře č. 2024000123
Celkem k vrácení: 500,00 Kč""", [('credit_note', '2024900012', None)]),
    "credit9": ('mail.txt', """Kreditnota
Kreditnotanr. 5521
Vedrørende faktura nr. 90210
Total: -100,00 kr""", [('credit_note', '5521', None)]),
    "credit10": ('mail.txt', """Kreditfaktura
Fakturanummer: 778812
Avser faktura: 778001
Summa: -100,00 kr""", [('credit_note', '778812', None)]),
    "credit-series": ('mail.txt', """Factură storno
Seria KDE Nr. 0012399
Stornează factura seria KDE nr. 0012345""", [('credit_note', 'KDE 0012399', None)]),
    "en-credit-table": ('mail.txt', """CREDIT NOTE
Credit Note No.   Date         Original Invoice   Order No.
CN-10077          12/05/2024   INV-5550           SO-771""", [('credit_note', 'CN-10077', 'SO-771')]),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_a_credit_note_states_its_own_number(case):
    name, text, expected = CASES[case]
    read = read_document(text.encode(), name=name)
    assert [(o.type, o.invoice_number, o.order_number) for o in read] == [
        (kind or o.type, invoice, order) for (kind, invoice, order), o in zip(expected, read, strict=True)
    ]
