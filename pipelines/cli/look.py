"""Commands that look: collect, import, run, schedule."""

import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipelines.cli.show import as_json, progress, show, step
from spiders.files import NOTHING, declarations

if TYPE_CHECKING:
    from pipelines.check import CheckResult
    from pipelines.cli.crew import Collected
    from spiders.declaration import Retailer, Source

due_only = click.option("--due", is_flag=True, help="Only what is due; a due time is taken at most once.")


@click.command("collect")
@click.argument("spiders", nargs=-1)
@due_only
@as_json
@click.pass_obj
def collect_command(home: Path, spiders: tuple[str, ...], *, due: bool, json_lines: bool) -> None:
    """Look at the sources named (RETAILER or RETAILER.SOURCE), at all of them where none is named."""
    from pipelines.cli.collecting import collect_here, collect_step, due_to_collect, to_collect

    chosen = list((due_to_collect if due else to_collect)(home, spiders))
    _say_budgets(home, chosen)
    if len(spiders) == 1 and "." in spiders[0]:
        results = [result for pair in chosen if (result := collect_here(home, *pair, due=due))]
    else:
        results = list(progress(collect_step(home, chosen, due=due), "collect"))
    show([vars(result) for result in results], json_lines=json_lines, nothing=_nothing(home))
    for problem in filter(None, (result.problem for result in results)):
        click.echo(problem, err=True)
    sys.exit(any(result.problem for result in results))


@click.command("import")
@click.argument("retailer")
@click.argument("kind")
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--seen-at", type=click.DateTime(["%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M", "%Y-%m-%d"]), help="UTC.")
@click.option("--seen-at-pattern", help="Of the time in a file's name, as in strptime: %Y%m%d-%H%M%S, UTC.")
@click.option("--git", is_flag=True, help="Every version that git holds of FILES, seen when it was committed.")
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
    git: bool,
    json_lines: bool,
) -> None:
    """Read recorded FILES of RETAILER's source KIND through its platform, each moment of recording a run of its own."""
    from pipelines.cli.importing import import_step, import_versions_step
    from pipelines.cli.steps import load_step, publish
    from pipelines.imports import SeenAt

    when = SeenAt(instant=seen_at, pattern=seen_at_pattern)
    odd: list[str] = []

    def tell(name: str, why: str) -> None:
        odd.append(f"{name}: {why}")

    steps = (
        import_versions_step(home, retailer, kind, files, tell)
        if git
        else import_step(home, retailer, kind, files, when, tell)
    )
    runs = list(progress(steps, "import"))
    rows = [vars(loaded) for loaded in progress(load_step(home), "load")]
    publish(home)
    known = sum(run is None for run in runs)
    show(rows, json_lines=json_lines, nothing="nothing new")
    for line in odd:
        click.echo(line, err=True)
    if known:
        click.echo(f"{known} of {len(runs)} moments were imported before and are left as they are", err=True)


@click.command("run")
@click.argument("retailers", nargs=-1)
@due_only
@click.option("--landed", is_flag=True, help="Look at nothing; do the other steps for what has landed.")
@as_json
@click.pass_obj
def run_command(home: Path, retailers: tuple[str, ...], *, due: bool, landed: bool, json_lines: bool) -> None:
    """Do all steps: collect, load, build, check, estimate, report; one line each. Nothing, where nothing is due."""
    from pipelines.home import landing_root
    from pipelines.stages.land import is_whole

    failed = False if landed else _collect(home, retailers, due=due, json_lines=json_lines)
    if (due or landed) and not any(map(is_whole, landing_root(home).glob("*"))):
        return
    complete = _load(home, json_lines=json_lines)
    _conclude(home, retailers, json_lines=json_lines)
    sys.exit(failed or not complete)


def _collect(home: Path, retailers: tuple[str, ...], *, due: bool, json_lines: bool) -> bool:
    """Look, and say what went wrong; returns whether anything did."""
    from pipelines.cli.posting import due_spiders, posted

    results: list[Collected] = []
    with step("collect", json_lines=json_lines) as said:
        if not due or due_spiders(home):
            results = _looked(home, retailers, due=due)
        said[""] = f"{len(results)} sources" if results else _nothing(home)
    problems = [result for result in results if result.problem]
    for result in problems:
        click.echo(f"          {result.spider}: {result.problem}", err=True)
    for problem in posted(home):
        click.echo(problem, err=True)
    return bool(problems)


def _nothing(home: Path) -> str:
    return "nothing is due" if declarations(home) else NOTHING


def _looked(home: Path, retailers: tuple[str, ...], *, due: bool) -> "list[Collected]":
    from pipelines.cli.collecting import collect_step, due_to_collect, to_collect

    chosen = list((due_to_collect if due else to_collect)(home, retailers))
    _say_budgets(home, chosen)
    return list(progress(collect_step(home, chosen, due=due), "collect"))


def _say_budgets(home: Path, chosen: "list[tuple[Retailer, Source]]") -> None:
    from pipelines.cli.budgets import lines

    for line in lines(home, chosen):
        click.echo(line, err=True)


def _load(home: Path, *, json_lines: bool) -> bool:
    """Load, and say what was not complete; returns whether all was."""
    from pipelines.cli.steps import load_step

    with step("load", json_lines=json_lines) as said:
        loaded = list(load_step(home))
        complete = [run for run in loaded if run.verdict == "complete"]
        said[""] = f"{len(loaded)} runs, {len(complete)} complete"
    for run in loaded:
        if run.verdict != "complete":
            click.echo(f"          {run.run_id} is {run.verdict}: {'; '.join(run.reasons)}", err=True)
    return len(complete) == len(loaded)


def _conclude(home: Path, retailers: tuple[str, ...], *, json_lines: bool) -> None:
    """Do what follows from what is loaded, up to the report."""
    from pipelines.cli.reporting import report_step
    from pipelines.cli.steps import build_step, check_step, estimate_step, publish

    with step("build", json_lines=json_lines) as said:
        said[""] = f"{len(build_step(home))} relations"
    with step("check", json_lines=json_lines) as said:
        found = check_step(home)
        said[""] = ", ".join(sorted({result.check_name for result in found})) or "all hold"
    _alert(home, found, json_lines=json_lines)
    with step("estimate", json_lines=json_lines) as said:
        said[""] = f"{sum(estimate_step(home).values())} rows"
    publish(home)
    with step("report", json_lines=json_lines) as said:
        said[""] = ", ".join(file.name for file in report_step(home, retailers)) or "nothing was looked at yet"


def _alert(home: Path, found: "list[CheckResult]", *, json_lines: bool) -> None:
    """Tell whoever wants to be told what turned bad or well, and say who could not be reached."""
    from pipelines.cli.alerting import alert_step

    with step("alert", json_lines=json_lines) as said:
        posts = list(alert_step(home, found))
        said[""] = f"{sum(post.messages for post in posts)} messages"
    for post in posts:
        if post.problem:
            click.echo(f"          {post.channel}: {post.problem}", err=True)


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
