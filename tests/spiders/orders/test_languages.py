# ruff: noqa: E501, RUF001 - documents stand here as they are written
"""Texts as shops in Europe write them; none of them is one of the recorded inputs."""

from decimal import Decimal

import pytest

from spiders.orders.document import read_document

INVOICES = {
    "de": ("Rechnung\nRechnungs-Nr.: RG-2024-00815\nRechnungsdatum: 03.04.2024\nKundennummer: 99812\nBestellnummer: 7001234\n"
           "Zwischensumme netto 100,00 €\nzzgl. 19 % MwSt. 19,00 €\nGesamtbetrag 119,00 €",
           ("RG-2024-00815", "7001234", "2024-04-03", "119.00", "19.00", "EUR")),
    "nl": ("FACTUUR\nFactuurnummer    2024-1017\nFactuurdatum     5 januari 2024\nOrdernummer      NL55667788\n"
           "Subtotaal excl. btw      € 20,66\nBTW 21%     € 4,34\nTotaal incl. btw     € 25,00",
           ("2024-1017", "NL55667788", "2024-01-05", "25.00", "4.34", "EUR")),
    "fr": ("FACTURE N° FC-88123\nDate de facturation : 12 février 2024\nN° de commande : 400-123456\n"
           "Total HT : 1 000,00 €\nTVA (20 %) : 200,00 €\nTotal TTC : 1 200,00 €\nNet à payer : 1 200,00 €",
           ("FC-88123", "400-123456", "2024-02-12", "1200.00", "200.00", "EUR")),
    "es": ("Factura nº: A/2024/0042\nFecha de factura: 02/03/2024\nPedido nº 99887766\nBase imponible 50,00 €\n"
           "IVA 21% 10,50 €\nTotal factura 60,50 €", ("A/2024/0042", "99887766", "2024-03-02", "60.50", "10.50", "EUR")),
    "it": ("Fattura n. 1234/E\nData fattura: 15/11/2023\nNumero d'ordine: 300045678\nImponibile: € 81,97\nIVA 22%: € 18,03\n"
           "Totale fattura: € 100,00", ("1234/E", "300045678", "2023-11-15", "100.00", "18.03", "EUR")),
    "pt": ("Fatura n.º FT 2024/981\nData de emissão: 2024-05-06\nEncomenda n.º 554433\nTotal sem IVA 40,65 €\nTotal IVA 9,35 €\n"
           "Total com IVA 50,00 €", ("FT 2024/981", "554433", "2024-05-06", "50.00", "9.35", "EUR")),
    "sv": ("Faktura\nFakturanummer: 556677\nFakturadatum: 2024-02-29\nOrdernummer: 1029384\nSumma exkl. moms 800,00 kr\n"
           "Moms 25% 200,00 kr\nTotalt inkl. moms 1 000,00 kr", ("556677", "1029384", "2024-02-29", "1000.00", "200.00", "SEK")),
    "da": ("Faktura nr. 90210\nFakturadato: 24-12-2023\nOrdrenr. 31415\nSubtotal 160,00 DKK\nMoms (25%) 40,00 DKK\n"
           "I alt inkl. moms 200,00 DKK", ("90210", "31415", "2023-12-24", "200.00", "40.00", "DKK")),
    "fi": ("LASKU\nLaskun numero 20240077\nLaskun päivämäärä 7.3.2024\nTilausnumero 110022\nYhteensä ilman alv 100,00 €\n"
           "ALV 24 % 24,00 €\nLoppusumma 124,00 €", ("20240077", "110022", "2024-03-07", "124.00", "24.00", "EUR")),
    "pl": ("Faktura VAT nr FV/123/05/2024\nData wystawienia: 14.05.2024\nNumer zamówienia: 778899\nRazem netto 100,00 zł\n"
           "Kwota VAT 23,00 zł\nRazem brutto 123,00 zł", ("FV/123/05/2024", "778899", "2024-05-14", "123.00", "23.00", "PLN")),
    "cs": ("Faktura - daňový doklad č. 2024000123\nDatum vystavení: 1. 3. 2024\nČíslo objednávky: 5544332\nVariabilní symbol: 999\n"
           "Celkem bez DPH 1 000,00 Kč\nDPH 21 % 210,00 Kč\nCelkem s DPH 1 210,00 Kč",
           ("2024000123", "5544332", "2024-03-01", "1210.00", "210.00", "CZK")),
    "hu": ("SZÁMLA\nSzámla sorszáma: ABC-2024/77\nSzámla kelte: 2024.06.01.\nRendelésszám: 123987\nÁFA 27%: 2 700 Ft\n"
           "Fizetendő végösszeg: 12 700 Ft\nBruttó végösszeg: 12 700 Ft", ("ABC-2024/77", "123987", "2024-06-01", "12700", "2700", "HUF")),
    "ro": ("FACTURA\nNumăr factură: FCT1009\nData emiterii: 09.08.2024\nNumăr comandă: 7654321\nTotal fără TVA 100,00 lei\n"
           "Total TVA 19,00 lei\nTotal cu TVA 119,00 lei", ("FCT1009", "7654321", "2024-08-09", "119.00", "19.00", "RON")),
    "el": ("Τιμολόγιο\nΑριθμός τιμολογίου: 4455\nΗμερομηνία έκδοσης: 05/02/2024\nΑριθμός παραγγελίας: 667788\nΦΠΑ 24%: 24,00 €\n"
           "Γενικό σύνολο: 124,00 €", ("4455", "667788", "2024-02-05", "124.00", "24.00", "EUR")),
    "bg": ("Фактура № 0000012345\nДата на издаване: 11.01.2024\nНомер на поръчка: 998877\nДДС 20%: 20,00 лв.\n"
           "Обща сума: 120,00 лв.", ("0000012345", "998877", "2024-01-11", "120.00", "20.00", "BGN")),
    "hr": ("Račun broj: 15-1-1\nDatum računa: 03.02.2024.\nBroj narudžbe: 445566\nPDV 25%: 25,00 €\nUkupno: 125,00 €",
           ("15-1-1", "445566", "2024-02-03", "125.00", "25.00", "EUR")),
    "en-us": ("INVOICE\nInvoice #: 10045\nInvoice Date: 04/05/2024\nOrder #: 77120\nAcme Store, Austin TX 78701, United States\n"
              "Subtotal: $100.00\nSales Tax: $8.25\nTotal: $108.25", ("10045", "77120", "2024-04-05", "108.25", "8.25", "USD")),
    "en-gb": ("VAT INVOICE\nInvoice number: GB-2024-17\nTax point: 01/02/2024\nInvoice date: 01/02/2024\nOrder ref: WEB-4412\n"
              "Net total £10.00\nVAT @ 20% £2.00\nGrand total £12.00", ("GB-2024-17", "WEB-4412", "2024-02-01", "12.00", "2.00", "GBP")),
    "ch": ("Rechnung Nr. 8800\nDatum: 17.09.2024\nAuftragsnummer: A-771\nMWST 8.1% CHF 81.00\nTotal CHF 1’081.00",
           ("8800", "A-771", "2024-09-17", "1081.00", "81.00", "CHF")),
}  # fmt: skip


