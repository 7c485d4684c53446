"""Compacting: a body that an earlier record has becomes a revisit of it, and the rest is pressed harder.

A file is written beside the old one, read back and held against it, and takes its place in one step. Whoever still has
an offset of before finds the record by its SHA-256.
"""

import hashlib
import os
import zlib
from collections.abc import Iterator, Mapping
from io import BytesIO
from itertools import zip_longest
from pathlib import Path
from typing import Any

from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from pipelines.archive.reading import UNREADABLE, NotWhole, digest, members, parsed, read_archive, refers_to
from pipelines.archive.writing import RECORDED_AS, REFERS_TO, REVISIT

Place = tuple[str, int]
"""File and offset of a record."""
_SAID_ANEW = {"WARC-Type", "Content-Length", "WARC-Block-Digest", "WARC-Profile", REFERS_TO, RECORDED_AS}
_HARDEST = 9


def compact_file(root: Path, warc_file: str, places: dict[str, Place]) -> None:
    """Compact a file. ``places`` has the bodies of the files before it, by SHA-256, and gets those of this one.

    Raises NotWhole, and leaves the file as it is, where it does not hold what was archived.
    """
    whole, part = root / warc_file, root / f"{warc_file}.part"
    try:
        held = _written(part, whole, warc_file, places)
        _hold_against(root, warc_file, f"{warc_file}.part")
        part.replace(whole)
    except UNREADABLE as error:
        raise NotWhole(f"{warc_file} stays as it is: {error}") from error
    finally:
        part.unlink(missing_ok=True)
    places |= held


def _written(part: Path, whole: Path, warc_file: str, places: Mapping[str, Place]) -> dict[str, Place]:
    """Write the compacted file and return where the bodies are that it holds."""
    held: dict[str, Place] = {}
    with part.open("wb") as file:
        for record, body, member in _records(whole):
            capture_id = digest(record)
            place = places.get(capture_id) or held.get(capture_id)
            if place is None and record.rec_type in ("response", "resource"):
                held[capture_id] = (warc_file, file.tell())
            file.write((place and _referring(record, body, member, place)) or member)
        file.flush()
        os.fsync(file.fileno())
    return held


def _records(file: Path) -> Iterator[tuple[ArcWarcRecord, bytes, bytes]]:
    """Yield each record with its payload and its gzip member, pressed as hard as can be."""
    end = 0
    with file.open("rb") as compressed, file.open("rb") as raw:
        for begun, end, plain in members(compressed):
            raw.seek(begun)
            member = raw.read(end - begun)
            is_hardest = member[8] == 2  # gzip's own note
            yield *parsed(plain), member if is_hardest else _pressed(plain)
    if end < file.stat().st_size:
        raise NotWhole("its end is torn")


def _pressed(plain: bytes) -> bytes:
    member = zlib.compressobj(_HARDEST, zlib.DEFLATED, zlib.MAX_WBITS | 16)
    return member.compress(plain) + member.flush()


def _referring(record: ArcWarcRecord, body: bytes, member: bytes, place: Place) -> bytes | None:
    """Return the record as a revisit of the one at ``place``; None where it is best left as it is."""
    if record.rec_type == "revisit":
        return None if refers_to(record) == place else _revisit(record, place)
    if record.rec_type == "metadata":
        return None
    if hashlib.sha256(body).hexdigest() != digest(record):
        raise NotWhole(f"the body of {record.rec_headers.get_header('WARC-Target-URI')} is not what was archived")
    shorter = _revisit(record, place)
    return shorter if len(shorter) < len(member) else None


def _revisit(record: ArcWarcRecord, place: Place) -> bytes:
    kept = [(name, value) for name, value in record.rec_headers.headers if name not in _SAID_ANEW]
    was = record.rec_headers.get_header(RECORDED_AS) or record.rec_type
    said = [("WARC-Type", "revisit"), ("WARC-Profile", REVISIT), (REFERS_TO, f"{place[1]} {place[0]}")]
    said += [(RECORDED_AS, was)] if was != "revisit" else []
    plain = BytesIO()
    writer = WARCWriter(plain, gzip=False, warc_version="1.1")
    writer.write_record(
        writer.create_warc_record(
            record.rec_headers.get_header("WARC-Target-URI"),
            "revisit",
            http_headers=record.http_headers,
            warc_content_type=record.rec_headers.get_header("Content-Type"),
            warc_headers=StatusAndHeaders("", [*kept, *said], protocol="WARC/1.1"),
        )
    )
    return _pressed(plain.getvalue())


def _hold_against(root: Path, old: str, new: str) -> None:
    """Raise NotWhole where the new file does not say, record by record, what the old one does."""
    for one, other in zip_longest(read_archive(root, old), read_archive(root, new)):
        if _said(one) != _said(other):
            raise NotWhole("it would not say the same")


def _said(item: Any) -> Any:  # noqa: ANN401 - an answer with its capture, or a note
    if not isinstance(item, tuple):
        return item
    page, capture = item
    return page, capture.capture_id, capture.record, capture.bytes
