"""The command that does all steps, one after the other."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipelines.cli.look import due_only, nothing_due, say_budgets
from pipelines.cli.show import as_json, progress, step

if TYPE_CHECKING:
    from pipelines.check import CheckResult
    from pipelines.cli.crew import Collected


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
        said[""] = f"{len(results)} sources" if results else nothing_due(home)
    problems = [result for result in results if result.problem]
    for result in problems:
        click.echo(f"          {result.spider}: {result.problem}", err=True)
    for problem in posted(home):
        click.echo(problem, err=True)
    return bool(problems)


def _looked(home: Path, retailers: tuple[str, ...], *, due: bool) -> "list[Collected]":
    from pipelines.cli.collecting import collect_step, due_to_collect, to_collect

    chosen = list((due_to_collect if due else to_collect)(home, retailers))
    say_budgets(home, chosen)
    return list(progress(collect_step(home, chosen, due=due), "collect"))


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
