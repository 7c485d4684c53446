"""The command cadence: how today's looks are spread over the locations of sources that are asked one by one."""

from pathlib import Path

import click

from pipelines.cli.show import as_json, show


@click.command("cadence")
@click.argument("retailers", nargs=-1)
@as_json
@click.pass_obj
def cadence_command(home: Path, retailers: tuple[str, ...], *, json_lines: bool) -> None:
    """Print how often each location is looked at today, how far apart, and what it costs of which budget.

    Only of sources with a cadence that ask location by location; RETAILERS may name retailers or sources.
    """
    from pipelines.cli.composition import Workspace
    from pipelines.cli.rounds import plan_rows

    rows = list(plan_rows(home, Workspace(home).sources(retailers)))
    show(rows, json_lines=json_lines, nothing="no source with a cadence asks location by location")
