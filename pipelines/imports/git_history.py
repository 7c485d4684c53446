"""Git-scraped files: every version of what a repository holds, seen when it was committed."""

import subprocess
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from pipelines.imports.recording import Recording, Unread


class NoHistory(ValueError):  # noqa: N818 - it is what is lacking
    """A path that no git repository holds; the message is git's own."""


def versions(paths: Iterable[Path]) -> Iterator[Recording]:
    """Yield each version of the files at these paths, in every commit that changed one of them; raises NoHistory.

    A commit shows all files at these paths, not only those that it changed. A file that it took away is not there.
    """
    by_root: dict[Path, list[Path]] = {}
    for path in paths:
        by_root.setdefault(_root(path), []).append(path.resolve())
    for root, within in by_root.items():
        yield from _versions(root, [path.relative_to(root).as_posix() for path in within])


def _root(path: Path) -> Path:
    folder = path if path.is_dir() else path.parent
    return Path(_git(folder.resolve(), "rev-parse", "--show-toplevel").decode().strip()).resolve()


def _versions(root: Path, paths: list[str]) -> Iterator[Recording]:
    log = _git(root, "log", "--reverse", "--format=%H %ct", "--", *paths).decode()
    for commit, seconds in (line.split() for line in log.splitlines()):
        moment = datetime.fromtimestamp(int(seconds), UTC).replace(tzinfo=None)
        held = _git(root, "ls-tree", "-r", "-z", "--name-only", commit, "--", *paths).decode(errors="replace")
        for name in filter(None, held.split("\0")):
            yield Recording(name=name, seen_at_utc=moment, load=partial(_body, root, f"{commit}:{name}"))


def _body(root: Path, version: str) -> bytes:
    try:
        return _git(root, "cat-file", "blob", version)
    except NoHistory as error:
        raise Unread(str(error)) from error


def _git(folder: Path, *words: str) -> bytes:
    command = ["git", "-C", str(folder), *words]
    try:
        return subprocess.run(command, capture_output=True, check=True, stdin=subprocess.DEVNULL).stdout  # noqa: S603
    except FileNotFoundError:
        raise NoHistory("git is not installed here") from None
    except subprocess.CalledProcessError as error:
        raise NoHistory(error.stderr.decode(errors="replace").strip()) from None
