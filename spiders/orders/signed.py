"""The document in a signed envelope (CMS, ``.p7m``), as Italian e-invoices come; whose signature it is is not asked."""

import base64
import binascii
from collections.abc import Iterator

_SEQUENCE, _OCTETS, _CONSTRUCTED = 0x30, 0x04, 0x20
_SIGNED_DATA = bytes.fromhex("06092a864886f70d010702")
_DEEPEST = 12
Element = tuple[int, bytes]
"""Tag and content."""


def is_signed(body: bytes) -> bool:
    """Tell whether a document is a signed envelope, in DER or in Base64."""
    return _SIGNED_DATA in _binary(body[:400])[:60]


def content_of(body: bytes) -> bytes:
    """Return the document in a signed envelope; empty where there is none.

    What is signed is the first octet string; some sign in pieces, which are joined. Raises ValueError for an envelope
    that is torn.
    """
    return next((octets for octets in _octet_strings(_binary(body)) if octets.strip()), b"")


def _binary(body: bytes) -> bytes:
    """Return an envelope's bytes; some are sent as the text of Base64, with or without the lines around it."""
    if body[:1] == bytes([_SEQUENCE]):
        return body
    lines = [line for line in body.split() if not line.startswith(b"-----") and b"-" not in line]
    told = b"".join(lines)
    try:
        return base64.b64decode(told[: len(told) // 4 * 4])
    except binascii.Error:
        return b""


def _octet_strings(content: bytes, depth: int = 0) -> Iterator[bytes]:
    """Yield the octet strings within, in their order."""
    for tag, inner in _elements(content):
        if tag == _OCTETS:
            yield inner
        elif tag == _OCTETS | _CONSTRUCTED:
            yield b"".join(_octet_strings(inner, depth + 1))
        elif tag & _CONSTRUCTED and depth < _DEEPEST:
            yield from _octet_strings(inner, depth + 1)


def _elements(content: bytes) -> Iterator[Element]:
    """Yield the elements of BER side by side; raises ValueError where one is longer than what there is."""
    at = 0
    while at < len(content):
        tag, begin, length = _head(content, at)
        if length is None:
            length = _until_end(content, begin) - begin
            at = begin + length + 2
        else:
            at = begin + length
        if at > len(content):
            raise ValueError("the signed envelope is torn")
        yield tag, content[begin : begin + length]


def _head(content: bytes, at: int) -> tuple[int, int, int | None]:
    """Return an element's tag, where its content begins, and its length; None for one that an end mark ends."""
    told = content[at : at + 10]
    if len(told) < 2:
        raise ValueError("the signed envelope is torn")
    if told[1] == 0x80:
        return told[0], at + 2, None
    if told[1] < 0x80:
        return told[0], at + 2, told[1]
    count = told[1] & 0x7F
    return told[0], at + 2 + count, int.from_bytes(told[2 : 2 + count])


def _until_end(content: bytes, at: int, depth: int = 0) -> int:
    """Return where the end mark of an element of unsaid length stands."""
    while content[at : at + 2] != b"\0\0":
        if depth > _DEEPEST:
            raise ValueError("the signed envelope is nested too deep")
        _, begin, length = _head(content, at)
        at = begin + length if length is not None else _until_end(content, begin, depth + 1) + 2
    return at
