"""Restoring a backup into an empty home: all of it, each file as it was, or nothing."""

import shutil
from pathlib import Path

from pipelines.backup.store import Manifest, NotWhole, copied, object_of, read_manifest
from pipelines.version import PROGRAM_VERSION, is_newer
from pipelines.warehouse import publish

_PARTS = ("alerts.toml", "reports", "retailers", "data")  # the last one makes it a home


class NotEmpty(ValueError):  # noqa: N818 - it is what the home is
    """There is something in the home already that a backup would overwrite."""


def restore(folder: Path, home: Path) -> Manifest:
    """Put a backup into ``home`` and publish it; returns what it held.

    Raises NotEmpty where there is something already, and NotWhole where a file is not what it was or where a newer
    version of orderscope made the backup; the home is then as it was.
    """
    manifest, incoming = read_manifest(folder), home / ".restoring"
    if is_newer(manifest.program, PROGRAM_VERSION):
        raise NotWhole(
            f"orderscope {manifest.program} made this backup and this is {PROGRAM_VERSION}: install that one"
        )
    _refuse_full(home, was_cut_short=incoming.exists())
    shutil.rmtree(incoming, ignore_errors=True)
    incoming.mkdir(parents=True)
    try:
        for path, kept in manifest.files.items():
            _bring(folder, kept.sha256, incoming, path)
    except NotWhole:
        shutil.rmtree(incoming)
        raise
    for part in _PARTS:
        if (incoming / part).exists():
            _remove(home / part)  # only what a restore that was cut short had brought
            (incoming / part).rename(home / part)
    incoming.rmdir()
    publish(home)
    return manifest


def _refuse_full(home: Path, *, was_cut_short: bool) -> None:
    there = [part for part in _PARTS if (home / part).exists()]
    if there and not (was_cut_short and "data" not in there):
        raise NotEmpty(f"{home} is not empty: {', '.join(there)} would be overwritten")


def _bring(folder: Path, sha256: str, incoming: Path, path: str) -> None:
    target = incoming / path
    if not target.resolve().is_relative_to(incoming.resolve()):
        raise NotWhole(f"{path} leads out of the home")
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        found = copied(object_of(folder, sha256), target)
    except FileNotFoundError as error:
        raise NotWhole(f"{path} is missing in the backup") from error
    if found != sha256:
        raise NotWhole(f"{path} is not what it was when it was backed up")


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
