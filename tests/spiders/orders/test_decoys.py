"""Numbers that are no order's: of customers, parcels, taxes, accounts, telephones; in the languages of Europe."""

import pytest

from spiders.orders.document import read_document

SURE = 0.5
OWN = {
    "de": ("Rechnungsnummer: RE-77001", "Bestellnummer: B-55123"),
    "en": ("Invoice number: INV-77001", "Order number: B-55123"),
    "nl": ("Factuurnummer: F-77001", "Bestelnummer: B-55123"),
    "fr": ("Numéro de facture : FA-77001", "Numéro de commande : B-55123"),
    "es": ("Número de factura: FA-77001", "Número de pedido: B-55123"),
    "it": ("Numero fattura: FA-77001", "Numero ordine: B-55123"),
    "pl": ("Numer faktury: FV-77001", "Numer zamówienia: B-55123"),
    "sv": ("Fakturanummer: FA-77001", "Ordernummer: B-55123"),
    "da": ("Fakturanummer: FA-77001", "Ordrenummer: B-55123"),
    "fi": ("Laskun numero: LA-77001", "Tilausnumero: B-55123"),
    "cs": ("Číslo faktury: FA-77001", "Číslo objednávky: B-55123"),
    "hu": ("Számla sorszáma: SZ-77001", "Rendelésszám: B-55123"),
    "ro": ("Numar factura: FA-77001", "Numar comanda: B-55123"),
    "pt": ("N.º da fatura: FT-77001", "N.º da encomenda: B-55123"),
}
DECOYS = {
    "de": """Kundennummer: 88123456
Kunden-Nr. 7712345
Vertragskonto 20012345678
Zählernummer 1EMH0012345678
Sendungsnummer: JJD000390007812345678
Lieferschein-Nr.: LS99812
Artikel-Nr. 45678123
EAN 4012345678901
Tel: 030 12345678
IBAN: DE02120300000000202051
Steuer-Nr.: 12/345/67890
USt-ID: DE123456789
HRB 123456
Referenz: 8877665544
Verwendungszweck: 5544332211
Gutscheincode: ABC12345
Filiale 1234
Terminal-ID 55443322
TSE-Transaktion: 998877
Kassierer 4412
PLZ 10115
Retourennummer: RT445566
Abholnummer: 7788""",
    "en": """Customer number: 88123456
Customer ID 7712345
Account no. 20012345678
Tracking number: JJD000390007812345678
Delivery note: LS99812
SKU: 45678123
EAN 4012345678901
Phone: +44 20 7946 0123
IBAN: GB29NWBK60161331926819
VAT Reg No: GB123456789
Company No. 01234567
Reference: 8877665544
Payment reference: 5544332211
Voucher code: ABC12345
Store 1234
Terminal ID 55443322
Transaction ID: 998877123
Auth code 441299
Postcode 90210
Return number: RT445566
Collection code: 7788
Ticket ID: 88123
Case number: 778812
Parcel ID 88123998
Booking slot ID 77123""",
    "nl": """Klantnummer: 88123456
Debiteurnummer 7712345
Track & Trace: 3SABCD012345678
Pakbonnummer: LS99812
Artikelnummer 45678123
Telefoon 020-1234567
IBAN: NL02ABNA0123456789
Btw-nummer: NL123456789B01
KvK-nummer: 12345678
Betalingskenmerk: 8877665544332211
Kenmerk: 5544332211
Kortingscode: ABC12345
Filiaal 1234
Retournummer: RT445566
Afhaalcode: 7788
Zaaknummer 778812""",
    "fr": """Numéro client : 88123456
N° client 7712345
N° de suivi : 6A12345678901
Bon de livraison n° BL99812
Réf. article 45678123
Tél. : 01 23 45 67 89
IBAN : FR7612345678901234567890123
N° TVA : FR12345678901
SIRET : 12345678900012
RCS Paris 123 456 789
Code promo : ABC12345
Magasin 1234
Numéro de retour : RT445566
Code retrait : 7788
N° de dossier : 778812
N° adhérent 998877""",
    "es": """Número de cliente: 88123456
N.º de cliente 7712345
N.º de seguimiento: 6A12345678901
Albarán n.º AL99812
Ref. artículo 45678123
Tel.: 912 345 678
IBAN: ES9121000418450200051332
NIF: B12345678
Código promocional: ABC12345
Tienda 1234
N.º de devolución: RT445566
Código de recogida: 7788
N.º de expediente: 778812""",
    "it": """Codice cliente: 88123456
N. cliente 7712345
Codice tracking: 6A12345678901
DDT n. 99812
Cod. articolo 45678123
Tel. 02 12345678
IBAN: IT60X0542811101000000123456
P. IVA: 01234567890
C.F.: RSSMRA80A01H501U
REA MI-1234567
Codice sconto: ABC12345
Negozio 1234
Numero reso: RT445566
Codice ritiro: 7788
Numero pratica: 778812
Tessera n. 99887766""",
    "pl": """Numer klienta: 88123456
Numer przesyłki: 6A12345678901
WZ nr 99812
Nr katalogowy 45678123
Tel. 22 123 45 67
NIP: 1234567890
REGON: 123456789
KRS: 0000123456
Nr konta: 61 1090 1014 0000 0712 1981 2874
Kod rabatowy: ABC12345
Sklep 1234
Numer zwrotu: RT445566
Kod odbioru: 7788
Numer karty 99887766
Nr BDO 000012345""",
    "sv": """Kundnummer: 88123456
Kollinummer: 6A12345678901
Följesedel nr 99812
Artikelnr 45678123
Tel. 08-123 456 78
Org.nr: 556012-3456
Bankgiro: 123-4567
OCR: 887766554433
Rabattkod: ABC12345
Butik 1234
Returnummer: RT445566
Ärendenummer: 778812
Medlemsnummer 99887766""",
    "da": """Kundenummer: 88123456
Pakkenummer: 6A12345678901
Følgeseddel nr. 99812
Varenr. 45678123
Tlf. 12 34 56 78
CVR-nr. 12345678
Betalingsid: +71<012345678901234+12345678<
Rabatkode: ABC12345
Butik 1234
Returnummer: RT445566
Sagsnummer: 778812""",
    "fi": """Asiakasnumero: 88123456
Seurantatunnus: JJFI12345678901
Lähete nro 99812
Tuotenumero 45678123
Puh. 09 1234567
Y-tunnus: 1234567-8
Viitenumero: 88776 65544
Alennuskoodi: ABC12345
Myymälä 1234
Palautusnumero: RT445566""",
    "cs": """Číslo zákazníka: 88123456
Číslo zásilky: DR1234567890M
Dodací list č. 99812
Kód zboží 45678123
Tel.: 222 123 456
IČO: 12345678
DIČ: CZ12345678
Variabilní symbol: 8877665544
Konstantní symbol: 0308
Číslo účtu: 19-2000145399/0800
Slevový kód: ABC12345
Prodejna 1234
Číslo reklamace: RT445566""",
    "hu": """Ügyfélszám: 88123456
Csomagszám: HU12345678901
Szállítólevél száma: 99812
Cikkszám 45678123
Tel.: 06 1 123 4567
Adószám: 12345678-2-42
Cégjegyzékszám: 01-09-123456
Bankszámlaszám: 11773016-11111018-00000000
Kuponkód: ABC12345
Üzlet 1234""",
    "ro": """Cod client: 88123456
AWB: 1ONB12345678901
Aviz nr. 99812
Cod produs 45678123
Tel. 021 123 4567
CUI: RO12345678
Reg. Com.: J40/372/2002
IBAN: RO49AAAA1B31007593840000
Cod promotional: ABC12345
Magazin 1234
Numar retur: RT445566""",
    "pt": """Número de cliente: 88123456
N.º de seguimento: DA123456789PT
Guia de remessa n.º 99812
Ref. 45678123
Tel. 210 123 456
NIF: 123456789
Contribuinte n.º 501234567
Código promocional: ABC12345
Loja 1234
N.º de devolução: RT445566
Entidade: 12345 Referência: 123 456 789""",
}


