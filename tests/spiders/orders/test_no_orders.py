# ruff: noqa: E501 - documents stand here as they are written
"""Documents about something else than an order: none of their numbers is stated with confidence."""

import pytest

from spiders.orders.document import read_document

OTHERS = {
    "angebot": "Angebot Nr. 20250118\nIhre Anfrage vom 10.03.2025\nGesamtsumme 1.200,00 €",
    "devis": "DEVIS N° D-2025-044\nDate : 12/03/2025\nTotal TTC : 600,00 €\nPour commander, cliquez ici",
    "offerte": "Offerte\nOffertenummer: OF-2025-118\nOrdernummer: 551200\nTotaal € 450,00",
    "preventivo": "PREVENTIVO n. 118/2025\nData 12/03/2025\nTotale € 600,00",
    "nabidka": "Cenová nabídka č. 2025118\nCelkem 4 500 Kč",
    "proforma": "Proformarechnung Nr. PF-118\nGesamtbetrag 45,00 €",
    "mahnung": "2. Mahnung\nMahnungsnummer: M-99123\nRechnung Nr. 4711\nOffener Betrag: 55,00 €",
    "rappel": "RAPPEL DE PAIEMENT\nfacture n° FA-2025-12 du 04/01/2025\nMontant dû : 120,00 €",
    "statement": "Statement of account\nInvoice no. 7001\nInvoice no. 7002\nBalance due £155.00",
    "table": "Your table is booked\nReservation number: 558812\nDate: 4 March 2025 19:30",
    "hotel": "Reservation confirmation\nConfirmation number: 55120099\nCheck-in: 4 March 2025\nTotal €240.00",
    "cinema": "Booking confirmed\nOrder no. CIN-88120\nScreen 4, Seats F12 F13\nTotal £22.00",
    "gutschein": "Gutschein\nGutscheinnummer 6006-4912-3456\nWert 25,00 €",
    "policy": "Polisblad\nPolisnummer 88120-55\nPremie € 20,00 per maand",
    "donation": "Thank you for your donation\nDonation reference: DON-55112\nAmount: £20.00",
    "parking": "Parking receipt\nSession ID 55612345\nAmount € 4,50",
    "case": "Ticket #556677 has been updated\nJob number: J-10023\nStatus: open",
    "return": "RETURN LABEL\nRMA number: 551123\nTracking 1Z999AA10123456784",
    "packing": "PACKING SLIP\nShipment ID: 5561123\nBox 1 of 2",
    "tickets": "Tus entradas para el concierto\nNº de pedido: 88120033\nTotal 80,00 €",
    "appointment": "Your appointment is confirmed. Confirmation number: 88120033",
    "errand": "Nachsendeauftrag\nAuftragsnummer: 88120033\nGültig ab 01.03.2025",
}  # fmt: skip


@pytest.mark.parametrize("case", OTHERS)
def test_what_is_no_order_states_no_number_with_confidence(case):
    read = read_document(OTHERS[case].encode(), name="a.txt")
    assert [order for order in read if order.confidence >= 0.5 and (order.order_number or order.invoice_number)] == []


OWN = {
    "an offer below": ("Danke für deine Bestellung 7781201!\nSumme: 12,00 €\n\nAngebot\n20 % mit Code NEU2025", None, "7781201"),
    "a gift card in it": ("Order number: GG-7001\nGift card 6006491234567890: -£5.00\nTotal: £12.00", None, "GG-7001"),
    "its offer named": ("Rechnung\nRechnungsnummer: R-4001\nAngebotsnummer: A-118\nAuftragsnummer: 55120", "R-4001", "55120"),
    "a booking of goods": ("Your Click & Collect booking is confirmed\nOrder number: 5512012\nTotal £22.00", None, "5512012"),
    "a slot booked": ("Order number: 5512011\nCollection slot: Sat 8 March 10:00\nTotal £22.00", None, "5512011"),
}  # fmt: skip


@pytest.mark.parametrize("case", OWN)
def test_an_order_with_such_words_in_it_is_an_order(case):
    text, invoice, number = OWN[case]
    (order,) = read_document(text.encode(), name="a.txt")
    assert (order.invoice_number, order.order_number, order.confidence > 0.5) == (invoice, number, True)
