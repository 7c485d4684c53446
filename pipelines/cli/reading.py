"""The command read: what files hold, as JSON lines; no retailer needed, nothing kept."""

import json
from importlib import import_module
from pathlib import Path

import click


@click.command("read")
@click.argument("kind", type=click.Choice(["invoices", "prices", "slots"]))
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--platform", help="How to read them, where the files do not tell: a platform's name.")
@click.option("--url", help="Where a saved page came from.")
@click.option("--timezone", default="UTC", show_default=True, help="Of times without a zone.")
def read_command(kind: str, files: tuple[Path, ...], platform: str | None, url: str | None, timezone: str) -> None:
    """Print what this page, mail, PDF or table holds, as JSON lines: the file, then the record's fields."""
    read = import_module(f"spiders.reads.{kind}").read
    for file in files:
        for row in read(file, platform=platform, url=url, timezone=timezone):
            click.echo(json.dumps({"file": str(file), **row}, default=str, ensure_ascii=False))
