"""FatturaPA, the Italian e-invoice; one file may hold several invoices of one seller."""

from collections.abc import Iterator
from decimal import Decimal

from lxml import etree  # type: ignore[import-untyped]

from spiders.orders.facts import amount, currency, identifier, iso_date
from spiders.orders.record import Order
from spiders.orders.xml_root import every, text

ROOTS = {"FatturaElettronica", "FatturaElettronicaSemplificata"}
_CREDIT_NOTES = {"TD04", "TD08"}
_HEAD = "DatiGenerali/DatiGeneraliDocumento"
_WHO = "FatturaElettronicaHeader/CedentePrestatore"


def read_fatturapa(root: etree._Element) -> Iterator[Order]:
    """Yield the invoices of a FatturaPA document."""
    seller = text(root, f"{_WHO}/DatiAnagrafici/Anagrafica/Denominazione", f"{_WHO}/Denominazione")
    for body in every(root, "FatturaElettronicaBody"):
        yield Order(
            type="credit_note" if text(body, f"{_HEAD}/TipoDocumento") in _CREDIT_NOTES else "invoice",
            invoice_number=identifier(text(body, f"{_HEAD}/Numero")),
            issue_date=iso_date(text(body, f"{_HEAD}/Data")),
            order_number=identifier(text(body, "DatiGenerali/DatiOrdineAcquisto/IdDocumento")),
            order_date=iso_date(text(body, "DatiGenerali/DatiOrdineAcquisto/Data")),
            seller=seller,
            total=amount(text(body, f"{_HEAD}/ImportoTotaleDocumento")) or _gross(body),
            tax_total=_sum(body, "DatiRiepilogo/Imposta") or _sum(body, "DatiIVA/Imposta"),
            currency=currency(text(body, f"{_HEAD}/Divisa")),
            confidence=0.99,
            method="fatturapa",
        )


def _gross(body: etree._Element) -> Decimal | None:
    """Return net and tax of all rates together, or a simplified invoice's sums: what a left out total comes to."""
    net, tax = _sum(body, "DatiRiepilogo/ImponibileImporto"), _sum(body, "DatiRiepilogo/Imposta")
    return _sum(body, "Importo") if net is None or tax is None else net + tax


def _sum(body: etree._Element, path: str) -> Decimal | None:
    told = [amount(each.text) for each in every(body, f"DatiBeniServizi/{path}")]
    known = [each for each in told if each is not None]
    return sum(known, Decimal()) if told and len(known) == len(told) else None
