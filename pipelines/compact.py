"""Compact: the archive made small, and the warehouse told where each answer is now.

Killed at any instant nothing is lost: each file is whole before and after, an answer that moved is found by its SHA-256
meanwhile, and the next compaction tells the warehouse what this one could not.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import orjson

from pipelines.archive import NotWhole, compact_file, read_archive
from pipelines.home import archive_root, landing_root
from pipelines.named_sql import execute
from pipelines.recover import run_id_of, warc_files
from pipelines.warehouse import Connection

SQL = Path(__file__).parent / "sql" / "compact"


@dataclass(frozen=True, kw_only=True)
class Compacted:
    """What became of the archive of a source."""

    source: str
    files: int
    bytes_before: int
    bytes_after: int
    problems: tuple[str, ...]
    """Files that were left as they are, and why."""


def compact(con: Connection, home: Path) -> Iterator[Compacted]:
    """Compact the archive, a source at a time; runs that wait to be loaded are left for the next time."""
    known = dict(execute(con, SQL / "known.sql", {}).fetchall())
    files = sorted(warc_files(home), key=lambda file: str(Path(file).parent))  # stable: in time within a source
    for folder, of_source in groupby(files, key=lambda file: Path(file).parent):
        loaded = [file for file in of_source if not (landing_root(home) / run_id_of(file)).exists()]
        yield _compact(con, archive_root(home), folder, loaded, known)


def _compact(con: Connection, root: Path, folder: Path, files: list[str], known: dict[str, list[int]]) -> Compacted:
    before, problems = _size(root, files), []
    places: dict[str, tuple[str, int]] = {}
    for file in files:
        try:
            compact_file(root, file, places)
        except NotWhole as error:
            problems.append(str(error))
            continue
        _tell(con, root, file, known.get(file, []))
    _point_to(root / folder / "last.json", places)
    return Compacted(
        source=".".join(folder.parts),
        files=len(files),
        bytes_before=before,
        bytes_after=_size(root, files),
        problems=tuple(problems),
    )


def _tell(con: Connection, root: Path, file: str, known: list[int]) -> None:
    now = [item[1].warc_offset for item in read_archive(root, file) if isinstance(item, tuple)]
    if known != now and len(known) == len(now):  # a run that is not in the warehouse has nothing to be told
        execute(con, SQL / "moved.sql", {"before": known, "now": now, "warc_file": file})


def _point_to(last: Path, places: dict[str, tuple[str, int]]) -> None:
    """Let the next run find the bodies where they are now."""
    if not last.exists():
        return
    urls = orjson.loads(last.read_bytes())
    found = {url: (capture_id, *places.get(capture_id, place)) for url, (capture_id, *place) in urls.items()}
    part = last.with_suffix(".part")
    part.write_bytes(orjson.dumps(found))
    part.replace(last)


def _size(root: Path, files: list[str]) -> int:
    return sum((root / file).stat().st_size for file in files)
