"""Cross Industry Invoice: Factur-X, ZUGFeRD 1 and 2, XRechnung; the same names in other namespaces."""

from decimal import Decimal

from lxml import etree  # type: ignore[import-untyped]

from spiders.orders.facts import amount, currency, identifier, iso_date
from spiders.orders.record import Order
from spiders.orders.xml_root import every, first, text

ROOTS = {"CrossIndustryInvoice", "CrossIndustryDocument"}
CREDIT_NOTES = {"381", "261", "262", "296", "308", "396", "420", "458", "532"}
"""Codes of UNTDID 1001 that take back what was invoiced."""

_HEAD = ("ExchangedDocument", "HeaderExchangedDocument")
_TRADE = ("SupplyChainTradeTransaction", "SpecifiedSupplyChainTradeTransaction")
_ORDER, _SALES_ORDER = "BuyerOrderReferencedDocument", "SellerOrderReferencedDocument"


def read_cii(root: etree._Element) -> Order:
    """Return the invoice of a CII document."""
    head = _part(root, *_HEAD)
    trade = _part(root, *_TRADE)
    agreement = _part(trade, "ApplicableHeaderTradeAgreement", "ApplicableSupplyChainTradeAgreement")
    settlement = _part(trade, "ApplicableHeaderTradeSettlement", "ApplicableSupplyChainTradeSettlement")
    sums = _part(
        settlement,
        "SpecifiedTradeSettlementHeaderMonetarySummation",
        "SpecifiedTradeSettlementMonetarySummation",
    )
    code = currency(text(settlement, "InvoiceCurrencyCode"))
    return Order(
        type="credit_note" if text(head, "TypeCode") in CREDIT_NOTES else "invoice",
        invoice_number=identifier(text(head, "ID")),
        issue_date=iso_date(text(head, "IssueDateTime/DateTimeString")),
        order_number=_number(agreement, _ORDER) or _number(agreement, _SALES_ORDER),
        order_date=iso_date(
            text(agreement, f"{_ORDER}/FormattedIssueDateTime/DateTimeString", f"{_ORDER}/IssueDateTime")
        ),
        seller=text(agreement, "SellerTradeParty/Name"),
        total=amount(text(sums, "GrandTotalAmount")),
        tax_total=_tax(sums, code),
        currency=code,
        confidence=0.99,
        method="cii",
    )


def _number(agreement: etree._Element, document: str) -> str | None:
    return identifier(text(agreement, f"{document}/IssuerAssignedID", f"{document}/ID"))


def _part(element: etree._Element, *paths: str) -> etree._Element:
    """Return the first part that is there; an empty one where none is."""
    found = first(element, *paths)
    return etree.Element("absent") if found is None else found


def _tax(sums: etree._Element, code: str | None) -> Decimal | None:
    """Return the tax in the invoice's own currency; it may be stated in the tax office's as well."""
    taxes = every(sums, "TaxTotalAmount")
    own = [tax for tax in taxes if tax.get("currencyID", code) == code] or taxes
    return amount(own[0].text) if own else None
