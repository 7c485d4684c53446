"""The command export."""

from pathlib import Path

import click

from pipelines.cli.show import as_json, show


@click.command("export")
@click.argument("table")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@as_json
@click.pass_obj
def export_command(home: Path, table: str, file: Path, *, json_lines: bool) -> None:
    """Write TABLE to FILE; its ending says how: .parquet, .csv, or .geojson for what has lat and lon.

    In CSV a text that a spreadsheet would take for a formula gets an apostrophe before it.
    """
    from pipelines.export import export
    from pipelines.warehouse import Error, reading

    try:
        with reading(home) as con:
            rows = export(con, table, file)
    except Error as error:
        raise click.ClickException(str(error)) from error
    show([{"file": str(file), "rows": rows}], json_lines=json_lines)
