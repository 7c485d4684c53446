"""A file as the documents in it: the mails of an mbox, found without reading it whole, else the file itself."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from spiders.orders.largest import LARGEST

_BEGIN = b"From "
Piece = tuple[int, int]
"""Where a document stands in a file: offset and length, in bytes."""


def pieces(file: Path) -> list[Piece]:
    """Return the documents of a file; one, the whole file, for any but an mbox."""
    if not _is_mailbox(file):
        return [(0, file.stat().st_size)]
    with file.open("rb") as opened:
        return list(_mails(opened))


def piece(file: Path, place: Piece) -> tuple[bytes, str]:
    """Return a document of a file, a byte more than is read at most, and the name that says of what kind it is."""
    with file.open("rb") as opened:
        opened.seek(place[0])
        body = opened.read(min(place[1], LARGEST + 1))
    return body, "message.eml" if place[0] else file.name


def mails_of(body: bytes) -> list[bytes]:
    """Return the mails of an mbox that is in memory; what is none is one document."""
    if not body.startswith(_BEGIN):
        return [body]
    return [body[at : at + length] for at, length in _mails(BytesIO(body))]


def _is_mailbox(file: Path) -> bool:
    """Tell whether a file begins as an mbox does."""
    with file.open("rb") as opened:
        return opened.read(len(_BEGIN)) == _BEGIN


def _mails(opened: BinaryIO) -> Iterator[Piece]:
    """Yield where each mail of an mbox stands, offset and length in bytes, without the line that parts it."""
    at, begin, blank = 0, -1, True
    while line := opened.readline(1_000_000):
        if blank and line.startswith(_BEGIN):
            if begin >= 0:
                yield begin, at - begin
            begin = at + len(line)
        blank = not line.strip()
        at += len(line)
    if begin >= 0:
        yield begin, at - begin
