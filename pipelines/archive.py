"""WARC in and out: one file a run, one record an answer, gzip level 6, nothing secret in it.

The archive is the ground truth. What a request was for stands in the record's own header, so that the same bytes can be
read again years later with better parsers; a body that was the last one at its address becomes a ``revisit`` record. How
a run ended is its last record; a file without it was cut short.
"""

import hashlib
import os
import zlib
from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any, Literal

import orjson
from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from pipelines.records import Capture, Page

# Of others' secrets and of transport we keep nothing; bodies are stored decoded, so their coding must not be announced.
_DROPPED = {
    "authorization", "connection", "content-encoding", "content-length", "cookie", "proxy-authorization",
    "set-cookie", "set-cookie2", "transfer-encoding",
}  # fmt: skip
_CONTEXT = "Orderscope-Context"
_NOTE = "application/vnd.orderscope.note+json"


class ArchiveWriter:
    """The WARC file of one run, open for writing; each record is on its way to the disk before it is read."""

    def __init__(self, root: Path, warc_file: str, run_id: str) -> None:
        self._path = root / warc_file
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._file = self._path.open("xb")
        self._warc_file, self._run_id = warc_file, run_id
        self._seen = LastBodies(self._path.parent)

    def write(self, page: Page) -> Capture:
        """Archive an answer and return where it lies."""
        capture_id = hashlib.sha256(page.body).hexdigest()
        record: Literal["response", "resource", "revisit"] = "resource" if page.url.startswith("file:") else "response"
        if self._seen.same(page.url, capture_id):
            record = "revisit"
        offset = self._append(record, page, b"" if record == "revisit" else page.body, capture_id)
        return Capture(
            capture_id=capture_id,
            run_id=self._run_id,
            url=page.url,
            seen_at_utc=page.seen_at_utc,
            warc_file=self._warc_file,
            warc_offset=offset,
            record=record,
            media_type=page.media_type,
            bytes=len(page.body),
        )

    def note(self, what: dict[str, Any], at_utc: datetime) -> None:
        """Archive what is no answer: a look that got none, the beginning and the end of the run."""
        body = orjson.dumps(what, default=str)
        page = Page(url=f"urn:orderscope:{self._run_id}", seen_at_utc=at_utc, body=body, media_type=_NOTE)
        self._append("metadata", page, body, hashlib.sha256(body).hexdigest())

    def close(self) -> None:
        """Close the file and remember what was seen last at each address."""
        os.fsync(self._file.fileno())
        self._file.close()
        self._seen.save()

    def _append(self, record: str, page: Page, payload: bytes, capture_id: str) -> int:
        plain = BytesIO()
        writer = WARCWriter(plain, gzip=False, warc_version="1.1")
        http = _http(page) if record in ("response", "revisit") else None
        headers = {
            "WARC-Date": f"{page.seen_at_utc.isoformat(timespec='microseconds')}Z",
            "WARC-Payload-Digest": f"sha256:{capture_id}",
            _CONTEXT: orjson.dumps(dict(page.context)).decode("ascii", "backslashreplace"),
        }
        if record == "revisit":
            headers["WARC-Profile"] = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
        writer.write_record(
            writer.create_warc_record(
                page.url,
                record,
                payload=BytesIO(payload),
                length=len(payload),
                http_headers=http,
                warc_content_type="" if http else page.media_type,
                warc_headers_dict=headers,
            )
        )
        offset = self._file.tell()
        member = zlib.compressobj(6, zlib.DEFLATED, zlib.MAX_WBITS | 16)
        self._file.write(member.compress(plain.getvalue()) + member.flush())
        self._file.flush()
        return offset


def _http(page: Page) -> StatusAndHeaders:
    kept = [(name, value) for name, value in page.headers.items() if name.lower() not in _DROPPED]
    if not any(name.lower() == "content-type" for name, _ in kept):
        kept.append(("Content-Type", page.media_type))
    return StatusAndHeaders(f"{page.status} ", kept, protocol="HTTP/1.1")


class LastBodies:
    """The hash of the last body at each address of a source; a lost file costs some repeated bodies, nothing else."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "last.json"
        try:
            self._before: dict[str, str] = orjson.loads(self._path.read_bytes())
        except (FileNotFoundError, orjson.JSONDecodeError):
            self._before = {}
        self._now: dict[str, str] = {}

    def same(self, url: str, capture_id: str) -> bool:
        """Tell whether this body was the last one at ``url``, and remember it."""
        last = self._now.get(url, self._before.get(url))
        self._now[url] = capture_id
        return last == capture_id

    def save(self) -> None:
        """Keep this run's bodies for the next; addresses it did not visit are forgotten, so the file cannot grow."""
        part = self._path.with_suffix(".part")
        part.write_bytes(orjson.dumps(self._now))
        part.rename(self._path)


class Bodies:
    """Bodies by hash, for revisits; filled while reading an archive in the order of time."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._place: dict[str, tuple[str, int]] = {}

    def remember(self, capture: Capture) -> None:
        """Note where a body lies."""
        if capture.record != "revisit":
            self._place.setdefault(capture.capture_id, (capture.warc_file, capture.warc_offset))

    def find(self, capture_id: str) -> bytes:
        """Return the body of this hash; raises KeyError when the archive does not hold it."""
        return read_body(self._root, *self._place[capture_id])


def read_body(root: Path, warc_file: str, warc_offset: int) -> bytes:
    """Return the body of the record that begins at ``warc_offset``."""
    with (root / warc_file).open("rb") as file:
        file.seek(warc_offset)
        body: bytes = next(iter(ArchiveIterator(file))).content_stream().read()
        return body


def read_archive(root: Path, warc_file: str, bodies: Bodies) -> Iterator[tuple[Page, Capture] | dict[str, Any]]:
    """Yield a run's records in order: an answer with its capture, or a note. A torn end is where it ends."""
    with (root / warc_file).open("rb") as file:
        records = ArchiveIterator(file)
        try:
            for record in records:
                body = record.content_stream().read()
                if not _is_whole(record, body):
                    return
                if record.rec_type == "metadata":
                    yield orjson.loads(body)
                else:
                    yield _answer(record, body, warc_file, records.get_record_offset(), bodies)
        except (ArchiveLoadFailed, EOFError, zlib.error):
            return


def _is_whole(record: ArcWarcRecord, body: bytes) -> bool:
    return record.rec_type == "revisit" or hashlib.sha256(body).hexdigest() == _digest(record)


def _digest(record: ArcWarcRecord) -> str:
    return str(record.rec_headers.get_header("WARC-Payload-Digest")).removeprefix("sha256:")


def _answer(record: ArcWarcRecord, body: bytes, warc_file: str, offset: int, bodies: Bodies) -> tuple[Page, Capture]:
    if record.rec_type == "revisit":
        body = bodies.find(_digest(record))
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
        context=orjson.loads(record.rec_headers.get_header(_CONTEXT)),
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
    bodies.remember(capture)
    return page, capture
