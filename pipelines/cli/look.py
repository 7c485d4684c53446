"""Commands that look: collect, import, run, schedule."""

import sys
from datetime import datetime
from pathlib import Path

import click

from pipelines.cli.show import as_json, progress, show, step

due_only = click.option("--due", is_flag=True, help="Only what is due; a due time is taken at most once.")


@click.command("collect")
@click.argument("spiders", nargs=-1)
@due_only
@as_json
@click.pass_obj
def collect_command(home: Path, spiders: tuple[str, ...], *, due: bool, json_lines: bool) -> None:
    """Look at the sources named (RETAILER or RETAILER.SOURCE), at all of them where none is named."""
    from pipelines.cli.collecting import collect_here, collect_step, due_to_collect, to_collect
    from pipelines.cli.timetables import budgets

    for line in budgets(home, spiders):
        click.echo(line, err=True)
    chosen = (due_to_collect if due else to_collect)(home, spiders)
    if len(spiders) == 1 and "." in spiders[0]:
        results = [collect_here(home, *pair) for pair in chosen]
    else:
        results = list(progress(collect_step(home, chosen), "collect"))
    show([vars(result) for result in results], json_lines=json_lines, nothing="nothing is due")
    for problem in filter(None, (result.problem for result in results)):
        click.echo(problem, err=True)
    sys.exit(any(result.problem for result in results))


@click.command("import")
@click.argument("retailer")
@click.argument("kind")
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--seen-at", type=click.DateTime(["%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M", "%Y-%m-%d"]), help="UTC.")
@click.option("--seen-at-pattern", help="Of the time in a file's name, as in strptime: %Y%m%d-%H%M%S, UTC.")
@as_json
@click.pass_obj
def import_command(
    home: Path,
    retailer: str,
    kind: str,
    files: tuple[Path, ...],
    seen_at: datetime | None,
    seen_at_pattern: str | None,
    *,
    json_lines: bool,
) -> None:
    """Read recorded FILES of RETAILER's source KIND through its platform, each moment of recording a run of its own."""
    from pipelines.cli.importing import import_step
    from pipelines.cli.steps import load_step, publish
    from pipelines.imports import SeenAt

    when = SeenAt(instant=seen_at, pattern=seen_at_pattern)
    runs = list(progress(import_step(home, retailer, kind, files, when), "import"))
    rows = [vars(loaded) for loaded in progress(load_step(home), "load")]
    publish(home)
    known = sum(run is None for run in runs)
    show(rows, json_lines=json_lines, nothing="nothing new")
    if known:
        click.echo(f"{known} of {len(runs)} moments were imported before and are left as they are", err=True)


@click.command("run")
@click.argument("retailers", nargs=-1)
@due_only
@as_json
@click.pass_obj
def run_command(home: Path, retailers: tuple[str, ...], *, due: bool, json_lines: bool) -> None:
    """Do all steps: collect, load, build, check, estimate, report; one line each."""
    from pipelines.cli.collecting import collect_step, due_to_collect, to_collect
    from pipelines.cli.composition import Workspace
    from pipelines.cli.reporting import report_step
    from pipelines.cli.steps import build_step, check_step, estimate_step, load_step, publish

    with step("collect", json_lines=json_lines) as said:
        chosen = (due_to_collect if due else to_collect)(home, retailers)
        results = list(progress(collect_step(home, chosen), "collect"))
        said[""] = f"{len(results)} sources" if results else "nothing is due"
    for result in results:
        if result.problem:
            click.echo(f"          {result.spider}: {result.problem}", err=True)
    for problem in Workspace(home).problems():
        click.echo(problem, err=True)
    with step("load", json_lines=json_lines) as said:
        loaded = list(load_step(home))
        said[""] = f"{len(loaded)} runs, {sum(run.verdict == 'complete' for run in loaded)} complete"
    for run in loaded:
        if run.verdict != "complete":
            click.echo(f"          {run.run_id} is {run.verdict}: {'; '.join(run.reasons)}", err=True)
    with step("build", json_lines=json_lines) as said:
        said[""] = f"{len(build_step(home))} relations"
    with step("check", json_lines=json_lines) as said:
        broken = [result.name for result in check_step(home) if result.offending]
        said[""] = ", ".join(broken) or "all hold"
    with step("estimate", json_lines=json_lines) as said:
        said[""] = f"{sum(estimate_step(home).values())} rows"
    publish(home)
    with step("report", json_lines=json_lines) as said:
        said[""] = ", ".join(file.name for file in report_step(home, retailers)) or "nothing was looked at yet"
    sys.exit(any(result.problem for result in results) or any(run.verdict != "complete" for run in loaded))


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
