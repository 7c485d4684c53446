# ruff: noqa: E501, RUF001 - documents stand here as they are written
"""Numbers in sentences, in one line with others, and beside those of other documents."""

import pytest

from spiders.orders.document import read_document

CASES = {
    "us": ('Invoice\nInvoice No. 10-4455\nPO Number 4500012345\nAccount # 778899\nTerms Net 30\nShip Via UPS 1Z999\nTotal Due $55.00', [('invoice', '10-4455', '4500012345')]),
    "dash-label": ('Order no - 88123\nInvoice no – 99001', [(None, '99001', '88123')]),
    "equals": ('order_id=88123\ninvoice_id=99001', [(None, '99001', '88123')]),
    "label-newline": ('Your order number:\n\n    88123\n\nThanks', [('order', None, '88123')]),
    "caps-lines": ('ORDER NUMBER\n4455-AA\nORDER DATE\n3 MARCH 2024\nORDER TOTAL\n£5.00', [('order', None, '4455-AA')]),
    "in-sentence": ("We're happy to let you know that we've received your order (number 4455667) and will send it soon.", [(None, None, '4455667')]),
    "in-sentence-de": ('wir haben Ihre Bestellung mit der Nummer 4455667 erhalten.', [(None, None, '4455667')]),
    "in-sentence-fr": ('Votre commande numéro 4455667 a bien été enregistrée.', [(None, None, '4455667')]),
    "in-sentence-nl": ('We hebben je bestelling met nummer 4455667 ontvangen.', [(None, None, '4455667')]),
    "in-sentence-es": ('Hemos recibido tu pedido con número 4455667.', [(None, None, '4455667')]),
    "in-sentence-it": ('Abbiamo ricevuto il tuo ordine numero 4455667.', [(None, None, '4455667')]),
    "in-sentence-pl": ('Otrzymaliśmy Twoje zamówienie nr 4455667.', [(None, None, '4455667')]),
    "in-sentence-sv": ('Vi har tagit emot din beställning med nummer 4455667.', [(None, None, '4455667')]),
    "partial-ship": ('Part of your order 4455667 has been shipped. Shipment 2 of 3. Shipment ID 99887766.', [('delivery', None, '4455667')]),
    "inv-with-old": ('Invoice number: INV-2002\nPrevious invoice: INV-2001\nPrevious balance: £5.00\nTotal: £10.00', [('invoice', 'INV-2002', None)]),
    "replaces": ('Invoice INV-2002 replaces invoice INV-2001\nTotal £5.00', [(None, 'INV-2002', None)]),
    "delivery-note": ('DELIVERY NOTE\nDelivery note no. DN-7788\nOrder no. SO-5566\nInvoice to follow', [('delivery', None, 'SO-5566')]),
    "dn-fr": ('BON DE LIVRAISON N° BL-7788\nCommande n° 556677\nClient n° 1122', [('delivery', None, '556677')]),
    "quote-de": ('Angebot Nr. A-7788 zu Ihrer Anfrage\nGültig bis 12.05.2024\nSumme 10,00 €', [(None, None, None)]),
    "zeros": ('Order number: 000000123', [(None, None, '000000123')]),
    "nbsp": ('Order\xa0number:\xa0302-1234567-7654321', [(None, None, '302-1234567-7654321')]),
    "zwj": ('Order number:\u200b 4455667', [(None, None, '4455667')]),
    "trailing-dot": ('Your order number is 4455667.', [(None, None, '4455667')]),
    "paren": ('Order number: 4455667 (please quote)', [(None, None, '4455667')]),
    "comma": ('Invoice 2024-5566, dated 3 March 2024, order 7788991.', [(None, '2024-5566', '7788991')]),
    "iban-after": ('Rechnungsnummer: bei Zahlung angeben\nDE89 3704 0044 0532 0130 00', [(None, None, None)]),
    "label-pair-kd": ('Kundennummer / Rechnungsnummer\n10245 / RE-5566\n', [(None, 'RE-5566', None)]),
    "label-pair": ('Order no. / Invoice no.: 4455667 / INV-99', [(None, 'INV-99', '4455667')]),
    "label-pair-one-value": ('Order no. / Invoice no.: 4455667', [(None, None, None)]),
    "label-pair-day": ('Rechnung Nr. / Datum: 2024-1001 / 01.02.2024', [('invoice', '2024-1001', None)]),
    "letters-of-a-word": ('Order: DELIVERED\nOrder number: 88112', [(None, None, '88112')]),
    "series-ro": ('Factura seria EMG nr. 12345678 din 15.03.2024', [('invoice', 'EMG 12345678', None)]),
    "series-of-a-person": ('Comanda nr. 778899\nDelegat: CI seria RX nr. 123456', [(None, None, '778899')]),
    "number-in-brackets": ('vielen Dank für Ihre Bestellung bei Demoshop (Nummer: 10001) am 05.03.2024', [('order', None, '10001')]),
    "number-of-letters": ('Commande : XKBKNABJK passée le 05/03/2024', [('order', None, 'XKBKNABJK')]),
    "your-el": ('Λάβαμε την παραγγελία σας με αριθμό 300451.', [('order', None, '300451')]),
    "your-bg": ('Поръчката Ви №556677 е потвърдена.', [('order', None, '556677')]),
    "your-ro": ('Numărul comenzii tale este 445577.', [('order', None, '445577')]),
    "your-hu": ('Rendelésed azonosítója: KD-55123', [('order', None, 'KD-55123')]),
    "before-hu": ('A(z) 10042 számú rendelésedet megkaptuk.', [('order', None, '10042')]),
    "before-tr": ('12345678 numaralı siparişiniz alınmıştır.', [('order', None, '12345678')]),
    "article-fr": ('Le numéro de votre commande est le 44556678.', [('order', None, '44556678')]),
    "article-es": ('Tu número de pedido es el 44556679.', [('order', None, '44556679')]),
    "is": ('Takk fyrir pöntunina\nPöntunarnúmer: 778812', [('order', None, '778812')]),
    "mk": ('Нарачка бр. 4455671', [('order', None, '4455671')]),
    "ru": ('Ваш заказ №44556693 принят.', [('order', None, '44556693')]),
    "subject-nl": ('Kade.nl | Bestelbevestiging | 445574', [('order', None, '445574')]),
    "subject-en": ('Order confirmed: 445575', [('order', None, '445575')]),
    "broken-line": ('Order number:   2025-01-\n                000445', [('order', None, '2025-01-000445')]),
    "broken-off": ('Order number:   2025-01-\nElm Street', [(None, None, None)]),
    "articles": ('Artikel    Bestellnr.    Preis\nMilch      4455667       1,00 €\n\nRechnung Nr. 77001', [('invoice', '77001', None)]),
    "letters-apart": ('Fatura n.º FT A/45\nTotal 45,00 €', [('invoice', 'FT A/45', None)]),
    "series-el": ('ΤΙΜΟΛΟΓΙΟ - ΔΕΛΤΙΟ ΑΠΟΣΤΟΛΗΣ\nΣειρά Α Αριθμός 00045', [('invoice', 'Α 00045', None)]),
    "series-in-sentence": ('Găsiți atașată factura seria KD nr. 451 aferentă comenzii nr. 55123.', [('invoice', 'KD 451', '55123')]),
    "inflected-cs": ('V příloze zasíláme fakturu č. 2501451 k objednávce č. 55123.', [('invoice', '2501451', '55123')]),
    "inflected-fi": ('Laskusi numero 451123 on nyt saatavilla.', [('invoice', '451123', None)]),
    "unicode-dash": ("Order number: 302\u20111234567\u20117654321", [(None, None, "302-1234567-7654321")]),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_a_number_is_read_where_a_sentence_has_it(case):
    text, expected = CASES[case]
    read = read_document(text.encode(), name="mail.txt")
    assert [(o.type, o.invoice_number, o.order_number) for o in read] == [
        (kind or o.type, invoice, order) for (kind, invoice, order), o in zip(expected, read, strict=True)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Invoice 10245 Berlin",
        "Bestellung\n10115 Berlin",
        "To order 0800 123 4567",
        "Bestellung: 030/1234567",
        "ORDER NOW 4455667 customers did!",
        "FACTURE\nSIRET 12345678900012",
    ],
)
def test_a_postcode_or_telephone_behind_a_noun_is_no_sure_number(text):
    assert all(order.confidence < 0.5 for order in read_document(text.encode(), name="mail.txt"))
