"""A store of files by their SHA-256, and the manifest that says which of them are the backup.

An object is written once and never changed, and the manifest is replaced in one step: a backup that is killed leaves
the one before it whole.
"""

import hashlib
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import orjson

_CHUNK = 1 << 20


class NotWhole(ValueError):  # noqa: N818 - it is what the backup is not
    """A folder is no backup, or it does not hold what it should; the message says which file."""


@dataclass(frozen=True, kw_only=True)
class Kept:
    """One file of a backup."""

    sha256: str
    bytes: int
    mtime_ns: int


@dataclass(frozen=True, kw_only=True)
class Manifest:
    """What a backup holds."""

    made_utc: str
    program: str
    """The version of orderscope that made it."""
    files: dict[str, Kept]
    """By path below the home."""


def object_of(folder: Path, sha256: str) -> Path:
    """Return where a file of this SHA-256 is kept."""
    return folder / "objects" / sha256[:2] / sha256


def put(folder: Path, file: Path) -> str:
    """Keep a file, read it back, and return its SHA-256; raises NotWhole where the disk gives back something else."""
    part = folder / "objects" / "part"
    part.parent.mkdir(parents=True, exist_ok=True)
    sha256 = copied(file, part)
    if hashed(part) != sha256:
        raise NotWhole(f"{file} was not read back from {folder} as it was written")
    place = object_of(folder, sha256)
    place.parent.mkdir(exist_ok=True)
    part.replace(place)
    return sha256


def copied(source: Path, target: Path) -> str:
    """Copy a file through to the disk and return the SHA-256 of what was read."""
    digest = hashlib.sha256()
    with source.open("rb") as reading, target.open("wb") as writing:
        while chunk := reading.read(_CHUNK):
            digest.update(chunk)
            writing.write(chunk)
        writing.flush()
        os.fsync(writing.fileno())
    return digest.hexdigest()


def hashed(file: Path) -> str:
    """Return the SHA-256 of a file."""
    with file.open("rb") as reading:
        return hashlib.file_digest(reading, "sha256").hexdigest()


def read_manifest(folder: Path) -> Manifest:
    """Return what a backup holds; raises NotWhole where the folder is none."""
    try:
        said = orjson.loads((folder / "manifest.json").read_bytes())
        return Manifest(**{**said, "files": {path: Kept(**kept) for path, kept in said["files"].items()}})
    except (OSError, orjson.JSONDecodeError, KeyError, TypeError, AttributeError) as error:
        raise NotWhole(f"{folder} holds no backup: its manifest.json cannot be read") from error


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Make it the backup, in one step, and let go of what it does not hold."""
    part = folder / "manifest.part"
    with part.open("wb") as file:
        file.write(orjson.dumps(asdict(manifest), option=orjson.OPT_INDENT_2))
        file.flush()
        os.fsync(file.fileno())
    part.replace(folder / "manifest.json")
    held = {kept.sha256 for kept in manifest.files.values()}
    for place in (folder / "objects").glob("??/*"):
        if place.name not in held:
            place.unlink()


def problems(folder: Path) -> Iterator[str]:
    """Hash every file of a backup and yield a sentence for each that is not what it was; raises NotWhole."""
    for path, kept in read_manifest(folder).files.items():
        place = object_of(folder, kept.sha256)
        if not place.exists():
            yield f"{path} is missing"
        elif hashed(place) != kept.sha256:
            yield f"{path} is not what it was"
