# ruff: noqa: RUF001 - documents stand here as they are written
"""Mails and receipts in the shape in which large retailers of Europe send them; none is a recorded one."""

import pytest

from spiders.orders.document import read_document

CASES = {
    "cancel-mail": ('m.eml', """Subject: Your order 552311 has been cancelled
From: Shop <a@b.example>
To: x@y.example
Date: Mon, 06 Jan 2025 10:00:00 +0100

Hi, we cancelled your order 552311 as you asked. Refund of £12.00 within 5 days.""", [('other', None, '552311')]),
    "ship-track": ('m.eml', """Subject: Your parcel is on its way
From: Shop <a@b.example>
Date: Mon, 06 Jan 2025 10:00:00 +0100

Good news! Your order 7781245 has shipped.
Tracking number: 1Z999AA10123456784
Carrier reference: 00340434161094042557
Delivery note: LS-1234
Customer number: 88123""", [('delivery', None, '7781245')]),
    "dhl-only": ('m.eml', """Subject: Ihr Paket kommt heute
From: DHL <noreply@dhl.example>
Date: Mon, 06 Jan 2025 10:00:00 +0100

Guten Tag, Ihre Sendung 00340434161094042557 von Zalando wird heute zugestellt.
Sendungsnummer: 00340434161094042557""", [('delivery', None, None)]),
    "amazon-de-order": ('m.eml', """Subject: Ihre Amazon.de Bestellung von "Kaffee..."
From: "Amazon.de" <bestellbestaetigung@amazon.example>
Date: Tue, 05 Mar 2024 09:12:00 +0000

Guten Tag Max Mustermann,
vielen Dank für Ihre Bestellung. Wir informieren Sie, sobald Ihre Artikel versandt wurden.
Bestellung
#302-1234567-7654321
Zustellung: Donnerstag, 7. März
Summe: EUR 25,98""", [('order', None, '302-1234567-7654321')]),
    "amazon-es": ('m.eml', """Subject: Tu pedido de Amazon.es de "Libro" (n.º 404-1234567-7654321)
From: a@b.example
Date: Tue, 05 Mar 2024 09:12:00 +0000

Hola, gracias por tu pedido. Te informaremos cuando hayamos enviado tus productos.
Detalles del pedido
Pedido n.º 404-1234567-7654321
Total del pedido: EUR 15,99""", [('order', None, '404-1234567-7654321')]),
    "zalando": ('m.eml', """Subject: Danke für deine Bestellung
From: Zalando <info@zalando.example>
Date: Tue, 05 Mar 2024 09:12:00 +0000

Hallo Max, danke für deine Bestellung.
Deine Bestellnummer: 10103456789012
Bestelldatum: 05.03.2024
Gesamtsumme 59,95 €
Kundennummer 123456789""", [('order', None, '10103456789012')]),
    "bol": ('m.eml', """Subject: Bevestiging van je bestelling C00001A2BC
From: bol <automail@bol.example>
Date: Tue, 05 Mar 2024 09:12:00 +0000

Bedankt voor je bestelling! Bestelnummer C00001A2BC
Artikelen (2)
Totaal €34,98
Betaald met iDEAL NL91ABNA0417164300""", [('order', None, 'C00001A2BC')]),
    "bol2": ('mail.txt', """Hallo Jan,
We hebben je bestelling ontvangen.
Je bestelnummer is 4001234567.
Verwachte bezorgdatum: 12 maart 2024
Totaalbedrag: € 22,49""", [('order', None, '4001234567')]),
    "ikea": ('m.eml', """Subject: Deine IKEA Bestellbestätigung
From: IKEA <x@ikea.example>
Date: Tue, 05 Mar 2024 09:12:00 +0000

Bestellnummer: 1234567890
Bestelldatum: 5. März 2024
Artikelnummer 403.592.45
IKEA Family Nummer: 6275980123456789
Gesamtsumme: 149,00 €""", [('order', None, '1234567890')]),
    "coolblue": ('m.eml', """Subject: Je bestelling 51234567
From: x@coolblue.example
Date: Tue, 05 Mar 2024 09:12:00 +0000

Bedankt voor je bestelling
Ordernummer: 51234567
Klantnummer: 1234567
Totaal: 299,-""", [('order', None, '51234567')]),
    "carrefour": ('m.eml', """Subject: Confirmation de votre commande
From: x@carrefour.example
Date: Tue, 05 Mar 2024 09:12:00 +0000

Bonjour, merci pour votre commande !
Numéro de commande : 240305-CF-77812
Retrait Drive : Carrefour Drive Lyon, le 06/03/2024 entre 10h00 et 11h00
Montant total : 87,45 €
Carte de fidélité n° 9135720012345678901""", [('order', None, '240305-CF-77812')]),
    "allegro": ('m.eml', """Subject: Potwierdzenie zakupu
From: x@allegro.example
Date: Tue, 05 Mar 2024 09:12:00 +0000

Dziękujemy za zakupy!
Numer zamówienia: 1a2b3c4d-5e6f-11ee-9abc-1234567890ab
Data zakupu: 5 marca 2024
Do zapłaty: 129,99 zł
Numer oferty: 13245678901""", [('order', None, '1a2b3c4d-5e6f-11ee-9abc-1234567890ab')]),
    "emag": ('m.eml', """Subject: Comanda ta a fost inregistrata
From: x@emag.example
Date: Tue, 05 Mar 2024 09:12:00 +0000

Salut! Iti multumim pentru comanda.
Comanda nr. 412345678 din data 05.03.2024
Total de plata: 259,99 Lei
AWB: 1ONB12345678""", [('order', None, '412345678')]),
    "rewe": ('m.eml', """Subject: Deine REWE Bestellung 3-DE-12345678 ist eingegangen
From: x@rewe.example
Date: Tue, 05 Mar 2024 09:12:00 +0000

Bestellnummer: 3-DE-12345678
Abholung: REWE Markt, Hauptstr. 1, Mi, 06.03.2024, 16:00 - 18:00 Uhr
Gesamtsumme: 45,12 €
PAYBACK Nr. 3083421234567890""", [('order', None, '3-DE-12345678')]),
    "tesco": ('m.eml', """Subject: Your Tesco order confirmation
From: x@tesco.example
Date: Tue, 05 Mar 2024 09:12:00 +0000

Thanks for your order.
Order number: 5123-4567-890
Collection: Wed 6 March, 2pm - 4pm
Clubcard number 634004024012345678
Guide price: £45.30""", [('order', None, '5123-4567-890')]),
    "fwd": ('m.eml', """Subject: Fwd: Order confirmation
From: Jane <jane@home.example>
Date: Tue, 05 Mar 2024 09:12:00 +0000

see below, for the bookkeeping

---------- Forwarded message ---------
From: Kade <bestelling@kade.example>
Date: Mon, Mar 4, 2024 at 10:00 AM
Subject: Order confirmation 771234
To: <jane@home.example>

Thank you for your order.
Order number: 771234
Total: €12.00""", [('order', None, '771234')]),
    "multi": ('m.eml', """Subject: Je bestellingen
From: x@y.example
Date: Tue, 05 Mar 2024 09:12:00 +0000

Bestelling 1001001
Besteld op: 01-03-2024
Totaal: € 10,00

Bestelling 1001002
Besteld op: 02-03-2024
Totaal: € 20,00

Bestelling 1001003
Besteld op: 03-03-2024
Totaal: € 30,00""", [('order', None, '1001001'), ('order', None, '1001002'), ('order', None, '1001003')]),
    "fi": ('mail.txt', """Hei Matti,
Kiitos tilauksestasi!
Tilausnumero: 1000123456
Asiakasnumero: 99887
Viitenumero: 12 34567 89012
Yhteensä 45,90 €""", [('order', None, '1000123456')]),
    "no": ('mail.txt', """Takk for din bestilling!
Ordrenr.: 700812
KID: 0012345678901
Kundenr.: 1122
Totalt 599,00 kr""", [('order', None, '700812')]),
    "sv": ('mail.txt', """Tack för din beställning!
Ditt ordernummer är 12345678.
OCR: 998877665544
Summa: 1 299 kr""", [('order', None, '12345678')]),
    "sk": ('mail.txt', """Potvrdenie objednávky č. 2024001122
Variabilný symbol: 2024001122
Spolu s DPH: 45,50 €
IČO: 12345678, DIČ: 2020123456, IČ DPH: SK2020123456""", [('order', None, '2024001122')]),
    "cz-alza": ('mail.txt', """Dobrý den, děkujeme za Vaši objednávku 412345678.
Objednávka č. 412345678
Kód pro vyzvednutí: 1234
Celkem k úhradě: 1 299 Kč""", [('order', None, '412345678')]),
    "hu-emag": ('mail.txt', """Kedves Vásárlónk!
Köszönjük a rendelésedet! A rendelés száma: 345678901
Csomagszám: HU12345678
Végösszeg: 12 990 Ft""", [('order', None, '345678901')]),
    "bg": ('mail.txt', """Благодарим за поръчката!
Поръчка № 77889900
ЕИК 123456789
Общо: 45,60 лв.""", [('order', None, '77889900')]),
    "el": ('mail.txt', """Σας ευχαριστούμε για την παραγγελία σας!
Αριθμός παραγγελίας: 1000567
ΑΦΜ 123456789
Σύνολο: 45,60 €""", [('order', None, '1000567')]),
    "hr": ('mail.txt', """Hvala na narudžbi!
Broj narudžbe: 00123456
OIB: 12345678901
Ukupno: 45,60 €""", [('order', None, '00123456')]),
    "sl": ('mail.txt', """Potrditev naročila
Št. naročila: 700123
Skupaj z DDV: 45,60 €""", [('order', None, '700123')]),
    "et": ('mail.txt', """Täname tellimuse eest!
Tellimuse number: 100045
Viitenumber: 1234567
Kokku: 45,60 €""", [('order', None, '100045')]),
    "lv": ('mail.txt', """Paldies par pasūtījumu!
Pasūtījuma numurs: 100045
Kopā: 45,60 €""", [('order', None, '100045')]),
    "lt": ('mail.txt', """Ačiū už užsakymą!
Užsakymo numeris: LT-100045
Įmonės kodas: 123456789
Iš viso: 45,60 €""", [('order', None, 'LT-100045')]),
    "pt-cont": ('mail.txt', """Continente Online - Fatura simplificada
Fatura FS 0012/123456
Nº encomenda: 99887766
NIF: 502011475
Total a pagar: 45,60 €""", [(None, 'FS 0012/123456', '99887766')]),
    "es-simpl": ('mail.txt', """FACTURA SIMPLIFICADA
Nº de factura: T-0012-334455
Nº de pedido: 77889900
CIF: B12345678
TOTAL 12,34 €""", [('invoice', 'T-0012-334455', '77889900')]),
    "be-nl-fr": ('mail.txt', """Factuurnummer / N° de facture: VF24-00123
Klantnr. / N° client: 10099
Bestelnr. / N° de commande: 55443322
Totaal / Total: 55,00 €""", [(None, 'VF24-00123', '55443322')]),
    "ch-de-fr": ('mail.txt', """Rechnungsnummer / Numéro de facture  10012345
Kundennummer / Numéro de client  556677
Referenznummer 21 00000 00003 13947 14300 09017
Total CHF 81.00""", [(None, '10012345', None)]),
    "shopify": ('m.eml', """Subject: Order #1234 confirmed
From: store@x.example
Date: Tue, 05 Mar 2024 09:12:00 +0000

Thank you for your purchase!
ORDER #1234
Order summary
Tea × 1  £5.00
Total £5.00 GBP""", [('order', None, '1234')]),
    "woo": ('m.eml', """Subject: Your Shop order has been received!
From: store@x.example
Date: Tue, 05 Mar 2024 09:12:00 +0000

[Order #5678] (March 5, 2024)
Product Quantity Price
Total: €25.00""", [('order', None, '5678')]),
    "ebay": ('m.eml', """Subject: Order confirmed: Vintage lamp
From: ebay@ebay.example
Date: Tue, 05 Mar 2024 09:12:00 +0000

Order number:
12-34567-89012
Item ID: 123456789012
Total:
£25.00""", [('order', None, '12-34567-89012')]),
    "sainsbury": ('mail.txt', """Thanks for your order, Jane
Your order reference is 112233445
Slot: Tuesday 5 March 10am-11am
Estimated total £45.00""", [('order', None, '112233445')]),
    "fwd-de": ('m.eml', """Subject: WG: Ihre Bestellung
From: Max <max@home.example>
Content-Type: text/plain; charset=utf-8

Von: Shop <s@shop.example>
Gesendet: Montag, 6. Januar 2025 10:00
An: Max
Betreff: Ihre Bestellung 5512345

Vielen Dank für Ihre Bestellung.
Bestellnummer 5512345
Summe 10,00 €

Am 05.01.2025 schrieb Max:
> Bestellnummer 111222""", [('order', None, '5512345')]),
    "pl-orders": ('mail.txt', """Zamówienie nr 123/2024 z dnia 05.03.2024
Sprzedawca: Sklep Sp. z o.o., NIP 1234567890
Razem: 59,90 zł""", [('order', None, '123/2024')]),
    "turkish": ('mail.txt', """Siparişiniz alındı!
Sipariş No: 998877665
Toplam: 250,00 TL
Kargo Takip No: 1234567890""", [('order', None, '998877665')]),
    "ukr": ('mail.txt', """Дякуємо за замовлення!
Замовлення № 55667788
До сплати: 250 грн""", [('order', None, '55667788')]),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_what_a_retailer_sends_is_read(case):
    name, text, expected = CASES[case]
    read = read_document(text.encode(), name=name)
    assert [(o.type, o.invoice_number, o.order_number) for o in read] == [
        (kind or o.type, invoice, order) for (kind, invoice, order), o in zip(expected, read, strict=True)
    ]
