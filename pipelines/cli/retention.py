"""Commands that keep things for years: compact, backup, restore."""

import sys
from pathlib import Path

import click

from pipelines.cli.show import as_json, progress, show

_folder = click.argument("folder", type=click.Path(file_okay=False, path_type=Path))


@click.command("compact")
@as_json
@click.pass_obj
def compact_command(home: Path, *, json_lines: bool) -> None:
    """Make the archive small: a body that was archived before is only referred to. Reports are written anew.

    Exit status 1 where a file was left as it is, because it does not hold what was archived.
    """
    from pipelines import warehouse
    from pipelines.cli.reporting import report_step
    from pipelines.compact import compact

    with warehouse.writing(home) as con:
        done = list(progress(compact(con, home), "compact"))
    warehouse.publish(home)
    list(report_step(home, ()))  # they say where the answers behind them are
    rows = [{name: value for name, value in vars(of).items() if name != "problems"} for of in done]
    show(rows, json_lines=json_lines, nothing="the archive is empty")
    problems = [problem for of in done for problem in of.problems]
    for problem in problems:
        click.echo(problem, err=True)
    sys.exit(bool(problems))


@click.command("backup")
@_folder
@click.option("--check", is_flag=True, help="Only hash what is in FOLDER.")
@as_json
@click.pass_obj
def backup_command(home: Path, folder: Path, *, check: bool, json_lines: bool) -> None:
    """Copy warehouse, archive, declarations and reports to FOLDER, as they are at one moment, and read them back.

    A backup in FOLDER is brought up to date: only what changed is copied.
    """
    from pipelines.backup import backup, problems

    if check:
        found = [{"problem": problem} for problem in problems(folder)]
        show(found, json_lines=json_lines, nothing="every file of the backup is what it was")
        sys.exit(bool(found))
    try:
        manifest = backup(home, folder)
    except OSError as error:
        raise click.ClickException(f"{folder}: {error.strerror}; the backup that was there is whole") from error
    kept = sum(of.bytes for of in manifest.files.values())
    show([{"folder": str(folder), "files": len(manifest.files), "bytes": kept}], json_lines=json_lines)


@click.command("restore")
@_folder
@as_json
@click.pass_obj
def restore_command(home: Path, folder: Path, *, json_lines: bool) -> None:
    """Put the backup in FOLDER into an empty home, each file checked; all of it or nothing."""
    from pipelines.backup import restore

    manifest = restore(folder, home)
    show([{"home": str(home), "files": len(manifest.files), "made_utc": manifest.made_utc}], json_lines=json_lines)
