"""Facturae, the e-invoice of Spain; one file may hold several invoices of one seller."""

from collections.abc import Iterator

from lxml import etree  # type: ignore[import-untyped]

from spiders.orders.facts import amount, currency, identifier, iso_date
from spiders.orders.record import Order
from spiders.orders.xml_root import every, text

ROOTS = {"Facturae"}
_CORRECTIONS = {"OR", "CR"}
"""Classes of invoices that correct another: the original of one, and its copy."""
_WHO = "Parties/SellerParty/LegalEntity"


def read_facturae(root: etree._Element) -> Iterator[Order]:
    """Yield the invoices of a Facturae document."""
    for invoice in every(root, "Invoices/Invoice"):
        orders = {each.text for each in every(invoice, "Items/InvoiceLine/ReceiverTransactionReference")}
        yield Order(
            type="credit_note" if text(invoice, "InvoiceHeader/InvoiceClass") in _CORRECTIONS else "invoice",
            invoice_number=_number(invoice),
            issue_date=iso_date(text(invoice, "InvoiceIssueData/IssueDate")),
            order_number=identifier(orders.pop()) if len(orders) == 1 else None,
            seller=text(root, f"{_WHO}/TradeName", f"{_WHO}/CorporateName"),
            total=amount(text(invoice, "InvoiceTotals/InvoiceTotal")),
            tax_total=amount(text(invoice, "InvoiceTotals/TotalTaxOutputs")),
            currency=currency(text(invoice, "InvoiceIssueData/InvoiceCurrencyCode")),
            confidence=0.99,
            method="facturae",
        )


def _number(invoice: etree._Element) -> str | None:
    """Return an invoice's number behind its series, where the number does not begin with it itself."""
    told = identifier(text(invoice, "InvoiceHeader/InvoiceNumber"))
    series = text(invoice, "InvoiceHeader/InvoiceSeriesCode")
    return f"{series} {told}" if told and series and not told.startswith(series) else told