def stated(text, name="a.txt"):
    """Every number that is stated with confidence."""
    sure = [order for order in read_document(text.encode(), name=name) if order.confidence >= SURE]
    return {number for order in sure for number in (order.invoice_number, order.order_number) if number}


def own_numbers(language):
    return {line.split()[-1] for line in OWN[language]}


@pytest.mark.parametrize("language", DECOYS)
def test_no_number_of_another_thing_is_taken_for_an_orders(language):
    assert stated(DECOYS[language]) == set()


@pytest.mark.parametrize("language", DECOYS)
@pytest.mark.parametrize("at", [0, 5, 100])
def test_an_orders_numbers_are_found_among_others(language, at):
    decoys = DECOYS[language].split("\n")
    lines = [*decoys[:at], *OWN[language], *decoys[at:]]
    assert stated("\n".join(lines)) == own_numbers(language)


@pytest.mark.parametrize("language", DECOYS)
def test_an_orders_numbers_are_found_in_the_second_column(language):
    decoys = DECOYS[language].split("\n")
    lines = [f"{left:<60}{right}" for left, right in zip(decoys, OWN[language], strict=False)]
    assert stated("\n".join(lines)) == own_numbers(language)


@pytest.mark.parametrize("language", DECOYS)
def test_an_orders_numbers_are_found_in_a_table_of_labels_and_values(language):
    lines = [*DECOYS[language].split("\n")[:5], *OWN[language], *DECOYS[language].split("\n")[5:]]
    pairs = [line.split(":", 1) for line in lines if ":" in line]
    rows = "".join(f"<tr><td>{label.strip()}</td><td>{value.strip()}</td></tr>" for label, value in pairs)
    assert stated(f"<html><table>{rows}</table></html>", "a.html") == own_numbers(language)


