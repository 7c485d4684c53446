"""Commands that understand: estimate, report."""

from datetime import datetime
from pathlib import Path

import click

from pipelines.cli.show import as_json, progress, show


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
