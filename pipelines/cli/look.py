"""The command that looks, and what the others that look say, too."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipelines.cli.show import as_json, progress, show
from spiders.files import NOTHING, declarations

if TYPE_CHECKING:
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
    say_budgets(home, chosen)
    if len(spiders) == 1 and "." in spiders[0]:
        results = [result for pair in chosen if (result := collect_here(home, *pair, due=due))]
    else:
        results = list(progress(collect_step(home, chosen, due=due), "collect"))
    show([vars(result) for result in results], json_lines=json_lines, nothing=nothing_due(home))
    for problem in filter(None, (result.problem for result in results)):
        click.echo(problem, err=True)
    sys.exit(any(result.problem for result in results))


def nothing_due(home: Path) -> str:
    """Say why nothing was looked at."""
    return "nothing is due" if declarations(home) else NOTHING


def say_budgets(home: Path, chosen: "list[tuple[Retailer, Source]]") -> None:
    """Print, before anything is asked, what the looks cost of each host's budget."""
    from pipelines.cli.budgets import lines

    for line in lines(home, chosen):
        click.echo(line, err=True)
