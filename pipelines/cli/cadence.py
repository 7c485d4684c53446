"""The commands about when: how today's looks are spread over locations, and the daemon that looks when it is time."""

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


@click.command("schedule")
@click.argument("retailers", nargs=-1)
@click.option("--plan", is_flag=True, help="Only print when the sources will be looked at until tomorrow.")
@as_json
@click.pass_obj
def schedule_command(home: Path, retailers: tuple[str, ...], *, plan: bool, json_lines: bool) -> None:
    """Run each source at its cadence until stopped, each run in a process of its own."""
    if plan:
        from pipelines.cli.timetables import looks_ahead

        show(looks_ahead(home, retailers), json_lines=json_lines, nothing="nothing will be due")
        return
    from pipelines.cli.daemon import run_until_stopped

    run_until_stopped(home, retailers, json_lines=json_lines)
