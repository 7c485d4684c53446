"""The mail that confirms an own order: text and HTML in one message."""

from email.message import EmailMessage
from email.utils import format_datetime
from html import escape

from sandbox.instants import local_of
from sandbox.invoice_pdf import facts
from sandbox.own_orders import OwnOrder
from sandbox.sessions import CUSTOMER
from sandbox.shop import Shop


def confirmation_mail(shop: Shop, order: OwnOrder) -> bytes:
    """Return the mail as it would lie in a mailbox; the same bytes every time."""
    placed = local_of(order.placed, shop.world.days.timezone)
    mail = EmailMessage()
    mail["From"] = "Kade <bestelling@kade.example>"
    mail["To"] = f"{CUSTOMER.name} <{CUSTOMER.mail}>"
    mail["Date"] = format_datetime(placed)
    mail["Subject"] = f"Bevestiging van je bestelling / Order confirmation {order.order}"
    mail["Message-ID"] = f"<{order.order}@kade.example>"
    lines = _lines(order, f"{placed:%d-%m-%Y %H:%M:%S}")
    mail.set_content("\n".join(lines), cte="quoted-printable")
    mail.add_alternative(_html(lines), subtype="html", cte="quoted-printable")
    mail.set_boundary(f"kade-{order.order}")  # otherwise drawn anew each time
    return mail.as_bytes()


def _lines(order: OwnOrder, moment: str) -> list[str]:
    greeting = [f"Beste {CUSTOMER.name},", "Bedankt voor je bestelling. / Thank you for your order.", ""]
    body = [line for invoice in order.invoices for line in [*facts(order, invoice, moment), ""]]
    return [*greeting, *body, f"Factuuradres / Billing address: {CUSTOMER.street}, {CUSTOMER.town}", CUSTOMER.phone]


def _html(lines: list[str]) -> str:
    return "<html><body>" + "".join(f"<p>{escape(line)}</p>" for line in lines if line) + "</body></html>"
