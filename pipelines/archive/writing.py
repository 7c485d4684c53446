"""Writing: one WARC file a run, one record an answer, gzip level 6, nothing secret in it.

The archive is the ground truth. What a request was for stands in the record's own header, so that the same bytes can be
read again years later with better parsers. A body that was the last one at its address becomes a ``revisit``
record, which says where the bytes lie. How a run ended is its last record; without it the run was cut short.
"""

import hashlib
import json
import os
import zlib
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any, Literal

import orjson
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from pipelines.records import Capture, Page

# Of others' secrets and of transport we keep nothing; bodies are stored decoded, so their coding must not be announced.
_DROPPED = {
    "authorization", "connection", "content-encoding", "content-length", "cookie", "proxy-authorization",
    "set-cookie", "set-cookie2", "transfer-encoding",
}  # fmt: skip
CONTEXT = "Orderscope-Context"
REFERS_TO = "Orderscope-Refers-To"  # offset and file; the standard's own headers would need a search of the archive
RECORDED_AS = "Orderscope-Recorded-As"  # what a record was before a compaction made it a revisit
_REMEMBERED = 10_000  # addresses of a source whose runs do not visit all
REVISIT = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
_NOTE = "application/vnd.orderscope.note+json"


class ArchiveWriter:
    """The WARC file of one run, open for writing; each record is on its way to the disk before it is read."""

    def __init__(self, root: Path, warc_file: str, run_id: str, *, whole: bool = True) -> None:
        self._path = root / warc_file
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._file = self._path.open("xb")
        self._warc_file, self._run_id = warc_file, run_id
        self._last = LastBodies(self._path.parent)
        self._whole = whole

    def write(self, page: Page) -> Capture:
        """Archive an answer and return where it lies."""
        capture_id = hashlib.sha256(page.body).hexdigest()
        record: Literal["response", "resource", "revisit"] = "resource" if page.url.startswith("file:") else "response"
        if place := self._last.place_of(page.url, capture_id):
            record = "revisit"
        offset = self._append(record, page, b"" if place else page.body, capture_id, place)
        self._last.remember(page.url, capture_id, place or (self._warc_file, offset))
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
        self._last.save(forget=self._whole)

    def _append(
        self, record: str, page: Page, payload: bytes, capture_id: str, refers_to: tuple[str, int] | None = None
    ) -> int:
        plain = BytesIO()
        writer = WARCWriter(plain, gzip=False, warc_version="1.1")
        http = _http(page) if page.url.startswith("http") else None
        headers = {
            "WARC-Date": f"{page.seen_at_utc.isoformat(timespec='microseconds')}Z",
            "WARC-Payload-Digest": f"sha256:{capture_id}",
            CONTEXT: json.dumps(dict(page.context)),  # in ASCII, as a header must be
        }
        if refers_to:
            headers["WARC-Profile"] = REVISIT
            headers[REFERS_TO] = f"{refers_to[1]} {refers_to[0]}"
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
    """Where the last body at each address of a source lies; a lost file costs some repeated bodies, nothing else."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "last.json"
        try:
            self._before: dict[str, tuple[str, str, int]] = orjson.loads(self._path.read_bytes())
        except (FileNotFoundError, orjson.JSONDecodeError):
            self._before = {}
        self._now: dict[str, tuple[str, str, int]] = {}

    def place_of(self, url: str, capture_id: str) -> tuple[str, int] | None:
        """Return file and offset of this body if it was the last one at ``url``."""
        last, warc_file, offset = self._now.get(url) or self._before.get(url) or ("", "", 0)
        return (warc_file, offset) if last == capture_id else None

    def remember(self, url: str, capture_id: str, place: tuple[str, int]) -> None:
        """Note what is now the last body at ``url``."""
        self._now[url] = (capture_id, *place)

    def save(self, *, forget: bool = True) -> None:
        """Keep this run's bodies for the next; addresses it did not visit are forgotten, so the file cannot grow.

        A run that visited some locations only forgets none but the addresses that were not visited for longest.
        """
        before = {} if forget else {url: last for url, last in self._before.items() if url not in self._now}
        kept = list({**before, **self._now}.items())[-max(_REMEMBERED, len(self._now)) :]
        part = self._path.with_suffix(".part")
        part.write_bytes(orjson.dumps(dict(kept)))
        part.rename(self._path)