@pytest.mark.parametrize("language", INVOICES)
def test_an_invoice_is_read_in_its_language(language):
    text, (number, order, day, total, tax, currency) = INVOICES[language]
    (read,) = read_document(text.encode(), name="invoice.txt")
    assert (read.type, read.invoice_number, read.order_number, read.issue_date) == ("invoice", number, order, day)
    assert (read.total, read.tax_total, read.currency) == (Decimal(total), Decimal(tax), currency)
    assert read.confidence > 0.5


ORDERS = {
    "de": ("Vielen Dank für Ihre Bestellung!\nIhre Bestellung Nr. 60055 vom 04.02.2024\nGesamtsumme: 49,90 €", "60055", "2024-02-04", "49.90"),
    "nl": ("Bedankt voor je bestelling!\nBestelnummer: 2024556677\nBesteld op: 3 maart 2024\nTotaal: € 39,95", "2024556677", "2024-03-03", "39.95"),
    "fr": ("Merci pour votre commande n° 123456789 du 12/05/2024\nTotal de la commande : 42,50 €", "123456789", "2024-05-12", "42.50"),
    "es": ("¡Gracias por tu pedido!\nTu número de pedido es 4004001\nFecha del pedido: 1 de junio de 2024\nImporte total: 25,30 €", "4004001", "2024-06-01", "25.30"),
    "it": ("Conferma d'ordine\nOrdine n. 770011 effettuato il 2 luglio 2024\nTotale ordine: 31,20 €", "770011", "2024-07-02", "31.20"),
    "pl": ("Dziękujemy za zamówienie!\nNumer zamówienia: 300200100\nData zamówienia: 05.08.2024\nDo zapłaty: 99,99 zł", "300200100", "2024-08-05", "99.99"),
    "sv": ("Tack för din beställning!\nOrdernummer 88001122\nOrderdatum 2024-09-01\nTotalsumma 449,00 kr", "88001122", "2024-09-01", "449.00"),
    "en": ("Thank you for your order!\nOrder #SO-10077\nPlaced on 12 October 2024\nSubtotal £20.00\nDelivery £3.50\nOrder total £23.50", "SO-10077", "2024-10-12", "23.50"),
}  # fmt: skip


@pytest.mark.parametrize("language", ORDERS)
def test_a_confirmation_is_read_in_its_language(language):
    text, number, day, total = ORDERS[language]
    (read,) = read_document(text.encode(), name="mail.txt")
    assert (read.type, read.order_number, read.order_date, read.invoice_number) == ("order", number, day, None)
    assert read.total == Decimal(total)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("GUTSCHRIFT\nGutschriftsnummer: GS-77\nzu Rechnung RG-12345\nGesamtbetrag 10,00 €", "credit_note"),
        ("Credit note\nCredit note number: CN-1001\nTotal £10.00", "credit_note"),
        ("Avoir n° AV-2024-9\nTotal TTC 12,00 €", "credit_note"),
        ("Lieferschein\nLieferschein-Nr. L-123\nBestellnummer 4711001", "delivery"),
        ("Your order has shipped\nOrder number: 778812\nTrack your parcel", "delivery"),
        ("Je bestelling is verzonden\nBestelnummer: 778812", "delivery"),
        ("Votre commande n° 551234 a été expédiée", "delivery"),
        ("Your order 552311 has been cancelled", "other"),
        ("Ihre Bestellung 552311 wurde storniert", "other"),
        ("Big summer sale! Order now, 2024 collection, from 9,99 €", "other"),
        ("Dear customer, our shop moved.", "other"),
    ],
)
def test_a_document_is_recognised_as_what_it_is(text, kind):
    assert [read.type for read in read_document(text.encode(), name="mail.txt")] == [kind]
