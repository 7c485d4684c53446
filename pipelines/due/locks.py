"""Locks that the kernel lets go when their process ends, however it ends: none is ever stale."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import IO, Self


class Lock:
    """A lock on a file; to be used in ``with``, at whose end it is let go."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: IO[str] | None = None

    def __enter__(self) -> Self:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._file = self._path.open("a+")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._file
        self._file.close()

    def taken(self) -> bool:
        """Take the lock if nobody holds it; False when somebody does."""
        assert self._file
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def wait(self) -> None:
        """Take the lock when its holder lets go of it."""
        assert self._file
        fcntl.flock(self._file, fcntl.LOCK_EX)

    def say(self, holder: str) -> None:
        """Write who holds the lock into its file."""
        assert self._file
        self._file.truncate(0)
        self._file.write(holder)
        self._file.flush()

    def said(self) -> str:
        """Return what the holder wrote."""
        return self._path.read_text(encoding="utf-8").strip()


def source_lock(home: Path, spider: str) -> Lock:
    """Return the lock of a source: it is looked at by one process at a time."""
    return Lock(home / "data" / "due" / f"{spider}.running")


def daemon_lock(home: Path) -> Lock:
    """Return the lock of the daemon: one runs in a home."""
    return Lock(home / "data" / "due" / "daemon.lock")


@contextmanager
def host_to_oneself(home: Path, host: str) -> Iterator[None]:
    """Wait until no other process looks at a host; none will as long as the block lasts."""
    with Lock(home / "data" / "due" / "hosts" / f"{host.replace(':', '_').replace('/', '_')}.lock") as lock:
        lock.wait()
        yield
