"""The import step: recordings through the platform that the declaration names."""

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

from pipelines.cli.composition import Workspace
from pipelines.imports import SeenAt, Tell, import_recordings
from pipelines.imports.git_history import versions
from pipelines.imports.recording import Recording, recordings
from pipelines.records import Run
from spiders.declaration import DeclarationError
from spiders.platform import platform
from spiders.recorded import recorded_reader
from spiders.redaction import redacted


def import_step(
    home: Path, retailer: str, source: str, paths: Iterable[Path], seen_at: SeenAt, tell: Tell
) -> Iterator[Run | None]:
    """Import files, and the files of folders; yields a run for each moment, None where all of it is known already.

    ``tell`` is told of each file that is not kept, or not as a whole.
    Raises DeclarationError when the retailer or its source is not declared, NoTime where no time is told.
    """
    files = [file for path in paths for file in ([path] if path.is_file() else _files(path))]
    yield from _import(home, retailer, source, recordings(files, seen_at), tell)


def import_versions_step(
    home: Path, retailer: str, source: str, paths: Iterable[Path], tell: Tell
) -> Iterator[Run | None]:
    """Import every version that git holds of files and folders, as ``import_step`` does; raises NoHistory, too."""
    yield from _import(home, retailer, source, versions(paths), tell)


def _files(folder: Path) -> list[Path]:
    return sorted(file for file in folder.iterdir() if file.is_file() and not file.name.startswith("."))


def _import(home: Path, retailer: str, source: str, recorded: Iterable[Recording], tell: Tell) -> Iterator[Run | None]:
    workspace = Workspace(home)
    workspace.sources((retailer,))
    declared = workspace.retailers[retailer]
    try:
        found = declared.source(source)
    except KeyError as error:
        raise DeclarationError(str(error.args[0])) from error
    of = platform(declared, found)
    yield from import_recordings(
        home, declared.origin(found), recorded_reader(of), partial(redacted, of), recorded, tell
    )
