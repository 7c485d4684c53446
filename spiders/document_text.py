"""The text of a document: a saved mail with its attachments, a PDF, a web page, plain text."""

from collections.abc import Iterator
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from io import BytesIO

from pypdf import PdfReader

from spiders.errors import Changed
from spiders.markup import decoded, visible_text


def document_text(body: bytes, media_type: str) -> str:
    """Return what a person would read of a document, in lines; raises Changed when it cannot be read."""
    try:
        return _text(body, media_type)
    except Exception as error:
        # Mails and PDFs in the wild break their parsers in more ways than these document.
        raise Changed(f"the document cannot be read: {type(error).__name__}: {error}") from error


def _text(body: bytes, media_type: str) -> str:
    if media_type == "message/rfc822":
        return "\n".join(_mail_lines(body))
    if media_type == "application/pdf":
        return "\n".join(page.extract_text() for page in PdfReader(BytesIO(body)).pages)
    if media_type == "text/html":
        return visible_text(decoded(body))
    if media_type == "text/plain":
        return body.decode("utf-8", "replace")
    raise ValueError(f"no text is read from {media_type}")


def _mail_lines(body: bytes) -> Iterator[str]:
    """Yield the subject and the date (ISO 8601) as lines, then each part; a part may be a PDF."""
    message = message_from_bytes(body, EmailMessage, policy=default)
    yield f"Subject: {message['Subject']}"
    if message["Date"] is not None and message["Date"].datetime:
        yield f"Date: {message['Date'].datetime.isoformat()}"
    for part in message.walk():
        if part.get_content_type() in {"text/plain", "text/html", "application/pdf"} and not part.is_multipart():
            yield _text(_content(part), part.get_content_type())


def _content(part: EmailMessage) -> bytes:
    """Return a part's bytes; texts in UTF-8, whatever they were sent in."""
    if part.get_content_maintype() == "text":
        return str(part.get_content(errors="replace")).encode("utf-8", "replace")
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""
