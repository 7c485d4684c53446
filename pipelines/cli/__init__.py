"""The commands: the composition root, the only place that may import all packages."""

import sys
from importlib import import_module
from pathlib import Path

import click

# The module that holds each command; it is imported when the command is asked for.
_COMMANDS = {
    "retailers": "ask", "status": "ask", "tables": "ask", "sql": "ask", "export": "exporting",
    "detect": "detecting", "new": "detecting",
    "read": "reading", "try": "trying", "record": "trying", "replay": "trying",
    "collect": "look", "import": "files", "run": "whole_day", "schedule": "cadence", "cadence": "cadence",
    "hold": "holding", "resume": "holding",
    "load": "keep", "build": "keep", "check": "keep", "rebuild": "keep",
    "alert": "alerting",
    "compact": "retention", "backup": "retention", "restore": "retention",
    "match": "understand", "estimate": "understand", "report": "understand",
    "login": "account", "orders": "own_orders", "plan": "planning",
    "verify": "evidence", "evidence": "evidence", "serve": "serving",
    "demo": "demonstrate",
}  # fmt: skip


class Commands(click.Group):
    """Finds a command in its module only when it is needed."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the commands in the order of a day's work."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Return the command, or None where there is none of this name."""
        if cmd_name not in _COMMANDS:
            return None
        module = import_module(f"pipelines.cli.{_COMMANDS[cmd_name]}")
        command: click.Command = getattr(module, f"{cmd_name}_command")
        return command

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; what a user can mend is said in a sentence, without a traceback."""
        try:
            return super().invoke(ctx)
        except (ValueError, FileNotFoundError, LookupError) as error:
            if not _is_told(error):
                raise
            raise click.ClickException(str(error.args[0])) from error
        except Exception as error:
            from pipelines.cli.full_disk import SENTENCE, is_full

            if not is_full(error):
                raise
            raise click.ClickException(f"{SENTENCE} ({error})") from error


def _is_told(error: Exception) -> bool:
    """Tell whether an error of ours already says what, where and what to do."""
    return type(error).__module__.split(".")[0] in {"spiders", "pipelines", "analysis", "sandbox"}


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.option(
    "--home",
    type=click.Path(file_okay=False, path_type=Path),
    envvar="ORDERSCOPE_HOME",
    default=Path(),
    help="Where warehouse.duckdb, data/, reports/ and your own retailers/ live; default: here.",
)
@click.version_option(package_name="orderscope")
@click.pass_context
def main(ctx: click.Context, home: Path) -> None:
    """Watch a retailer from the outside and say how it is doing, with intervals and evidence."""
    _refuse_other_checkout()
    ctx.obj = home.resolve()


def _refuse_other_checkout() -> None:
    """Three packages of names this general shadow each other: one checkout, one virtual environment."""
    here, ours = Path("spiders/declaration.py"), Path(__file__).parents[2] / "spiders"
    if here.exists() and here.resolve().parent != ours.resolve():
        sys.exit(f"this checkout is not the one that is installed ({ours.parent}): use its own .venv/bin/orderscope")
