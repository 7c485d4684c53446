"""UBL invoices and credit notes: PEPPOL, XRechnung, and those of Norway, the Netherlands, Belgium and others."""

from decimal import Decimal

from lxml import etree  # type: ignore[import-untyped]

from spiders.orders.cii import CREDIT_NOTES
from spiders.orders.facts import amount, currency, identifier, iso_date
from spiders.orders.record import Order
from spiders.orders.xml_root import every, name, text

ROOTS = {"Invoice", "CreditNote"}
_PARTY = "AccountingSupplierParty/Party"


def read_ubl(root: etree._Element) -> Order:
    """Return the invoice or credit note of a UBL document."""
    credit = name(root) == "CreditNote" or text(root, "InvoiceTypeCode") in CREDIT_NOTES
    code = currency(text(root, "DocumentCurrencyCode"))
    return Order(
        type="credit_note" if credit else "invoice",
        invoice_number=identifier(text(root, "ID")),
        issue_date=iso_date(text(root, "IssueDate")),
        order_number=identifier(text(root, "OrderReference/ID"))
        or identifier(text(root, "OrderReference/SalesOrderID")),
        order_date=iso_date(text(root, "OrderReference/IssueDate")),
        seller=text(root, f"{_PARTY}/PartyName/Name", f"{_PARTY}/PartyLegalEntity/RegistrationName"),
        total=amount(text(root, "LegalMonetaryTotal/TaxInclusiveAmount", "LegalMonetaryTotal/PayableAmount")),
        tax_total=_tax(root, code),
        currency=code,
        confidence=0.99,
        method="ubl",
    )


def _tax(root: etree._Element, code: str | None) -> Decimal | None:
    """Return the tax in the document's own currency; it may be stated in the tax office's as well."""
    taxes = every(root, "TaxTotal/TaxAmount")
    own = [tax for tax in taxes if tax.get("currencyID", code) == code] or taxes
    return amount(own[0].text) if own else None
