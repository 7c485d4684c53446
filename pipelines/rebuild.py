"""Rebuild: the warehouse again, from the archive, with today's parsers."""

import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from pipelines.build import build
from pipelines.home import landing_root, scratch
from pipelines.load import IgnoredBy, Loaded, load
from pipelines.recover import ReaderOf, replay, run_id_of, warc_files
from pipelines.stages.land import is_being_written
from pipelines.warehouse import Connection, rewriting

Registers = Callable[[Connection], None]
"""Writes what is declared into the warehouse."""


def rebuild(
    home: Path, roots: Sequence[Path], register: Registers, reader_of: ReaderOf, ignored_by: IgnoredBy
) -> Iterator[Loaded]:
    """Read every archived run again into a new primary, and put it in the old one's place; yields the runs.

    Runs whose source is no longer declared stay in the archive and are left out. What waits in landing is archived as
    well; it is left where it is for the next load, which finds it known, or finds it lost with a rebuild that was cut
    short. So is a run that is still being written.
    """
    with rewriting(home) as con:
        shutil.rmtree(scratch(home), ignore_errors=True)
        build(con, roots)
        register(con)
        for warc_file in warc_files(home):
            folder = landing_root(home) / run_id_of(warc_file)
            if not (folder.exists() and is_being_written(folder)):
                yield from _again(con, home, warc_file, reader_of, ignored_by)


def _again(con: Connection, home: Path, warc_file: str, reader_of: ReaderOf, ignored_by: IgnoredBy) -> Iterator[Loaded]:
    try:
        replay(home, warc_file, reader_of)
    except KeyError:
        return
    yield from load(con, scratch(home), ignored_by)
