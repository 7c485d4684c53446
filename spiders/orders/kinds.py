"""What kind a document is: its bytes tell before its name does."""

from spiders.orders.spreadsheet import is_spreadsheet

MAIL = "message/rfc822"
PDF = "application/pdf"
XML = "application/xml"
PAGE = "text/html"
LEDGER = "text/csv"
SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ARCHIVE = "application/zip"
PLAIN = "text/plain"
_BY_SUFFIX = {
    ".eml": MAIL, ".mhtml": MAIL, ".pdf": PDF, ".html": PAGE, ".htm": PAGE, ".xml": XML, ".csv": LEDGER,
    ".tsv": LEDGER, ".txt": PLAIN, ".zip": ARCHIVE,
}  # fmt: skip
_BY_BEGIN = (
    (b"%pdf-", PDF), (b"pk\x03\x04", ARCHIVE), (b"\x89png", "image/png"), (b"\xff\xd8\xff", "image/jpeg"),
    (b"gif8", "image/gif"), (b"<?xml", XML), (b"<!doctype html", PAGE), (b"<html", PAGE),
)  # fmt: skip
_HEADERS = (b"return-path:", b"received:", b"delivered-to:", b"mime-version:", b"from:", b"subject:", b"date:", b"to:")
_UNTOLD = {"", "application/octet-stream", PLAIN}


def kind_of(body: bytes, media_type: str, name: str) -> str:
    """Return a document's media type, by its first bytes, then as it was told, then by its name."""
    if is_spreadsheet(body):
        return SPREADSHEET
    begin = body[:4096].lstrip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n").lower()
    for start, kind in _BY_BEGIN:
        if begin.startswith(start):
            return PAGE if kind == XML and b"<html" in begin[:1000] else kind
    suffix = next((kind for end, kind in _BY_SUFFIX.items() if name.lower().endswith(end)), "")
    if begin.startswith(_HEADERS) and suffix in {"", MAIL, PLAIN}:
        return MAIL
    if begin.startswith(b"<") and suffix in {"", PLAIN}:
        return PAGE if b"<br" in begin or b"<div" in begin or b"<table" in begin else XML
    return (media_type if media_type not in _UNTOLD else "") or suffix or PLAIN
