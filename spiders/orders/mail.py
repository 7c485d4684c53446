"""A saved mail: subject, date, the text in each of its forms, and what is attached."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from zoneinfo import ZoneInfo

from spiders.orders import notices
from spiders.orders.combining import combined
from spiders.orders.page import read_page
from spiders.orders.plain import plain_text
from spiders.orders.record import Order
from spiders.orders.text import read_text

_PARTS = 60
_READ = {"application/pdf", "application/xml", "text/xml", "text/csv", "message/rfc822", "application/pkcs7-mime"}
_SUFFIXES = (".pdf", ".xml", ".p7m", ".csv", ".xlsx", ".html", ".htm")
_SOFT_BREAK = re.compile(r"(?<!--) \r?\n(?!>)")
ReadPart = Callable[[bytes, str, str], list[Order]]
"""Reads an attached document: its bytes, its media type, its name."""


def read_mail(body: bytes, read_part: ReadPart, *, timezone: str = "UTC") -> list[Order]:
    """Return the orders of a mail: of what is attached, of its HTML and of its plain text, joined."""
    message = message_from_bytes(body, EmailMessage, policy=default)
    subject = _header(message, "Subject")
    attached: list[list[Order]] = []
    pages: list[list[Order]] = []
    plain: list[list[Order]] = []
    for part in _parts(message):
        if not part.is_attachment() and part.get_content_type() == "text/html":
            pages.append(read_page(_text(part), subject=subject, timezone=timezone))
        elif not part.is_attachment() and part.get_content_type() == "text/plain":
            plain.append(_plain(_unfolded(part), subject, timezone))
        else:
            attached.append(_attached(part, read_part))
    written = combined(*pages, *plain, one_document=len(pages) == len(plain) == 1)
    orders = combined(*attached, written)
    return [_dated(order, message, timezone) for order in orders] or _about(subject)


def _parts(message: EmailMessage) -> Iterator[EmailMessage]:
    """Yield the parts that hold something, the first 60 of them."""
    whole = (part for part in message.walk() if not part.is_multipart())
    for nth, part in enumerate(whole):
        if nth == _PARTS:
            return
        yield part


def _plain(text: str, subject: str, timezone: str) -> list[Order]:
    """Return the orders of a plain part; some shops send markup as plain text."""
    if "<br" in text or "</" in text:
        return read_page(text.replace("\n", "<br>"), subject=subject, timezone=timezone)
    return read_text(text, subject=subject, timezone=timezone)


def _attached(part: EmailMessage, read_part: ReadPart) -> list[Order]:
    """Return the orders of an attached document; none of archives, pictures and what cannot be read."""
    name, media_type = (part.get_filename() or "").lower(), part.get_content_type()
    if media_type not in _READ and not name.endswith(_SUFFIXES):
        return []
    content = part.get_payload(decode=True)
    found = read_part(content if isinstance(content, bytes) else b"", media_type, name)
    return [order for order in found if order.type != "other"]


def _text(part: EmailMessage) -> str:
    """Return a part's text, in the encoding that it names if it is in it, else in the one that it turns out to have."""
    content = part.get_payload(decode=True)
    told = content if isinstance(content, bytes) else b""
    try:
        return told.decode(part.get_content_charset("utf-8"))
    except (LookupError, ValueError):
        return plain_text(told)


def _unfolded(part: EmailMessage) -> str:
    """Return a plain part's text, its paragraphs in one line where it says that they flow (RFC 3676)."""
    flows = str(part.get_param("format", "")).lower() == "flowed"
    return _SOFT_BREAK.sub(" ", _text(part)) if flows else _text(part)


def _header(message: EmailMessage, name: str) -> str:
    """Return a header's text, of one with bare bytes beyond ASCII too; empty where it is missing or broken."""
    try:
        bare = next((value for key, value in message.raw_items() if key.lower() == name.lower()), "")
        told = str(message[name] or "") if bare.isascii() else plain_text(bare.encode("ascii", "surrogateescape"))
        return " ".join(told.split())
    except Exception:  # noqa: BLE001 - the parser of headers breaks on what mails hold in more ways than it says
        return ""


def _dated(order: Order, message: EmailMessage, timezone: str) -> Order:
    """Give a confirmation that names no day the day on which it was sent: it is sent when one orders."""
    sent = _sent(message)
    if order.type != "order" or order.order_date or sent is None:
        return order
    local = sent.astimezone(ZoneInfo(timezone)) if timezone != "UTC" else sent
    return replace(order, order_date=local.date().isoformat(), order_time=local, method=f"{order.method}+mail_date")


def _sent(message: EmailMessage) -> datetime | None:
    try:
        sent = message["Date"].datetime
    except Exception:  # noqa: BLE001 - as above
        return None
    return sent if isinstance(sent, datetime) and sent.tzinfo else None


def _about(subject: str) -> list[Order]:
    """Return what the subject alone says: that something was delivered or cancelled."""
    if notices.notice(subject, "") == "delivery":
        return [Order(type="delivery", confidence=0.6, method="text", reason="no order number")]
    return []
