"""Import: what was recorded elsewhere, read by the declared platform; each moment of looking is a run of its own."""

import gzip
import re
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path
from urllib.parse import quote

from pipelines.clock import to_utc
from pipelines.home import archive_root, run_id_at, warc_file
from pipelines.records import Origin, Page, Reader, Run
from pipelines.run import OpenRun

_MEDIA_TYPE = {
    ".json": "application/json",
    ".geojson": "application/geo+json",
    ".jsonl": "application/x-ndjson",
    ".html": "text/html",
    ".htm": "text/html",
    ".xml": "application/xml",
    ".csv": "text/csv",
    ".eml": "message/rfc822",
    ".pdf": "application/pdf",
}


Redact = Callable[[Page], Page]
"""Takes out of a page what must not reach the disk."""


class NoTime(ValueError):  # noqa: N818 - it is what the name lacks
    """A file's name does not hold the time that the pattern promises; the message names both."""


@dataclass(frozen=True, kw_only=True)
class SeenAt:
    """When the files were recorded: one instant for all, a pattern of their names, or else their own times."""

    instant: datetime | None = None
    pattern: str | None = None
    """As in ``strptime``, e.g. ``%Y%m%d-%H%M%S``; found anywhere in the file's name."""
    timezone: str = "UTC"

    def of(self, file: Path) -> datetime:
        """Return when ``file`` was recorded, UTC; raises NoTime."""
        if self.instant:
            return to_utc(self.instant, self.timezone)
        if self.pattern:
            return to_utc(self._in_name(file.name, self.pattern), self.timezone)
        return datetime.fromtimestamp(file.stat().st_mtime, UTC).replace(tzinfo=None, microsecond=0)

    def _in_name(self, name: str, pattern: str) -> datetime:
        digits = re.sub(r"%(.)", lambda word: r"\d{4}" if word[1] == "Y" else r"\d{2}", pattern.replace(".", r"\."))
        found = re.search(digits, name)
        try:
            return datetime.strptime(found[0] if found else "", pattern)  # noqa: DTZ007 - the zone is given beside it
        except ValueError:
            raise NoTime(f"{name} holds no time like {pattern}: give --seen-at, or another --seen-at-pattern") from None


def import_files(
    home: Path, origin: Origin, read: Reader, redact: Redact, files: Iterable[Path], seen_at: SeenAt
) -> Iterator[Run | None]:
    """Archive, read and land recorded files; files of one moment are one run. Yields None for a run known already."""
    timed = sorted((seen_at.of(file), file.name, file) for file in files)
    for moment, group in groupby(timed, key=lambda item: item[0]):
        known = archive_root(home) / warc_file(origin, run_id_at(origin, moment))
        if known.exists():
            yield None
        else:
            yield _import(OpenRun(home, origin, moment), read, redact, [file for _, _, file in group], moment)


def _import(run: OpenRun, read: Reader, redact: Redact, files: list[Path], moment: datetime) -> Run:
    for file in files:
        try:
            page = redact(file_page(file, moment))
        except (OSError, EOFError, zlib.error) as error:
            run.missed(f"file:{quote(file.name)}", moment, "changed", f"the file cannot be read: {error}")
            continue
        run.keep(page, run.archive(page), read(page))
    return run.finish()


def file_page(file: Path, seen_at_utc: datetime) -> Page:
    """Return a file as a page; ``.gz`` is taken apart. Its address is its name, never its place on this machine."""
    body = file.read_bytes()
    name = file.name
    if file.suffix == ".gz":
        body, name = gzip.decompress(body), file.stem
    media_type = _MEDIA_TYPE.get(Path(name).suffix.lower(), "application/octet-stream")
    return Page(url=f"file:{quote(file.name)}", seen_at_utc=seen_at_utc, body=body, media_type=media_type)
