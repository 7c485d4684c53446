"""Making a backup: nobody loads meanwhile, so that all of it is of one moment; looking goes on."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from pipelines.backup.store import Kept, Manifest, NotWhole, object_of, put, read_manifest, write_manifest
from pipelines.clock import now_utc
from pipelines.home import archive_root, landing_root
from pipelines.recover import run_id_of
from pipelines.stages.land import is_being_written
from pipelines.version import PROGRAM_VERSION
from pipelines.warehouse import NoWarehouse, at_rest, primary


def backup(home: Path, folder: Path) -> Manifest:
    """Copy what changed since the last backup in ``folder`` and make it the backup; returns what it holds.

    A run that is under way is left for the next time. Sessions of logins are secrets and are not in it. Raises
    NoWarehouse where there is nothing yet.
    """
    if not primary(home).exists():
        raise NoWarehouse(f"there is nothing to back up in {home} yet")
    before = _before(folder)
    with at_rest(home):
        files = {str(file.relative_to(home)): _kept(folder, home, file, before) for file in _files(home)}
    manifest = Manifest(made_utc=now_utc().isoformat(timespec="seconds"), program=PROGRAM_VERSION, files=files)
    write_manifest(folder, manifest)
    return manifest


def _before(folder: Path) -> Mapping[str, Kept]:
    try:
        return read_manifest(folder).files
    except NotWhole:
        return {}


def _kept(folder: Path, home: Path, file: Path, before: Mapping[str, Kept]) -> Kept:
    """Keep a file, unless it was kept before and has not changed since, as far as its size and time tell."""
    stat = file.stat()
    known = before.get(str(file.relative_to(home)))
    if known and (known.bytes, known.mtime_ns) == (stat.st_size, stat.st_mtime_ns):
        place = object_of(folder, known.sha256)
        if place.exists() and place.stat().st_size == known.bytes:
            return known
    return Kept(sha256=put(folder, file), bytes=stat.st_size, mtime_ns=stat.st_mtime_ns)


def _files(home: Path) -> Iterator[Path]:
    under_way = {run.name for run in landing_root(home).glob("*") if run.is_dir() and is_being_written(run)}
    yield primary(home)
    for file in sorted(archive_root(home).rglob("*")):
        if file.suffix in (".gz", ".json") and run_id_of(str(file)) not in under_way:
            yield file
    for file in sorted(landing_root(home).glob("*/*")):
        if file.parent.name not in under_way and file.name != "lock":
            yield file
    yield from sorted((home / "retailers").glob("*.toml"))
    yield from (file for file in [home / "alerts.toml"] if file.exists())
    yield from sorted(file for file in (home / "reports").rglob("*") if file.is_file())
