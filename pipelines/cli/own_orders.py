"""The command orders: the researcher's own orders, and what is missing of them."""

from pathlib import Path

import click

from pipelines.cli.show import as_json, show


@click.command("orders")
@click.argument("retailer")
@as_json
@click.pass_obj
def orders_command(home: Path, retailer: str, *, json_lines: bool) -> None:
    """Show own orders at RETAILER: their numbers, how far each went on from the last, and what is missing."""
    from analysis.own_orders import own_orders, series_of
    from pipelines.cli.composition import Workspace
    from pipelines.warehouse import reading

    Workspace(home).declared(retailer)
    with reading(home) as con:
        listed, series = own_orders(con, retailer), series_of(con, retailer)
    rows = [{str(k): None if v != v else v for k, v in row.items()} for row in listed.to_dict("records")]  # noqa: PLR0124 - NaN
    show(rows, json_lines=json_lines, nothing=f"no own order at {retailer} was seen yet")
    for sentence in series:
        click.echo(sentence, err=json_lines)
