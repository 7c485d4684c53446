"""``python -m sandbox``: the shop as a process of its own, until it is interrupted."""

import signal
import threading
from datetime import datetime

import click
import numpy as np

from sandbox.server import PortTakenError, serving
from sandbox.shop import Shop
from sandbox.world import START, draw_world


@click.command()
@click.option("--port", default=8650, show_default=True, help="0 for a free one.")
@click.option("--seed", default=1, show_default=True, help="Equal seeds give equal shops.")
@click.option("--weeks", default=26, show_default=True, help="For how long the shop trades.")
@click.option("--start", default=START.isoformat(), show_default=True, type=click.DateTime(["%Y-%m-%d"]))
def main(port: int, seed: int, weeks: int, start: datetime) -> None:
    """Serve a small retailer with known truth on localhost."""
    told_to_stop = threading.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, lambda *_: told_to_stop.set())
    try:
        shop = Shop(draw_world(np.random.default_rng(seed), weeks, start.date()))
        with serving(shop, port) as base_url:
            click.echo(f"The sandbox retailer trades at {base_url} until you stop it.")
            told_to_stop.wait()
    except (PortTakenError, ValueError) as error:
        raise click.ClickException(str(error)) from error


main()
