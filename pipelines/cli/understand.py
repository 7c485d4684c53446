"""Commands that understand: match, estimate, report."""

from datetime import datetime
from pathlib import Path

import click

from pipelines.cli.show import as_json, progress, show


@click.command("match")
@click.argument("retailer")
@as_json
@click.pass_obj
def match_command(home: Path, retailer: str, *, json_lines: bool) -> None:
    """Propose which offers of RETAILER and its competitors are the same product, beside those of one GTIN.

    Proposals are added to matches.csv in the home, each with a score. Write yes or no into its column `decision`; the
    next `orderscope build` or `run` follows it. What is not decided is not compared.
    """
    from analysis.matching import proposed_matches
    from pipelines import warehouse
    from pipelines.cli.composition import Workspace
    from pipelines.matches import propose

    Workspace(home).sources((retailer,))
    with warehouse.reading(home) as con:
        rows = proposed_matches(con, retailer).to_dict("records")
    fresh = propose(home, [{str(name): value for name, value in row.items()} for row in rows])
    words = ("score", "own_offer_key", "own_name", "seller", "offer_key", "name")
    show([{word: row[word] for word in words} for row in rows], json_lines=json_lines, nothing="nothing to propose")
    click.echo(f"{fresh} new proposals in {home / 'matches.csv'}", err=json_lines)


@click.command("estimate")
@as_json
@click.pass_obj
def estimate_command(home: Path, *, json_lines: bool) -> None:
    """Estimate every retailer anew."""
    from pipelines.cli.steps import estimate_step, publish

    written = estimate_step(home)
    publish(home)
    show([{"table": table, "rows": rows} for table, rows in written.items()], json_lines=json_lines)


@click.command("report")
@click.argument("retailers", nargs=-1)
@click.option("--since", type=click.DateTime(["%Y-%m-%d"]), help="Compare with the last report up to that day.")
@as_json
@click.pass_obj
def report_command(home: Path, retailers: tuple[str, ...], since: datetime | None, *, json_lines: bool) -> None:
    """Write reports/RETAILER.md, of all retailers that were looked at where none is named."""
    from pipelines.cli.reporting import report_step

    files = list(progress(report_step(home, retailers, since and since.date()), "report"))
    show([{"report": str(file)} for file in files], json_lines=json_lines, nothing="nothing was looked at yet")
