"""E-invoices that say a thing elsewhere than most do."""

from decimal import Decimal

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
