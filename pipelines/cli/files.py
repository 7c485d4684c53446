"""The command that reads what was recorded elsewhere."""

from datetime import datetime
from pathlib import Path

import click

from pipelines.cli.show import as_json, progress, show


@click.command("import")
@click.argument("retailer")
@click.argument("kind")
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--seen-at", type=click.DateTime(["%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M", "%Y-%m-%d"]), help="UTC.")
@click.option("--seen-at-pattern", help="Of the time in a file's name, as in strptime: %Y%m%d-%H%M%S, UTC.")
@click.option("--git", is_flag=True, help="Every version that git holds of FILES, seen when it was committed.")
@as_json
@click.pass_obj
def import_command(
    home: Path,
    retailer: str,
    kind: str,
    files: tuple[Path, ...],
    seen_at: datetime | None,
    seen_at_pattern: str | None,
    *,
    git: bool,
    json_lines: bool,
) -> None:
    """Read recorded FILES of RETAILER's source KIND through its platform, each moment of recording a run of its own."""
    from pipelines.cli.importing import import_step, import_versions_step
    from pipelines.cli.steps import load_step, publish
    from pipelines.imports import SeenAt

    when = SeenAt(instant=seen_at, pattern=seen_at_pattern)
    odd: list[str] = []

    def tell(name: str, why: str) -> None:
        odd.append(f"{name}: {why}")

    steps = (
        import_versions_step(home, retailer, kind, files, tell)
        if git
        else import_step(home, retailer, kind, files, when, tell)
    )
    runs = list(progress(steps, "import"))
    rows = [vars(loaded) for loaded in progress(load_step(home), "load")]
    publish(home)
    known = sum(run is None for run in runs)
    show(rows, json_lines=json_lines, nothing="nothing new")
    for line in odd:
        click.echo(line, err=True)
    if known:
        click.echo(f"{known} of {len(runs)} moments were imported before and are left as they are", err=True)
