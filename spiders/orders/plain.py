"""Plain text of unknown encoding."""

_MARKS = {b"\xff\xfe", b"\xfe\xff"}


def plain_text(body: bytes) -> str:
    """Return plain text in the encoding that it turns out to have: UTF-16 and 8 by their marks, else Windows-1252.

    >>> plain_text("é".encode("cp1252"))
    'é'
    """
    if body[:2] in _MARKS:
        return body.decode("utf-16", "replace")
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError:
        return body.decode("cp1252", "replace")
