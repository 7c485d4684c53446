"""The demo: the sandbox retailer, watched for some weeks on a fast clock; its truth is printed beside the bounds."""

import sys
from pathlib import Path

import click

from pipelines.cli.show import as_json, progress, show, step


@click.command("demo")
@click.option("--weeks", default=13, show_default=True, type=click.IntRange(3, 104), help="How long it is watched.")
@click.option("--seed", default=1, show_default=True, help="Equal seeds give equal retailers.")
@click.option("--port", default=8650, show_default=True, help="Of the sandbox, on this machine only.")
@as_json
@click.pass_obj
def demo_command(home: Path, *, weeks: int, seed: int, port: int, json_lines: bool) -> None:
    """Watch the sandbox retailer for some weeks on a fast clock; print its truth beside the bounds.

    What an earlier demo left of the retailer `sandbox` is taken away first; other retailers are left alone.
    """
    from pipelines.cli.reporting import report_step
    from pipelines.cli.sandbox_watch import Watched, start_anew, truth_beside_bounds, watch
    from pipelines.cli.steps import build_step, check_step, estimate_step, publish
    from sandbox.control import trading
    from spiders.browser import NO_BROWSER
    from spiders.installed_browser import available

    if not available():
        click.echo(NO_BROWSER, err=True)
    start_anew(home)
    with trading(weeks=weeks + 1, seed=seed, port=port) as shop:
        with step("watch", json_lines=json_lines) as said:
            watched: list[Watched] = list(progress(watch(home, shop, weeks), "watch", total=weeks))
            said[""] = (
                f"{weeks} weeks, {sum(w.runs for w in watched)} runs, {sum(w.orders for w in watched)} test orders"
            )
        with step("estimate", json_lines=json_lines) as said:
            build_step(home)
            check_step(home)
            said[""] = f"{sum(estimate_step(home).values())} rows"
            publish(home)
        with step("report", json_lines=json_lines) as said:
            said[""] = ", ".join(str(file.relative_to(home)) for file in report_step(home, ("sandbox",)))
        rows = truth_beside_bounds(home, shop)
    show(rows, json_lines=json_lines)
    held = [row["holds"] for row in rows]
    click.echo(f"the truth lies within the bounds in {sum(held)} of {len(held)} intervals", err=json_lines)
    click.echo(
        "now try: orderscope status, orderscope tables, orderscope sql 'FROM mart.locator_funnel'", err=json_lines
    )
    sys.exit(not held or not all(held))
