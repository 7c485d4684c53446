"""The command login: a human logs in to the retailer's account."""

from pathlib import Path

import click


@click.command("login")
@click.argument("retailer")
@click.pass_obj
def login_command(home: Path, retailer: str) -> None:
    """Open RETAILER's account in a browser, for you to log in; the session is stored, readable by you only.

    Nothing is typed, clicked or ordered by itself, and no password is seen or stored.
    """
    from pipelines.cli.composition import Workspace
    from spiders.browser import session_file
    from spiders.login import account_of, log_in

    file = session_file(home, retailer)
    log_in(account_of(Workspace(home).declared(retailer)), file, lambda _tab: _wait())
    click.echo(f"stored in {file.relative_to(home)}: it is as good as your password, so keep it to yourself")


def _wait() -> None:
    asked = "Log in, in the window that opened. Press Enter when your orders are shown"
    click.prompt(asked, default="", show_default=False, prompt_suffix="")
