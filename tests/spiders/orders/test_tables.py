# ruff: noqa: E501 - documents stand here as they are written
"""Where numbers stand: in tables with empty cells, in columns, far from their labels."""

import pytest

from spiders.orders.document import read_document

CASES = {
    "orlen": ('mail.txt', """Faktura nr: F 1234K20/1234/12                                                            Data wystawienia: 2021-01-01
Sprzedawca: Polski Koncern Naftowy ORLEN S.A.
NIP:               774-00-01-454
Nabywca:           GŁÓWNY URZĄD STATYSTYCZNY
NIP:               5261040828
                                                                      Razem:         257,59                   59,24      316,83
                                                                       w tym:         257,59        23        59,24       316,83
Należność ogółem: 316,83 PLN
Do dokumentów: Dok. wydania: 1234567 Dok.fisk.nr 12345 z dnia 2021-01-01""", [('invoice', 'F 1234K20/1234/12', None)]),
    "empty-cells": ('mail.txt', """Order number      Invoice number      Date            Total
100200            RE-1                2024-01-02      10,00 €
100201                                2024-01-03      11,00 €
100202            RE-3                2024-01-04      12,00 €""", [(None, 'RE-1', '100200'), (None, None, '100201'), (None, 'RE-3', '100202')]),
    "empty-cells-html": ('p.html', '<html><table><tr><th>Bestelnummer</th><th>Factuurnummer</th><th>Datum</th><th>Totaal</th></tr><tr><td>100200</td><td>F-1</td><td>02-01-2024</td><td>€ 10,00</td></tr><tr><td>100201</td><td></td><td>03-01-2024</td><td>€ 11,00</td></tr><tr><td>100202</td><td>F-3</td><td>04-01-2024</td><td>€ 12,00</td></tr></table></html>', [(None, 'F-1', '100200'), (None, None, '100201'), (None, 'F-3', '100202')]),
    "empty-cells-html-key": ('p.html', '<html><table><tr><th>Factuurnummer</th><th>Bestelnummer</th><th>Datum</th><th>Totaal</th></tr><tr><td>F-1</td><td>100200</td><td>02-01-2024</td><td>€ 10,00</td></tr><tr><td></td><td>100201</td><td>03-01-2024</td><td>€ 11,00</td></tr><tr><td>F-3</td><td>100202</td><td>04-01-2024</td><td>€ 12,00</td></tr></table></html>', [(None, 'F-1', '100200'), (None, None, '100201'), (None, 'F-3', '100202')]),
    "empty-first-cell-header": ('mail.txt', """Rechnungsnummer    Bestellnummer    Kundennummer    Datum
                   7001234          556677          03.02.2024""", [(None, None, '7001234')]),
    "header-narrow": ('mail.txt', """Factuurnr.  Factuurdatum  Debiteurnr.  Uw referentie  Ordernr.
20240123    15-03-2024    100456                      SO88123""", [(None, '20240123', 'SO88123')]),
    "header-right-aligned": ('mail.txt', """   Invoice No      Order No       Date
      90011        770055   12/03/2024""", [(None, '90011', '770055')]),
    "header-missing-value-2": ('mail.txt', """Invoice No.        Customer No.        Order No.
                   55512               900100""", [(None, None, '900100')]),
    "de-2col": ('mail.txt', """Max Mustermann                                   Rechnungs-Nr.:       RE20240071
Musterweg 1                                      Rechnungsdatum:      11.03.2024
12345 Musterstadt                                Kunden-Nr.:          K-10233
                                                 Auftrags-Nr.:        AU20240055
                                                 Lieferdatum:         10.03.2024

Rechnung

Rechnungsbetrag  119,00 EUR""", [('invoice', 'RE20240071', 'AU20240055')]),
    "de-2col-labels-left": ('mail.txt', """Rechnungs-Nr.        Datum            Kunden-Nr.       Bestell-Nr.
RE20240071           11.03.2024       K-10233          SHOP-88""", [(None, 'RE20240071', 'SHOP-88')]),
    "far-label": ('mail.txt', """Invoice No.



                                                                                        INV-000451
Invoice Date
                                                                                        3 May 2024
Total £44.00""", [(None, 'INV-000451', None)]),
    "two-invoices-one-order": ('mail.txt', """Beste klant,
Uw order 880011 is gesplitst in twee facturen:
Factuurnummer: 2024-1001  Bedrag: € 10,00
Factuurnummer: 2024-1002  Bedrag: € 20,00""", [(None, '2024-1001', '880011'), (None, '2024-1002', '880011')]),
    "history-en": ('h.html', '<html><body><h1>Order history</h1><table><tr><th>Order</th><th>Date</th><th>Status</th><th>Total</th><th></th></tr><tr><td>SO-1001</td><td>1 May 2024</td><td>Dispatched</td><td>£10.00</td><td>View</td></tr><tr><td>SO-1002</td><td>2 May 2024</td><td></td><td>£20.00</td><td>View</td></tr><tr><td>SO-1003</td><td>3 May 2024</td><td>Cancelled</td><td>£30.00</td><td>View</td></tr></table></body></html>', [(None, None, 'SO-1001'), (None, None, 'SO-1002'), (None, None, 'SO-1003')]),
    "history-fr": ('h.html', '<html><body><h1>Mes commandes</h1><table><tr><th>N° facture</th><th>N° commande</th><th>Date</th><th>Total TTC</th></tr><tr><td>FA-001</td><td>CMD-900</td><td>01/05/2024</td><td>10,00 €</td></tr><tr><td></td><td>CMD-901</td><td>02/05/2024</td><td>20,00 €</td></tr></table></body></html>', [(None, 'FA-001', 'CMD-900'), (None, None, 'CMD-901')]),
    "history-it-2head": ('h.html', '<html><body><table><tr><th>Numero ordine</th><th>Data</th><th>Totale</th><th>Documenti</th></tr><tr><td>100045</td><td>12/05/2024</td><td>€ 22,00</td><td>Fattura</td></tr><tr><td>100046</td><td>13/05/2024</td><td>€ 32,00</td><td></td></tr></table></body></html>', [(None, None, '100045'), (None, None, '100046')]),
    "kv-table-es": ('p.html', '<html><body><table><tr><td>Número de pedido</td><td>987654321</td></tr><tr><td>Fecha</td><td>12/05/2024</td></tr><tr><td>Número de factura</td><td></td></tr><tr><td>Total</td><td>25,30 €</td></tr></table></body></html>', [(None, None, '987654321')]),
    "kv-table-empty-next": ('p.html', '<html><body><table><tr><td>Factuurnummer</td><td></td></tr><tr><td>Bestelnummer</td><td>55667788</td></tr><tr><td>Klantnummer</td><td>1234</td></tr><tr><td>Totaal</td><td>€ 9,95</td></tr></table></body></html>', [(None, None, '55667788')]),
    "kv-div": ('p.html', '<html><body><div><span>Ordrenummer</span><span>88123</span></div><div><span>Kundenummer</span><span>4411</span></div><div><span>Total</span><span>1.299,00 kr</span></div></body></html>', [(None, None, '88123')]),
    "kv-dl": ('p.html', '<html><dl><dt>Bestellnummer</dt><dd>A-1</dd><dt>Rechnungsnummer</dt><dd></dd><dt>Kundennummer</dt><dd>9911</dd></dl></html>', [(None, None, 'A-1')]),
    "articles-table": ('mail.txt', """Rechnung Nr. 4711
Datum: 01.02.2024
Pos   Artikelnummer   Bezeichnung            Menge   Preis    Summe
1     80012345        Kabel                  1       9,99     9,99
2     80012346        Order-Block A5         2       2,00     4,00
Gesamtbetrag  13,99 EUR""", [('invoice', '4711', None)]),
    "ship-to-order": ('mail.txt', """INVOICE
Bill To: Jane Doe                    Ship To: Jane Doe
Invoice #        Invoice Date    P.O.#        Due Date
US-001           11/02/2019      2312/2019    26/02/2019
TOTAL $154.06""", [('invoice', 'US-001', '2312/2019')]),
    "excel-like": ('mail.txt', """INVOICE                                   DATE: 1/30/2024
                                          INVOICE # 100
                                          FOR: Project
Total $1,030.00""", [('invoice', '100', None)]),
    "nl-fact": ('mail.txt', """Kade Markt B.V.
Havenkade 1, 5916 XX Venlo
KvK 12345678   BTW NL001234567B01   IBAN NL91ABNA0417164300

FACTUUR 2024-000123

Datum 12-03-2024
Klant 100234
Bestelling 4455667""", [('invoice', '2024-000123', '4455667')]),
    "deliv-invoice": ('mail.txt', """Rechnung / Lieferschein
Rechnungs-Nr.: 550011
Lieferschein-Nr.: 880022
Auftrags-Nr.: 770033""", [('invoice', '550011', '770033')]),
    "proforma": ('mail.txt', """Proforma invoice no. PF-100
Order no. 9911
Total £10.00""", [(None, None, '9911')]),
    "invoice-no-tab": ('mail.txt', """Invoice No	:	IN-221
Order No	:	OR-9""", [(None, 'IN-221', 'OR-9')]),
    "spaces-colon": ('mail.txt', """Invoice No           :           IN-221
Order No             :           OR-9""", [(None, 'IN-221', 'OR-9')]),
    "value-first": ('mail.txt', """IN-2210 Invoice number""", [(None, 'IN-2210', None)]),
    "history-div": ('h.html', "<html><table><thead><tr><th>Order</th><th>Date</th><th>Total</th></tr></thead><tbody><tr><td><div><a href='#'>#1021</a></div></td><td><div>21 May 2024</div></td><td><div>£21.00</div><div>for 2 items</div></td></tr><tr><td><div><a href='#'>#1022</a></div></td><td><div>22 May 2024</div></td><td><div>£22.00</div><div>for 2 items</div></td></tr><tr><td><div><a href='#'>#1023</a></div></td><td><div>23 May 2024</div></td><td><div>£23.00</div><div>for 2 items</div></td></tr></tbody></table></html>", [(None, None, '1021'), (None, None, '1022'), (None, None, '1023')]),
    "statement": ('mail.txt', """Statement of account
Invoice      Date         Amount
INV-1001     01/02/2024   £10.00
INV-1002     15/02/2024   £20.00
CN-0001      20/02/2024   £-5.00""", [(None, 'INV-1001', None), (None, 'INV-1002', None), (None, 'CN-0001', None)]),
    "seitenzahl": ('mail.txt', """Rechnung Seite 1 von 2
Rechnung-Nr 445566 Seite 1/2
Gesamtbetrag 5,00 €""", [('invoice', '445566', None)]),
    "rg-kdnr": ('mail.txt', """Rechnung Nr. 2024/445 / Kd.-Nr. 10012 / Auftrag 88771
Gesamtbetrag 5,00 €""", [('invoice', '2024/445', '88771')]),
    "slash-line": ('mail.txt', """Facture n° 2024-55 - Client n° 889 - Commande n° 7712 du 05/01/2024""", [('invoice', '2024-55', '7712')]),
    "semicolon": ('mail.txt', """Invoice: 2024-778; Order: 99812; Customer: 3321""", [('invoice', '2024-778', '99812')]),
    "markdown": ('mail.txt', """**Order Number:** 112-998
**Order Date:** 6 Jan 2025
**Total:** $12.00""", [(None, None, '112-998')]),
    "brackets": ('mail.txt', """Bestellung (Nr. 7788991) vom 6. Januar 2025""", [(None, None, '7788991')]),
    "hash-space": ('mail.txt', """Order # 778899
Order placed: 6 January 2025""", [(None, None, '778899')]),
    "cz-fact": ('mail.txt', """Faktura - daňový doklad
číslo: 2411002233
Objednávka č.: 77889911
Datum vystavení: 05.03.2024
Celkem: 1 210 Kč""", [(None, '2411002233', '77889911')]),
    "es-fact": ('mail.txt', """FACTURA
Nº: 2024/000123
Fecha: 05/03/2024
Pedido: 7788991
Total: 60,50 €""", [('invoice', '2024/000123', '7788991')]),
    "it-bare": ('mail.txt', """FATTURA
Numero: 123/A
Data: 05/03/2024
Totale € 10,00""", [('invoice', '123/A', None)]),
    "page2": ('mail.txt', """Invoice INV-20033
Page 1 of 2
...
Carried forward 10.00

Invoice INV-20033
Page 2 of 2
Total 20.00 GBP""", [('invoice', 'INV-20033', None)]),
    "single-space-heads-date": ('mail.txt', """Invoice Number Order Number Invoice Date
INV-1001 SO-2002 3 March 2024
Total £5.00""", [('invoice', 'INV-1001', 'SO-2002')]),
    "single-space-heads-missing": ('mail.txt', """Invoice Number Order Number Customer Number
SO-2002 C-3003
Total £5.00""", [(None, None, None)]),
    "collective": ('mail.txt', """Sammelrechnung Nr. SR-900
Bestellnummer    Datum         Betrag
7001             01.03.2024    10,00 €
7002             02.03.2024    20,00 €""", [(None, 'SR-900', '7001'), (None, 'SR-900', '7002')]),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_a_number_is_found_where_it_stands(case):
    name, text, expected = CASES[case]
    read = read_document(text.encode(), name=name)
    assert [(o.type, o.invoice_number, o.order_number) for o in read] == [
        (kind or o.type, invoice, order) for (kind, invoice, order), o in zip(expected, read, strict=True)
    ]
