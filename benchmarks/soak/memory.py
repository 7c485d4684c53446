"""``python -m benchmarks.soak.memory``: the memory of a daemon that nobody kills; the soak's own are mostly young."""

import tempfile
from pathlib import Path

import click

from benchmarks.figure import Figure
from benchmarks.soak.mischief import Daemon, Mischief
from benchmarks.soak.soaking import passing, stopped
from benchmarks.soak.verdict import MOST_GROWTH, growth
from benchmarks.soak.world import world


def one_life(home: Path, *, retailers: int, days: float, seconds_a_day: float, seed: int = 1) -> list[float]:
    """Return the megabytes that one daemon held, twice a second; raises RuntimeError where it did not live through."""
    with world(home, retailers=retailers, days=days, seconds_a_day=seconds_a_day) as ours:
        daemon = Daemon(ours)
        mischief = Mischief(ours, daemon, seed)
        daemon.live()
        born = daemon.process
        megabytes = passing(ours, daemon, mischief, kills=0)
        lived = daemon.process is born
        stopped(daemon)
        mischief.end()
    if not lived:
        raise RuntimeError(f"the daemon ended by itself; its words are in {home / 'daemon.log'}")
    return megabytes


@click.command()
@click.option("--days", default=60.0, show_default=True)
@click.option("--seconds-a-day", default=5.0, show_default=True)
@click.option("--retailers", default=1, show_default=True, help="Four sources each.")
def main(days: float, seconds_a_day: float, retailers: int) -> None:
    """Let a daemon live through so many days, and hold the last tenth of its memory against the second."""
    home = Path(tempfile.mkdtemp(prefix="soak-")) / "home"
    megabytes = one_life(home, retailers=retailers, days=days, seconds_a_day=seconds_a_day)
    figure = Figure(name="memory, last tenth over second", value=growth(megabytes), unit="", limit=MOST_GROWTH)
    click.echo(f"{len(megabytes)} samples, {megabytes[0]:.1f} MB at first, {megabytes[-1]:.1f} MB at last")
    click.echo(f"{figure.kept} {figure.name}: {figure.measured}, promised {figure.promise}")


if __name__ == "__main__":
    main()
