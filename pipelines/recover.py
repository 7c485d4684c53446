"""From the archive back to landing: after a kill for one run, for a rebuild for all of them."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from pipelines.archive import read_archive
from pipelines.home import archive_root, landing_root, scratch
from pipelines.records import Capture, Origin, Page, Reader, Run
from pipelines.run import Keeper
from pipelines.stages.land import is_being_written, is_whole

CUT_SHORT = "cut short: the process ended before the run did"
ReaderOf = Callable[[str, str], tuple[Origin, Reader]]
"""Gives the origin and reader of a retailer's source; raises KeyError when it is not declared."""


def warc_files(home: Path) -> list[str]:
    """Return the archive's files in the order of time."""
    root = archive_root(home)
    files = [str(path.relative_to(root)) for path in root.glob("*/*/*.warc.gz")]
    return sorted(files, key=lambda file: (run_id_of(file).rsplit(".", 1)[1], file))


def run_id_of(warc_file: str) -> str:
    """Return the run that wrote a WARC file."""
    return Path(warc_file).name.removesuffix(".warc.gz")


def replay(home: Path, warc_file: str, reader_of: ReaderOf) -> Run:
    """Read an archived run again with today's parsers and land it in the scratch home.

    Raises KeyError when its source is not declared.
    """
    origin, read = reader_of(*Path(warc_file).parts[:2])
    keeper = Keeper(scratch(home), origin, run_id_of(warc_file))
    started = ended = datetime.fromisoformat(keeper.run_id.rsplit(".", 1)[1]).replace(tzinfo=None)
    stopped: str | None = CUT_SHORT
    for item in read_archive(archive_root(home), warc_file):
        if isinstance(item, tuple):
            ended = item[0].seen_at_utc
            _keep(keeper, read, *item)
        elif "places" in item:
            keeper.places = tuple(item["places"])
        elif "missed" in item:
            missed = item["missed"]
            ended = datetime.fromisoformat(missed["seen_at_utc"])
            keeper.missed(missed["url"], ended, missed["outcome"], missed["reason"])
        else:
            ended, stopped = datetime.fromisoformat(item["ended_utc"]), item["stopped"]
    return keeper.finish(started, ended, stopped)


def _keep(keeper: Keeper, read: Reader, page: Page, capture: Capture) -> None:
    if page.is_look:
        keeper.keep(page, capture, read(page))
    else:
        keeper.keep_capture(capture)


def recover(home: Path, reader_of: ReaderOf) -> Iterator[Run]:
    """Land again, from the archive, what a killed process left half landed; yields the runs.

    A run whose source is not declared now waits. One writer at a time: the caller holds the warehouse.
    """
    shutil.rmtree(scratch(home), ignore_errors=True)
    for folder in sorted(landing_root(home).glob("*")):
        if is_whole(folder) or is_being_written(folder):
            continue
        retailer, source, _ = folder.name.split(".")
        warc_file = f"{retailer}/{source}/{folder.name}.warc.gz"
        if not (archive_root(home) / warc_file).exists():
            shutil.rmtree(folder)
            continue
        with suppress(KeyError):
            yield _in_place(replay(home, warc_file, reader_of), landing_root(scratch(home)) / folder.name, folder)


def _in_place(run: Run, landed: Path, folder: Path) -> Run:
    """Let what landed in the scratch home take the place of what was left: at no instant is there neither."""
    for left in folder.iterdir():
        left.unlink()
    landed.rename(folder)  # an empty folder is replaced
    return run
