"""The command read: what files hold, as JSON lines; no retailer needed, nothing kept."""

import json
import os
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import click


@click.command("read")
@click.argument("kind", type=click.Choice(["invoices", "locations", "prices", "slots"]))
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--platform", help="How to read them, where the files do not tell: a platform's name.")
@click.option("--url", help="Where a saved page came from.")
@click.option("--timezone", default="UTC", show_default=True, help="Of times without a zone.")
def read_command(kind: str, files: tuple[Path, ...], platform: str | None, url: str | None, timezone: str) -> None:
    """Print what this page, mail, PDF or table holds, as JSON lines: the file, then the record's fields.

    Of a folder, all files are read, and those of its folders: a Maildir is one.
    """
    from concurrent.futures import ThreadPoolExecutor

    read = import_module(f"spiders.reads.{kind}").read
    unreadable = import_module("spiders.errors").ReadingError

    def rows(file: Path) -> list[dict[str, Any]] | Exception:
        try:
            return list(read(file, platform=platform, url=url, timezone=timezone))
        except unreadable as error:  # the others are read all the same
            return Exception(str(error))

    every, failed = list(_files(files)), False
    with ThreadPoolExecutor(os.cpu_count()) as threads:
        for file, found in zip(every, threads.map(rows, every), strict=True):
            if isinstance(found, Exception):
                failed = True
                click.echo(f"{file}: {found}", err=True)
                continue
            for row in found:
                click.echo(json.dumps({"file": str(file), **row}, default=str, ensure_ascii=False))
    if failed:
        raise click.exceptions.Exit(1)


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        yield from sorted(each for each in path.rglob("*") if each.is_file()) if path.is_dir() else [path]
