"""``python -m benchmarks.soak``: 60 days, 5 retailers, 20 sources and 100 kills, in half an hour."""

import tempfile
from pathlib import Path

import click

from benchmarks.soak.soaking import soak
from pipelines.ask import rows_of
from pipelines.warehouse import reading


@click.command()
@click.option("--days", default=60.0, show_default=True)
@click.option("--seconds-a-day", default=30.0, show_default=True)
@click.option("--retailers", default=5, show_default=True, help="Four sources each.")
@click.option("--kills", default=100, show_default=True)
@click.option("--seed", default=1, show_default=True)
def main(days: float, seconds_a_day: float, retailers: int, kills: int, seed: int) -> None:
    """Soak, print what was done and what was found."""
    home = Path(tempfile.mkdtemp(prefix="soak-")) / "home"
    done = soak(home, retailers=retailers, days=days, seconds_a_day=seconds_a_day, kills=kills, seed=seed)
    with reading(home) as con:
        runs = _counted(rows_of(con, "SELECT verdict, count(*) AS n FROM raw.run GROUP BY ALL ORDER BY n DESC"))
        times = rows_of(con, "SELECT outcome, count(*) AS n FROM raw.due_time GROUP BY ALL ORDER BY n DESC")
    click.echo(f"{days:g} days, {4 * retailers} sources; what was seen is left in {home}")
    click.echo(f"killed: {done.killed}; sessions: {done.sessions}; stopped in {done.stopped_in:.1f} s")
    click.echo(f"runs: {runs}; due times: {_counted(times)}")
    click.echo(f"memory: {done.megabytes[0]:.0f} MB at first, {done.megabytes[-1]:.0f} MB at last")
    for promise, found in done.faults.items():
        click.echo(f"{'MISS' if found else 'ok':<4} {promise}{': ' if found else ''}{'; '.join(found[:5])}")
    raise SystemExit(any(done.faults.values()))


def _counted(rows: list[dict[str, object]]) -> str:
    return ", ".join(f"{number} {what}" for what, number in (row.values() for row in rows))


main()
