"""Commands of evidence: verify, evidence."""

import sys
from pathlib import Path
from typing import Any

import click

from pipelines.cli.show import as_json, progress, show


@click.command("verify")
@click.argument("reports", nargs=-1)
@as_json
@click.pass_obj
def verify_command(home: Path, reports: tuple[str, ...], *, json_lines: bool) -> None:
    """Make every figure of REPORTS again from the warehouse, and hash every archived answer behind them.

    A report is a retailer's name or a file. Without any: all reports, and every answer in the archive. Exit status 1
    when something does not hold.
    """
    from pipelines.warehouse import reading

    with reading(home) as con:
        faults = [fault for name in _named(home, reports) for fault in _of_report(con, home, name)]
        if not reports:
            faults += _of_archive(con, home)
    show(faults, json_lines=json_lines, nothing="every figure and every archived answer holds")
    sys.exit(bool(faults))


def _named(home: Path, reports: tuple[str, ...]) -> list[Path]:
    folder = home / "reports"
    files = [Path(name) if name.endswith(".md") else folder / f"{name}.md" for name in reports]
    for file in files:
        if not file.exists():
            raise click.ClickException(f"there is no report {file}: `orderscope report` writes it")
    return files or sorted(file for file in folder.glob("*.md") if file.stem != "index")


def _of_report(con: Any, home: Path, report: Path) -> list[dict[str, str]]:  # noqa: ANN401 - a warehouse's connection
    from analysis.reports.verify import verify
    from pipelines.home import archive_root

    return [vars(fault) for fault in verify(con, archive_root(home), report)]


def _of_archive(con: Any, home: Path) -> list[dict[str, str]]:  # noqa: ANN401 - a warehouse's connection
    from analysis.reports.verify import fault_of
    from pipelines.captures import captures
    from pipelines.home import archive_root

    checked = ((capture, fault_of(archive_root(home), capture)) for capture in progress(captures(con), "archive"))
    return [{"figure": "archive", "report": str(of["url"]), "found": reason} for of, reason in checked if reason]


@click.command("evidence")
@click.argument("identifier")
@click.option(
    "--save", type=click.Path(dir_okay=False, path_type=Path), help="Write the body there, as it was archived."
)
@click.pass_obj
def evidence_command(home: Path, identifier: str, save: Path | None) -> None:
    """Print the archived answer whose SHA-256 begins with IDENTIFIER, checked; or save it."""
    from pipelines.captures import capture
    from pipelines.warehouse import reading

    with reading(home) as con:
        page, kept = capture(con, home, identifier)
    click.echo(f"{page.url}, seen {page.seen_at_utc} UTC, {kept.warc_file} at {kept.warc_offset}", err=True)
    click.echo(f"{page.media_type}, {len(page.body)} bytes, SHA-256 {kept.capture_id}", err=True)
    if save:
        save.write_bytes(page.body)
    elif b"\0" in page.body and sys.stdout.isatty():
        raise click.ClickException("these bytes are no text: give --save FILE")
    else:
        click.echo(page.body, nl=False)
