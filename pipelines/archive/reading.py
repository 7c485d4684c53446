"""Reading: the records of a run in order, or the one that a capture points to."""

import hashlib
import zlib
from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import IO, Any

import orjson
from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord

from pipelines.archive.writing import CONTEXT, REFERS_TO
from pipelines.records import Capture, Page

_CHUNK = 1 << 16


class NotWhole(ValueError):  # noqa: N818 - it is what the record is not
    """What the archive holds is not what was archived; the message says where and why."""


def read_archive(root: Path, warc_file: str) -> Iterator[tuple[Page, Capture] | dict[str, Any]]:
    """Yield a run's records in order: an answer with its capture, or a note. A torn end is where it ends."""
    with (root / warc_file).open("rb") as file:
        for offset, plain in _members(file):
            record, body = _parsed(plain)
            if record.rec_type == "metadata":
                yield orjson.loads(body)
            else:
                yield _answer(record, _body(root, record, body), warc_file, offset)


def read_record(root: Path, warc_file: str, warc_offset: int) -> tuple[Page, Capture]:
    """Return the answer whose record begins at ``warc_offset``.

    Raises NotWhole where there is none any more, or where its body has another SHA-256 than when it was archived.
    """
    where = f"{warc_file} at {warc_offset}"
    try:
        page, capture = _record_at(root, warc_file, warc_offset)
    except (OSError, ArchiveLoadFailed, StopIteration, ValueError, AttributeError, TypeError, zlib.error) as error:
        raise NotWhole(f"{where} cannot be read: {type(error).__name__} {error}".rstrip()) from error
    found = hashlib.sha256(page.body).hexdigest()
    if found != capture.capture_id:
        raise NotWhole(f"{where} holds a body of SHA-256 {found}; {capture.capture_id} was archived")
    return page, capture


def read_body(root: Path, warc_file: str, warc_offset: int) -> bytes:
    """Return the body of the answer whose record begins at ``warc_offset``; raises NotWhole."""
    return read_record(root, warc_file, warc_offset)[0].body


def _record_at(root: Path, warc_file: str, warc_offset: int) -> tuple[Page, Capture]:
    with (root / warc_file).open("rb") as file:
        file.seek(warc_offset)
        _, plain = next(_members(file))
    record, body = _parsed(plain)
    return _answer(record, _body(root, record, body), warc_file, warc_offset)


def _parsed(plain: bytes) -> tuple[ArcWarcRecord, bytes]:
    record = next(iter(ArchiveIterator(BytesIO(plain))))
    return record, record.content_stream().read()


def _members(file: IO[bytes]) -> Iterator[tuple[int, bytes]]:
    """Yield offset and content of each whole gzip member; one that was torn while it was written is left out."""
    offset, chunk = 0, file.read(_CHUNK)
    while chunk:
        member, plain = zlib.decompressobj(zlib.MAX_WBITS | 16), bytearray()
        begun = offset
        while not member.eof:
            if not chunk:
                return
            plain += member.decompress(chunk)
            offset += len(chunk) - len(member.unused_data)
            chunk = member.unused_data or file.read(_CHUNK)
        yield begun, bytes(plain)


def _digest(record: ArcWarcRecord) -> str:
    return str(record.rec_headers.get_header("WARC-Payload-Digest")).removeprefix("sha256:")


def _body(root: Path, record: ArcWarcRecord, body: bytes) -> bytes:
    if record.rec_type != "revisit":
        return body
    offset, _, warc_file = record.rec_headers.get_header(REFERS_TO).partition(" ")
    return _record_at(root, warc_file, int(offset))[0].body


def _answer(record: ArcWarcRecord, body: bytes, warc_file: str, offset: int) -> tuple[Page, Capture]:
    http = record.http_headers
    headers = {name.lower(): value for name, value in http.headers} if http else {}
    media_type = headers.get("content-type") or str(record.rec_headers.get_header("Content-Type"))
    page = Page(
        url=record.rec_headers.get_header("WARC-Target-URI"),
        seen_at_utc=datetime.fromisoformat(record.rec_headers.get_header("WARC-Date")).replace(tzinfo=None),
        body=body,
        media_type=media_type.partition(";")[0].strip(),
        status=int(http.get_statuscode()) if http else 200,
        headers=headers,
        context=orjson.loads(record.rec_headers.get_header(CONTEXT)),
    )
    capture = Capture(
        capture_id=_digest(record),
        run_id=Path(warc_file).name.removesuffix(".warc.gz"),
        url=page.url,
        seen_at_utc=page.seen_at_utc,
        warc_file=warc_file,
        warc_offset=offset,
        record=record.rec_type,
        media_type=page.media_type,
        bytes=len(body),
    )
    return page, capture
