"""Commands that ask: retailers, status, tables, sql."""

import sys
from pathlib import Path

import click

from pipelines.cli.show import as_json, show, show_csv
from spiders.files import NOTHING

_SCREEN = 40  # rows that one sees at once


@click.command("retailers")
@as_json
@click.pass_obj
def retailers_command(home: Path, *, json_lines: bool) -> None:
    """Show the declared retailers, their sources, last look, verdict and next due time."""
    from pipelines.cli.health import source_rows
    from pipelines.cli.seen import seen

    rows, broken = source_rows(home, seen(home))
    show(rows, json_lines=json_lines, nothing=NOTHING)
    for problem in broken:
        click.echo(problem, err=True)
    sys.exit(bool(broken))


@click.command("status")
@as_json
@click.pass_obj
def status_command(home: Path, *, json_lines: bool) -> None:
    """Show the health of everything in one screen; exit status 0 healthy, 1 degraded, 2 broken.

    The rows are the sources that are watched, the worst first, as many as a screen holds; --json shows all.
    """
    from pipelines.cli.health import health
    from pipelines.cli.seen import seen
    from pipelines.cli.surroundings import surroundings

    known = seen(home)
    rows, sentences, level = health(home, known)
    around = surroundings(home, known)
    level = max(level, around.level())
    show(rows if json_lines else rows[:_SCREEN], json_lines=json_lines, nothing="nothing was looked at yet")
    if json_lines:
        show([{"level": level, **vars(around)}], json_lines=True)
    elif len(rows) > _SCREEN:
        click.echo(f"and {len(rows) - _SCREEN} more: --json shows all")
    for name, told in {} if json_lines else around.in_words().items():
        click.echo(f"{name:<10}{told}")
    for sentence in sentences if json_lines else sentences[:_SCREEN]:
        click.echo(sentence, err=json_lines)
    sys.exit(level)


@click.command("tables")
@click.argument("name", required=False)
@as_json
@click.pass_obj
def tables_command(home: Path, name: str | None, *, json_lines: bool) -> None:
    """Show the tables, or the columns of the table NAME, and what they mean."""
    from pipelines.ask import columns, tables
    from pipelines.warehouse import reading

    with reading(home) as con:
        rows = columns(con, name) if name else tables(con)
    if name and not rows:
        raise click.ClickException(f"there is no table {name}: `orderscope tables` shows all")
    show(rows, json_lines=json_lines)


@click.command("sql")
@click.argument("query")
@click.option("--csv", "as_csv", is_flag=True, help="CSV with a header instead of a table.")
@as_json
@click.pass_obj
def sql_command(home: Path, query: str, *, as_csv: bool, json_lines: bool) -> None:
    """Run a read-only QUERY on the published warehouse."""
    from pipelines.ask import rows_of
    from pipelines.warehouse import Error, reading

    try:
        with reading(home) as con:
            rows = rows_of(con, query)
    except Error as error:
        raise click.ClickException(str(error)) from error
    if as_csv:
        show_csv(rows)
    else:
        show(rows, json_lines=json_lines, nothing="no rows")
