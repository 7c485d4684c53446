"""Recordings: what was seen of a source at a moment, in a file, in part of a file, or in a version of one."""

import gzip
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache, partial
from pathlib import Path
from urllib.parse import quote

from pipelines import warehouse
from pipelines.imports.moments import NoTime, SeenAt
from pipelines.imports.snapshots import Snapshots, snapshots
from pipelines.media_types import media_type_of
from pipelines.records import Page


class Unread(ValueError):  # noqa: N818 - it is what the recording stays
    """A recording that cannot be read; the message says why."""


def address(name: str) -> str:
    """Return the address of a file by its name."""
    return f"file:{quote(name)}"


@dataclass(frozen=True, kw_only=True)
class Recording:
    """What a source showed at a moment."""

    name: str
    """The file's name, never its place on this machine."""
    seen_at_utc: datetime
    load: Callable[[], bytes]
    """Reads it; raises Unread."""

    @property
    def url(self) -> str:
        """The address under which it is archived."""
        return address(self.name)

    def page(self) -> Page:
        """Return it as a page; raises Unread."""
        return replace(self.empty_page(), body=self.load())

    def empty_page(self) -> Page:
        """Return the page without its content: all that is known of one that cannot be read."""
        return Page(url=self.url, seen_at_utc=self.seen_at_utc, body=b"", media_type=media_type_of(self.name))


def file_page(file: Path, seen_at_utc: datetime) -> Page:
    """Return a file as a page that was seen at a moment; raises Unread."""
    return Recording(name=file.name, seen_at_utc=seen_at_utc, load=partial(body_of, file)).page()


def recordings(files: Iterable[Path], seen_at: SeenAt) -> Iterator[Recording]:
    """Yield what files hold: one recording each, or one for each moment that a file tells of; raises NoTime."""
    for file in files:
        try:
            moments = [] if seen_at.is_told else list(_snapshots(file, seen_at))
        except (Unread, NoTime) as error:
            yield Recording(name=file.name, seen_at_utc=seen_at.of(file), load=partial(_refuse, str(error)))
            continue
        if not moments:
            yield Recording(name=file.name, seen_at_utc=seen_at.of(file), load=partial(body_of, file))
        for moment in moments:
            yield Recording(name=file.name, seen_at_utc=moment, load=partial(_at, file, seen_at, moment))


def _refuse(why: str) -> bytes:
    raise Unread(why)


def body_of(file: Path) -> bytes:
    """Return a file's content; ``.gz`` is taken apart, Parquet becomes JSON in lines. Raises Unread."""
    try:
        if file.suffix == ".parquet":
            return warehouse.parquet_lines(file)
        body = file.read_bytes()
        return gzip.decompress(body) if file.suffix == ".gz" else body
    except (OSError, EOFError, zlib.error, warehouse.Error) as error:
        raise Unread(f"the file cannot be read: {_why(error)}") from error


def _why(error: Exception) -> str:
    """Say what is wrong without the name of the file, which is kept or not as the platform says."""
    if isinstance(error, warehouse.Error):
        return "it is no Parquet file"
    return (error.strerror if isinstance(error, OSError) else None) or str(error)


def _at(file: Path, seen_at: SeenAt, moment: datetime) -> bytes:
    return _snapshots(file, seen_at)[moment]


@lru_cache(maxsize=1)
def _snapshots(file: Path, seen_at: SeenAt) -> Snapshots:
    return snapshots(body_of(file), media_type_of(file.name), seen_at)
