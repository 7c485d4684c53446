"""Invoices meant for machines, found by the name of their root; a UBL invoice may stand in an envelope."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from spiders.orders import cii, facturae, fatturapa, finvoice, ksef, ubl
from spiders.orders.record import Order
from spiders.orders.xml_root import name, xml_root

_Reader = Callable[..., Order | Iterable[Order]]
_READERS: Mapping[str, _Reader] = {
    **dict.fromkeys(cii.ROOTS, cii.read_cii),
    **dict.fromkeys(ubl.ROOTS, ubl.read_ubl),
    **dict.fromkeys(fatturapa.ROOTS, fatturapa.read_fatturapa),
    **dict.fromkeys(facturae.ROOTS, facturae.read_facturae),
    **dict.fromkeys(finvoice.ROOTS, finvoice.read_finvoice),
    **dict.fromkeys(ksef.ROOTS, ksef.read_ksef),
}


def read_e_invoice(body: bytes) -> list[Order]:
    """Return the invoices of an XML document, none where it is of another kind; raises Changed for broken XML."""
    return [order for order in _read(body) if order.invoice_number]


def _read(body: bytes) -> Iterator[Order]:
    for element in xml_root(body).iter():
        if read := _READERS.get(name(element)):
            found = read(element)
            yield from [found] if isinstance(found, Order) else found