@pytest.mark.parametrize(
    "sentence",
    [
        "Köp 3000 kr och få frakt fritt",
        "Ihre Bestellung 1500 Punkte gutgeschrieben",
        "Your order earned 25000 points",
        "Rechnung 3000 Euro offen",
        "Order value 45000 Ft",
        "Commande 1500 points",
        "Your order over 12345 g",
        "Order code WELCOME10 at checkout",
        "Invoice code: use code SAVE2024",
        "Zamówienie powyżej 10000 zł",
        "Bestelling 12000 punten",
        "Order by phone 08001234567",
        "Bestellung per Telefon: 0800 1234567",
        "Ordertelefoon 0900-12345",
        "Bestell-Hotline: 01806 123456",
        "Pedido mínimo 15000",
        "Order min 50000 HUF",
        "Pedidos 902 123 456",
        "Ordini: 800 123456",
        "Commandes : 09 69 39 30 30",
        "Contact: invoice@shop.example 0612345678",
        "Invoice period: 01012024-31012024",
        "Rechnungszeitraum 202401",
        "Order size: 12345 pieces",
        "Invoice currency: EUR Exchange rate 4.3215",
        "Fakturaperiode 202401",
        "Order status: 12345",
        "Bestelstatus 4: verzonden",
        "Order weight 12345 g",
        "Invoice line 10020",
        "Order type: ZOR 10020",
        "Order type 10020",
        "Work order WO-88120\nTechnician: Bob",
        "Lab order 88120033",
        "Standing order 88120033 created",
        "Buy order 88120033 executed",
        "Orden de trabajo 88120033",
    ],
)
def test_a_sentence_with_an_orders_word_in_it_states_no_number(sentence):
    assert stated(sentence) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Rechnung Nr. 100234\nKundennummer: 100234\nSumme 45,00 €",
        "Order number: 0301234567\nQuestions? Phone: 030 1234567",
        "Your order 00340434161094042557\nTracking number: 00340434161094042557",
        "Invoice 123456789\nVAT Reg No GB 123456789\nTotal £5.00",
        "Rechnung 0532013000\nIBAN DE89 3704 0044 0532 0130 00\nSumme 5,00 €",
        "Order: ISBN 978-3-16-148410-0",
    ],
)
def test_a_number_that_is_something_elses_too_is_doubted(text):
    assert stated(text) == set()


def test_a_number_that_looks_like_an_account_is_none():
    assert stated("Order ID: OD304175096047380001\nIBAN: DE89 3704 0044 0532 0130 00") == {"OD304175096047380001"}
