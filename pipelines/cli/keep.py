"""Commands that keep: load, build, check, rebuild."""

import sys
from pathlib import Path

import click

from pipelines.cli.show import as_json, progress, show


@click.command("load")
@as_json
@click.pass_obj
def load_command(home: Path, *, json_lines: bool) -> None:
    """Load what has landed, each run with its verdict."""
    from pipelines.cli.steps import load_step, publish

    rows = [vars(loaded) for loaded in load_step(home)]
    publish(home)
    show(rows, json_lines=json_lines, nothing="nothing has landed")


@click.command("build")
@as_json
@click.pass_obj
def build_command(home: Path, *, json_lines: bool) -> None:
    """Make the tables and views anew, and write what is declared."""
    from pipelines.cli.steps import build_step, publish

    rows = [{"relation": name} for name in build_step(home)]
    publish(home)
    show(rows, json_lines=json_lines)


@click.command("check")
@as_json
@click.pass_obj
def check_command(home: Path, *, json_lines: bool) -> None:
    """Run the checks and print the rows that break them; exit status 1 when one fails."""
    from pipelines.check import checks
    from pipelines.cli.steps import check_step, publish

    found = check_step(home)
    publish(home)
    show([vars(result) for result in found], json_lines=json_lines, nothing=f"{len(checks())} checks hold")
    sys.exit(any(result.level == "fail" for result in found))


@click.command("rebuild")
@as_json
@click.pass_obj
def rebuild_command(home: Path, *, json_lines: bool) -> None:
    """Make the warehouse again from the archive, with today's parsers."""
    from pipelines.cli.steps import estimate_step, publish, rebuild_step

    rows = [vars(loaded) for loaded in progress(rebuild_step(home), "rebuild")]
    estimate_step(home)
    publish(home)
    show(rows, json_lines=json_lines, nothing="the archive is empty")
