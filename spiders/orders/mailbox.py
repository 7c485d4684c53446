"""The mails of an mbox file, found without reading it whole: an mbox of years has gigabytes."""

from collections.abc import Iterator
from pathlib import Path

_BEGIN = b"From "


def is_mailbox(file: Path) -> bool:
    """Tell whether a file begins as an mbox does."""
    with file.open("rb") as opened:
        return opened.read(len(_BEGIN)) == _BEGIN


def mails(file: Path) -> Iterator[tuple[int, int]]:
    """Yield where each mail of an mbox stands, offset and length in bytes, without the line that parts it."""
    at, begin, blank = 0, -1, True
    with file.open("rb") as opened:
        while line := opened.readline(1_000_000):
            if blank and line.startswith(_BEGIN):
                if begin >= 0:
                    yield begin, at - begin
                begin = at + len(line)
            blank = not line.strip()
            at += len(line)
    if begin >= 0:
        yield begin, at - begin
