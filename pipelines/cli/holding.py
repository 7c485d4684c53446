"""Commands that stop and go on: hold, resume."""

from pathlib import Path

import click


@click.command("hold")
@click.argument("spider")
@click.option("--why", required=True, help="For whoever wonders in a year; status shows it.")
@click.pass_obj
def hold_command(home: Path, spider: str, why: str) -> None:
    """Look no more at SPIDER (RETAILER or RETAILER.SOURCE) until it is resumed; its due times are noted as held."""
    from pipelines.clock import now_utc
    from pipelines.due.pauses import hold

    for name in _spiders(home, spider):
        hold(home, name, now_utc(), why)
        click.echo(f"{name} is held: {why}")


@click.command("resume")
@click.argument("spider")
@click.pass_obj
def resume_command(home: Path, spider: str) -> None:
    """Look at SPIDER (RETAILER or RETAILER.SOURCE) again, whether a person held it or blocks paused it."""
    from pipelines.due.pauses import resume

    for name in _spiders(home, spider):
        click.echo(f"{name} is looked at again" if resume(home, name) else f"{name} was not stopped")


def _spiders(home: Path, name: str) -> list[str]:
    from pipelines.cli.composition import Workspace

    return [f"{retailer.slug}.{source.slug}" for retailer, source in Workspace(home).sources((name,))]
