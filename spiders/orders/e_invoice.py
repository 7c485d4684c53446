"""Invoices meant for machines, found by the name of their root; a UBL invoice may stand in an envelope."""

from collections.abc import Iterator

from spiders.orders import cii, fatturapa, ubl
from spiders.orders.record import Order
from spiders.orders.xml_root import name, xml_root

_ROOTS = cii.ROOTS | ubl.ROOTS | fatturapa.ROOTS


def read_e_invoice(body: bytes) -> list[Order]:
    """Return the invoices of an XML document, none where it is of another kind; raises Changed for broken XML."""
    return [order for order in _read(body) if order.invoice_number]


def _read(body: bytes) -> Iterator[Order]:
    for element in xml_root(body).iter():
        here = name(element)
        if here not in _ROOTS:
            continue
        if here in cii.ROOTS:
            yield cii.read_cii(element)
        elif here in ubl.ROOTS:
            yield ubl.read_ubl(element)
        else:
            yield from fatturapa.read_fatturapa(element)
