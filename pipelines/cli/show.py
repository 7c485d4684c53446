"""How a command shows rows: a table for people, JSON lines or CSV for programs."""

import csv
import json
import sys
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

import click

as_json = click.option("--json", "json_lines", is_flag=True, help="JSON lines instead of a table.")
T = TypeVar("T")


def show(rows: Sequence[Mapping[str, Any]], *, json_lines: bool, nothing: str = "nothing") -> None:
    """Print rows that share their columns."""
    if json_lines:
        for row in rows:
            click.echo(json.dumps(row, default=str))
    elif rows:
        _table(rows)
    else:
        click.echo(nothing)


def show_csv(rows: Sequence[Mapping[str, Any]]) -> None:
    """Print rows as CSV with a header."""
    writer = csv.DictWriter(sys.stdout, fieldnames=list(rows[0]) if rows else [])
    writer.writeheader()
    writer.writerows(rows)


def _table(rows: Sequence[Mapping[str, Any]]) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table

    table = Table(*rows[0], box=box.SIMPLE, header_style="bold")
    for row in rows:
        table.add_row(*("" if value is None else str(value) for value in row.values()))
    width = None if sys.stdout.isatty() else 200
    Console(width=width, highlight=False, markup=False).print(table)


def progress(items: Iterable[T], label: str, total: int | None = None) -> Iterator[T]:
    """Go through items, with a bar on a terminal and none elsewhere."""
    if not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(items, description=label, total=total, console=Console(stderr=True))


@contextmanager
def step(name: str, *, json_lines: bool = False) -> Iterator[dict[str, str]]:
    """Print one line a step: its name, what it says of itself, and how long it took."""
    begun, said = time.monotonic(), {"": ""}
    yield said
    seconds = round(time.monotonic() - begun, 1)
    if json_lines:
        click.echo(json.dumps({"step": name, "said": said[""], "seconds": seconds}))
    else:
        click.echo(f"{name:<9} {said['']}  ({seconds} s)")
