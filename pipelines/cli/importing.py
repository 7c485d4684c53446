"""The import step: recorded files through the platform that the declaration names."""

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

from pipelines.cli.composition import Workspace
from pipelines.imports import SeenAt, import_files
from pipelines.records import Run
from spiders.declaration import DeclarationError
from spiders.platform import platform
from spiders.reading import platform_reader
from spiders.redaction import redacted


def import_step(home: Path, retailer: str, source: str, paths: Iterable[Path], seen_at: SeenAt) -> Iterator[Run | None]:
    """Import files, and the files of folders; yields a run for each moment, None for one that is known already.

    Raises DeclarationError when the retailer or its source is not declared.
    """
    workspace = Workspace(home)
    workspace.sources((retailer,))
    declared = workspace.retailers[retailer]
    try:
        found = declared.source(source)
    except KeyError as error:
        raise DeclarationError(str(error.args[0])) from error
    of = platform(declared, found)
    files = [file for path in paths for file in ([path] if path.is_file() else sorted(path.iterdir()))]
    yield from import_files(home, declared.origin(found), platform_reader(of), partial(redacted, of), files, seen_at)
