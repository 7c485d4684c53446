"""Commands for whoever writes a declaration: try, record, replay."""

import json
import sys
from pathlib import Path

import click


@click.command("try")
@click.argument("spider")
@click.pass_obj
def try_command(home: Path, spider: str) -> None:
    """Look at SPIDER once and print its records as JSON lines, what was repaired or set aside, and the verdict.

    Nothing is kept. Exit status 1 where the verdict is not complete.
    """
    from pipelines.cli.trial import one_source, trial

    with trial(home, *one_source(home, spider)) as shown:
        for record in shown.records:
            click.echo(json.dumps(record, ensure_ascii=False))
        for repair, times in shown.repairs.items():
            click.echo(f"repaired: {repair}, {times} times", err=True)
        for row in shown.set_aside:
            click.echo(f"set aside: {row['reason']}: {row['payload']}", err=True)
        click.echo(f"{shown.verdict}, {len(shown.records)} records", err=True)
        for reason in shown.reasons:
            click.echo(f"  {reason}", err=True)
        sys.exit(shown.verdict != "complete")


@click.command("record")
@click.argument("spider")
@click.argument("case", type=click.Path(file_okay=False, path_type=Path))
@click.pass_obj
def record_command(home: Path, spider: str, case: Path) -> None:
    """Look at SPIDER once and save it as a test case in the folder CASE.

    It holds the archived answers (look.warc.gz), the declaration, and the records that were read of them
    (expected.jsonl), to be looked through and corrected: from then on they are what `orderscope replay` must read
    again. Cases below tests/cases are replayed by `make test`.
    """
    from pipelines.cli.cases import save
    from pipelines.cli.trial import one_source, trial
    from spiders.files import declarations

    retailer, source = one_source(home, spider)
    if case.exists():
        raise click.ClickException(f"{case} is there already")
    with trial(home, retailer, source) as shown:
        save(shown, declarations(home)[retailer.slug], case)
        click.echo(f"{case}: {len(shown.records)} records, {shown.verdict}")
    click.echo(f"look through {case / 'expected.jsonl'}; `orderscope replay {case}` reads the answers again", err=True)


@click.command("replay")
@click.argument("folders", nargs=-1, required=True, type=click.Path(exists=True, file_okay=False, path_type=Path))
def replay_command(folders: tuple[Path, ...]) -> None:
    """Read the recorded cases in FOLDERS again with today's parsers and print what differs from their expected.jsonl.

    Nothing is asked of anybody and nothing is kept. Exit status 1 where anything differs.
    """
    from pipelines.cli.cases import cases, replayed

    differ = False
    for case in (case for folder in folders for case in cases(folder)):
        records, differences = replayed(case)
        click.echo(f"{case}: {records} records, {len(differences) or 'no'} differences")
        for line in differences:
            click.echo(f"  {line}")
        differ = differ or bool(differences)
    sys.exit(differ)
