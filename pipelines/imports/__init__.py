"""Import: what was recorded elsewhere, read by the declared platform; each moment of looking is a run of its own.

What is in the archive already is left as it is, known by its content; other content of a known moment is a run of its
own, some seconds later.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta
from itertools import groupby
from pathlib import Path

from pipelines.archive import read_archive
from pipelines.home import archive_root, run_id_at, warc_file
from pipelines.imports.moments import NoTime, SeenAt
from pipelines.imports.recording import Recording, Unread, address, recordings
from pipelines.records import Origin, Page, Reader, Run
from pipelines.run import OpenRun

__all__ = ["NoTime", "SeenAt", "Tell", "import_files", "import_recordings"]

Redact = Callable[[Page], Page]
"""Takes out of a page what must not reach the disk."""
Missed = tuple[str, str]
"""The address of a recording that cannot be read, and why."""
Known = set[tuple[bytes, str]]
"""Contents that runs hold, with their addresses and without; of what could not be read the address alone."""
Tell = Callable[[str, str], None]
"""Is told the name of a recording, and what is odd about it: what the disk may not keep, the user may see."""


def _unheard(_name: str, _why: str) -> None:
    """Tell nobody."""


def import_files(
    home: Path, origin: Origin, read: Reader, redact: Redact, files: Iterable[Path], seen_at: SeenAt
) -> Iterator[Run | None]:
    """Archive, read and land recorded files; raises NoTime. Yields None for a moment of which all is known."""
    yield from import_recordings(home, origin, read, redact, recordings(files, seen_at))


def import_recordings(
    home: Path, origin: Origin, read: Reader, redact: Redact, recorded: Iterable[Recording], tell: Tell = _unheard
) -> Iterator[Run | None]:
    """Archive, read and land recordings; those of one moment are one run. Yields None where all of it is known."""
    timed = sorted(recorded, key=lambda one: (one.seen_at_utc, one.name))
    for moment, group in groupby(timed, key=lambda one: one.seen_at_utc):
        pages, missed = _pages(group, redact, tell)
        start, known = _known(home, origin, moment.replace(microsecond=0))
        new = [(name, page) for name, page in pages if _identity(name, page) not in known]
        lost = [(url, why) for url, why in missed if (b"", url) not in known]
        yield _import(OpenRun(home, origin, start), read, new, lost, moment, tell) if new or lost else None


def _identity(name: str, page: Page) -> tuple[bytes, str]:
    """Return by what a page is known: its content, whatever its file is called; beside an address that is no name."""
    return page.body, "" if page.url == address(name) else page.url


def _pages(group: Iterable[Recording], redact: Redact, tell: Tell) -> tuple[list[tuple[str, Page]], list[Missed]]:
    pages: list[tuple[str, Page]] = []
    missed: list[Missed] = []
    alike: Counter[str] = Counter()
    for recording in group:
        try:
            pages.append((recording.name, redact(recording.page())))
        except Unread as error:
            # The name of a file can name a person: what takes that out of a page takes it out of one that is empty.
            url = redact(recording.empty_page()).url
            alike[url] += 1
            missed.append((url if alike[url] == 1 else f"{url}-{alike[url]}", str(error)))
            tell(recording.name, str(error))
    return pages, missed


def _known(home: Path, origin: Origin, moment: datetime) -> tuple[datetime, Known]:
    """Return the first free second from a moment on, and what runs of the seconds before it hold."""
    known: Known = set()
    start = moment
    while (archive_root(home) / (file := warc_file(origin, run_id_at(origin, start)))).exists():
        known |= _held(home, file)
        start += timedelta(seconds=1)
    return start, known


def _held(home: Path, file: str) -> Known:
    """Return what a run holds; nothing of one that was cut short, so that it is imported again as a whole."""
    held: Known = set()
    whole = False
    for item in read_archive(archive_root(home), file):
        if isinstance(item, tuple):
            held |= {(item[0].body, ""), (item[0].body, item[0].url)}
        elif "missed" in item:
            held.add((b"", item["missed"]["url"]))
        elif "ended_utc" in item:
            whole = True
    return held if whole else set()


def _import(
    run: OpenRun,
    read: Reader,
    pages: Iterable[tuple[str, Page]],
    missed: Iterable[Missed],
    moment: datetime,
    tell: Tell,
) -> Run:
    for url, why in missed:
        run.missed(url, moment, "changed", why)
    for name, page in pages:
        look = run.keep(page, run.archive(page), read(page))
        if look.reason:
            tell(name, look.reason)
    return run.finish()
