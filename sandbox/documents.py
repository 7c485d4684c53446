"""The documents that the researcher gets with the own orders: invoices as PDF, confirmations as mail."""

from pathlib import Path

from sandbox.confirmation_mail import confirmation_mail
from sandbox.instants import local_of
from sandbox.invoice_pdf import invoice_pdf
from sandbox.shop import Shop


def write_documents(shop: Shop, folder: Path) -> list[Path]:
    """Write the documents of all own orders so far to ``folder`` and return their paths; no file is written twice."""
    folder.mkdir(parents=True, exist_ok=True)
    contents: dict[Path, bytes] = {}
    for order in reversed(shop.own_orders()):
        day = local_of(order.placed, shop.world.days.timezone).date()
        contents[folder / f"{day}-order-{order.order}.eml"] = confirmation_mail(shop, order)
        for invoice in order.invoices:
            contents[folder / f"{day}-invoice-{invoice.printed}.pdf"] = invoice_pdf(shop, order, invoice)
    for path in contents.keys() - set(folder.iterdir()):
        path.write_bytes(contents[path])
    return list(contents)
