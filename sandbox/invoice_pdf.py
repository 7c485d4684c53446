"""An own order's invoice as PDF with a text layer, in Dutch and English."""

from fpdf import FPDF
from fpdf.enums import XPos, YPos

from sandbox.instants import local_of
from sandbox.money import dutch
from sandbox.own_orders import OwnInvoice, OwnOrder
from sandbox.sessions import CUSTOMER
from sandbox.shop import Shop

SHOP_ADDRESS = ("Kade Markt B.V.", "Havenkade 1, 5916 XX Venlo", "BTW NL000000000B00")


def invoice_pdf(shop: Shop, order: OwnOrder, invoice: OwnInvoice) -> bytes:
    """Return the invoice; the same bytes every time."""
    placed = local_of(order.placed, shop.world.days.timezone)
    pdf = FPDF()
    pdf.core_fonts_encoding = "windows-1252"  # Latin-1 has no euro sign
    pdf.set_creation_date(placed)
    pdf.add_page()
    for size, lines in (
        (10, SHOP_ADDRESS),
        (16, ["Factuur / Invoice"]),
        (10, [CUSTOMER.name, CUSTOMER.street, CUSTOMER.town, ""]),
        (10, facts(order, invoice, f"{placed:%d-%m-%Y %H:%M:%S}")),
    ):
        _write(pdf, size, lines)
    _write_lines(pdf, invoice)
    return bytes(pdf.output())


def facts(order: OwnOrder, invoice: OwnInvoice, moment: str) -> list[str]:
    """Return the lines that say which invoice this is; the confirmation mail has them too."""
    part = f"{order.invoices.index(invoice) + 1} / {len(order.invoices)} ({invoice.part})"
    return [
        f"Factuurnummer / Invoice no. {invoice.printed}",
        f"Factuurdatum / Invoice date: {moment}",
        f"Bestelnummer / Order no. {order.order}",
        f"Besteldatum / Order date: {moment}",
        f"Deel / Part: {part}",
        f"Levering / Fulfilment: {order.fulfilment}",
        f"Mandje / Basket: {order.basket}",
        f"Totaal incl. btw / Total incl. VAT: {dutch(invoice.cents)}",
    ]


def _write(pdf: FPDF, size: int, lines: list[str] | tuple[str, ...]) -> None:
    pdf.set_font("Helvetica", size=size)
    for line in lines:
        pdf.cell(0, size / 1.7, line, new_x=XPos.LMARGIN, new_y=YPos.NEXT)


def _write_lines(pdf: FPDF, invoice: OwnInvoice) -> None:
    pdf.ln(6)
    for line in invoice.lines:
        pdf.cell(15, 6, f"{line.pieces} x")
        pdf.cell(100, 6, line.product.name)
        pdf.cell(30, 6, dutch(line.price_cents), align="R")
        pdf.cell(30, 6, dutch(line.cents), align="R", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
