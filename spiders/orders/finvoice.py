"""Finvoice, the e-invoice of Finland: amounts with a comma, days without signs."""

from decimal import Decimal

from lxml import etree  # type: ignore[import-untyped]

from spiders.orders.facts import amount, currency, identifier, iso_date
from spiders.orders.record import Order
from spiders.orders.xml_root import first, text

ROOTS = {"Finvoice"}
_CREDIT_NOTES = {"INV02", "INV09"}
_HEAD = "InvoiceDetails"
_TOTAL = f"{_HEAD}/InvoiceTotalVatIncludedAmount"


def read_finvoice(root: etree._Element) -> Order:
    """Return the invoice of a Finvoice document."""
    total = first(root, _TOTAL)
    return Order(
        type="credit_note" if text(root, f"{_HEAD}/InvoiceTypeCode") in _CREDIT_NOTES else "invoice",
        invoice_number=identifier(text(root, f"{_HEAD}/InvoiceNumber")),
        issue_date=iso_date(text(root, f"{_HEAD}/InvoiceDate")),
        order_number=identifier(text(root, f"{_HEAD}/OrderIdentifier")),
        order_date=iso_date(text(root, f"{_HEAD}/OrderDate")),
        seller=text(root, "SellerPartyDetails/SellerOrganisationName"),
        total=_amount(root, _TOTAL),
        tax_total=_amount(root, f"{_HEAD}/InvoiceTotalVatAmount"),
        currency=currency(None if total is None else total.get("AmountCurrencyIdentifier")),
        confidence=0.99,
        method="finvoice",
    )


def _amount(root: etree._Element, path: str) -> Decimal | None:
    return amount((text(root, path) or "").replace(",", "."))
