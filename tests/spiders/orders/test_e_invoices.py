"""E-invoices that say a thing elsewhere than most do."""

from decimal import Decimal

import pytest

from spiders.orders.document import read_document

UBL = (
    '<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"><ID>1</ID><OrderReference>'
    "<ID>NA</ID><SalesOrderID>SO-1</SalesOrderID></OrderReference></Invoice>"
)
SIMPLIFIED = (
    "<FatturaElettronicaSemplificata><FatturaElettronicaBody><DatiGenerali><DatiGeneraliDocumento>"
    "<Numero>S-17</Numero></DatiGeneraliDocumento></DatiGenerali><DatiBeniServizi><Importo>12.20</Importo>"
    "<DatiIVA><Imposta>2.20</Imposta></DatiIVA></DatiBeniServizi></FatturaElettronicaBody></FatturaElettronicaSemplificata>"
)
MARKUP = (
    '<script type="application/ld+json">{"@type": "Invoice", "confirmationNumber": "INV-1",'
    ' "totalPaymentDue": {"@type": "PriceSpecification", "price": "$70.00"}}</script>'
)


def test_the_sellers_own_number_of_an_order_stands_in_where_the_buyer_gave_none():
    (order,) = read_document(UBL.encode(), name="a.xml")
    assert order.order_number == "SO-1"


def test_a_simplified_invoice_states_its_sums_by_article():
    (order,) = read_document(SIMPLIFIED.encode(), name="a.xml")
    assert (order.total, order.tax_total) == (Decimal("12.20"), Decimal("2.20"))


def test_a_price_in_markup_may_be_written_as_people_write_it():
    (order,) = read_document(MARKUP.encode(), name="a.html")
    assert (order.total, order.currency) == (Decimal("70.00"), "USD")


def test_the_day_of_an_invoice_may_be_that_of_its_delivery():
    (order,) = read_document(b"Rechnungsnr. DE4X\nRechnungsdatum/Lieferdatum 05.03.2024", name="a.txt")
    assert order.issue_date == "2024-03-05"


FINVOICE = (
    "<Finvoice Version='3.0'><SellerPartyDetails><SellerOrganisationName>Kade Oy</SellerOrganisationName>"
    "</SellerPartyDetails><InvoiceDetails><InvoiceTypeCode>INV01</InvoiceTypeCode>"
    "<InvoiceNumber>20250117</InvoiceNumber><InvoiceDate Format='CCYYMMDD'>20250312</InvoiceDate>"
    "<OrderIdentifier>77-A</OrderIdentifier>"
    "<InvoiceTotalVatAmount>25,50</InvoiceTotalVatAmount>"
    "<InvoiceTotalVatIncludedAmount AmountCurrencyIdentifier='EUR'>125,50"
    "</InvoiceTotalVatIncludedAmount></InvoiceDetails></Finvoice>"
)
FACTURAE = (
    "<fe:Facturae xmlns:fe='http://www.facturae.es/Facturae/2014/v3.2.1/Facturae'><Parties><SellerParty><LegalEntity>"
    "<CorporateName>Kade SL</CorporateName></LegalEntity></SellerParty></Parties><Invoices><Invoice><InvoiceHeader>"
    "<InvoiceNumber>0042</InvoiceNumber><InvoiceSeriesCode>A25</InvoiceSeriesCode><InvoiceClass>OO</InvoiceClass>"
    "</InvoiceHeader><InvoiceIssueData><IssueDate>2025-03-12</IssueDate><InvoiceCurrencyCode>EUR</InvoiceCurrencyCode>"
    "</InvoiceIssueData><InvoiceTotals><TotalTaxOutputs>25.50</TotalTaxOutputs><InvoiceTotal>125.50</InvoiceTotal>"
    "</InvoiceTotals><Items><InvoiceLine><ReceiverTransactionReference>77-A</ReceiverTransactionReference>"
    "</InvoiceLine></Items></Invoice></Invoices></fe:Facturae>"
)
KSEF = (
    "<Faktura xmlns='http://crd.gov.pl/wzor/2023/06/29/12648/'><Podmiot1><DaneIdentyfikacyjne><Nazwa>Kade</Nazwa>"
    "</DaneIdentyfikacyjne></Podmiot1><Fa><KodWaluty>EUR</KodWaluty><P_1>2025-03-12</P_1><P_2>7/03/2025</P_2>"
    "<P_14_1>23.00</P_14_1><P_14_2>2.50</P_14_2><P_15>125.50</P_15><RodzajFaktury>VAT</RodzajFaktury>"
    "<WarunkiTransakcji><Zamowienia><NrZamowienia>77-A</NrZamowienia></Zamowienia></WarunkiTransakcji></Fa></Faktura>"
)


@pytest.mark.parametrize(
    ("xml", "number"), [(FINVOICE, "20250117"), (FACTURAE, "A25 0042"), (KSEF, "7/03/2025")], ids=["fi", "es", "pl"]
)
def test_a_countrys_own_e_invoice_is_read(xml, number):
    (order,) = read_document(xml.encode(), name="a.xml")
    assert (order.type, order.invoice_number, order.order_number, order.issue_date) == (
        "invoice",
        number,
        "77-A",
        "2025-03-12",
    )
    assert (order.total, order.tax_total, order.currency) == (Decimal("125.50"), Decimal("25.50"), "EUR")
