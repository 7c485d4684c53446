"""The only module that opens DuckDB: one writer at a time on the primary, readers on a published copy.

``warehouse.duckdb`` is a symlink to the newest published copy, so that an open session never blocks a load and a load
never blocks a session. Copies are made only after the primary is closed: opening the file a second time in the process
that holds it would drop DuckDB's own lock.
"""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

Connection = duckdb.DuckDBPyConnection
Error = duckdb.Error
_STORAGE = "v1.5.0"  # so that a researcher's 1.5 client opens the file too
_KEPT_COPIES = 2
_reading: dict[str, bool | int | float | str | list[str]] = {}


class NoWarehouse(FileNotFoundError):  # noqa: N818 - it is what there is
    """There is no warehouse yet; the message says how to get one."""


class WarehouseBusy(ValueError):  # noqa: N818 - it is what it is
    """Somebody holds the file open; the message says which process."""


def primary(home: Path) -> Path:
    """Return the file that is written."""
    return home / "data" / "warehouse" / "primary.duckdb"


@contextmanager
def writing(home: Path) -> Iterator[Connection]:
    """Open the primary for writing; waits for another writer of ours to end."""
    with _only_writer(home), _opened(primary(home)) as connection:
        yield connection


@contextmanager
def rewriting(home: Path) -> Iterator[Connection]:
    """Open an empty file for writing; it takes the primary's place when all went well."""
    fresh = primary(home).with_name("rewritten.duckdb")
    with _only_writer(home):
        for left_over in fresh.parent.glob(f"{fresh.name}*"):
            left_over.unlink()
        with _opened(fresh) as connection:
            yield connection
        primary(home).with_name(f"{primary(home).name}.wal").unlink(missing_ok=True)
        fresh.replace(primary(home))


def set_aside(home: Path) -> Path:
    """Keep the primary as it is beside what will take its place; returns where. The one kept before it goes."""
    kept = primary(home).with_name("before-rebuild.duckdb")
    part = kept.with_suffix(".part")
    with at_rest(home) as whole:
        part.unlink(missing_ok=True)
        part.hardlink_to(whole)  # a rebuild puts another file in its place and leaves this one as it is
        part.replace(kept)
    return kept


@contextmanager
def at_rest(home: Path) -> Iterator[Path]:
    """Give the primary with nothing waiting beside it; nobody writes as long as the block lasts."""
    with _only_writer(home):
        with _opened(primary(home)):
            pass  # what a killed writer left in its log is in the file from here on
        yield primary(home)


@contextmanager
def _only_writer(home: Path) -> Iterator[None]:
    folder = primary(home).parent
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "writer.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@contextmanager
def _opened(path: Path) -> Iterator[Connection]:
    try:
        connection = duckdb.connect(str(path), config={"storage_compatibility_version": _STORAGE})
    except duckdb.IOException as error:
        raise WarehouseBusy(f"{path} cannot be written; sessions belong on warehouse.duckdb: {error}") from error
    try:
        yield connection
    finally:
        connection.close()


@contextmanager
def transaction(connection: Connection) -> Iterator[None]:
    """Commit what is done inside, or nothing of it."""
    connection.execute("BEGIN")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def shut() -> None:
    """Let queries of this process read the warehouse and nothing else, from now on: they come from elsewhere."""
    _reading.update({"enable_external_access": "false", "lock_configuration": "true"})


@contextmanager
def reading(home: Path) -> Iterator[Connection]:
    """Open the newest published copy, read-only; raises NoWarehouse, or WarehouseBusy beside a writing session."""
    path = home / "warehouse.duckdb"
    if not path.exists():
        raise NoWarehouse(f"no warehouse in {home}: `orderscope run` makes one, `orderscope demo` one to try")
    try:
        connection = duckdb.connect(str(path.resolve()), read_only=True, config=dict(_reading))
    except duckdb.IOException as error:
        raise WarehouseBusy(f"{path} cannot be read while a session has it open for writing: {error}") from error
    try:
        yield connection
    finally:
        connection.close()


def publish(home: Path) -> Path:
    """Copy the closed primary under a new name and let ``warehouse.duckdb`` point to it; returns the copy."""
    folder = primary(home).parent
    with _only_writer(home):
        numbers = sorted(int(copy.stem.removeprefix("published-")) for copy in folder.glob("published-*.duckdb"))
        copy = folder / f"published-{(numbers[-1] if numbers else 0) + 1:06d}.duckdb"
        _copy_through(primary(home), copy)
        link = home / "warehouse.duckdb"
        part = home / ".warehouse.part"
        part.unlink(missing_ok=True)
        part.symlink_to(os.path.relpath(copy, home))
        part.replace(link)
        for number in numbers[: 1 - _KEPT_COPIES]:
            for old in folder.glob(f"published-{number:06d}.duckdb*"):  # and what a session wrote beside it
                old.unlink()
    return copy


def _copy_through(source: Path, target: Path) -> None:
    part = target.with_suffix(".part")
    try:
        shutil.copyfile(source, part)
        with part.open("rb") as file:
            os.fsync(file.fileno())
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)  # on a full disk half a copy would take the room that the primary needs


def parquet_lines(file: Path) -> bytes:
    """Return the rows of a Parquet file as JSON, one a line; raises Error where it is none."""
    with duckdb.connect() as connection:
        rows = connection.execute("SELECT to_json(t) FROM read_parquet(?) AS t", [str(file)]).fetchall()
    return "\n".join(row for (row,) in rows).encode()
