"""The alert step, and the command alert."""

import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pipelines.cli.show import as_json, show

if TYPE_CHECKING:
    from pipelines.alerts import Post
    from pipelines.check import CheckResult


@click.command("alert")
@click.option("--test", "is_test", is_flag=True, help="Send a test to everybody, and nothing else.")
@as_json
@click.pass_obj
def alert_command(home: Path, *, is_test: bool, json_lines: bool) -> None:
    """Run the checks and tell whoever alerts.toml names what turned bad or well since they were told last.

    Exit status 1 when a message could not be sent; it is tried again the next time.
    """
    from pipelines.alerts import try_out
    from pipelines.alerts.words import read_alerts
    from pipelines.cli.steps import check_step
    from pipelines.clock import now_utc

    alerts = read_alerts(home)
    if alerts is None:
        raise click.ClickException(f"nobody is to be told: there is no {home / 'alerts.toml'}")
    posts = list(try_out(home, alerts, now_utc()) if is_test else alert_step(home, check_step(home)))
    show([vars(post) for post in posts], json_lines=json_lines, nothing="alerts.toml names nobody")
    sys.exit(any(post.problem for post in posts))


def alert_step(home: Path, results: Sequence["CheckResult"]) -> Iterator["Post"]:
    """Tell what changed; yields what became of it by channel, nothing where there is no alerts.toml."""
    from pipelines.alerts import tell
    from pipelines.alerts.trouble import troubles
    from pipelines.alerts.words import read_alerts
    from pipelines.cli.composition import Workspace
    from pipelines.clock import now_utc

    alerts = read_alerts(home)
    if alerts is None:
        return
    workspace = Workspace(home)
    workspace.problems()  # reads the declarations
    yield from tell(home, alerts, troubles(results, workspace.broken), now_utc(), lambda since: _sources(home, since))


def _sources(home: Path, since_utc: datetime) -> list[Mapping[str, Any]]:
    from pipelines import warehouse
    from pipelines.ask import asked

    with warehouse.writing(home) as con:  # the published copy may be of before this run
        return list(asked(con, "looked_at_since", since_utc=since_utc))
