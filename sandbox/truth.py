"""The truth as tables, whole, from the world's first day to its last; laid beside what was estimated from outside."""

from collections.abc import Callable, Mapping

import numpy as np
import pandas as pd

from sandbox.booking import HOME
from sandbox.counter import BOTH
from sandbox.shop import Shop


def orders_day(shop: Shop) -> pd.DataFrame:
    """Return others' orders by local day: orders, invoices, pickup_orders, home_orders."""
    world = shop.world
    day = world.days.day_of(world.orders.at)
    home = world.booking.order_window == HOME
    columns = {
        "orders": np.ones(len(day), np.int64),
        "invoices": 1 + (world.orders.basket == BOTH),
        "pickup_orders": ~home,
        "home_orders": home,
    }
    counts = {name: np.bincount(day, weight, world.trading).astype(np.int64) for name, weight in columns.items()}
    return pd.DataFrame({"local_date": world.days.dates()[: world.trading], **counts})


def invoices(shop: Shop) -> pd.DataFrame:
    """Return every invoice in order of its number: number, issued_at_utc, order, own."""
    world, counter = shop.world, shop.counter
    others = pd.DataFrame(
        {
            "number": counter.numbers_of_others(shop.own),
            "issued_at_utc": counter.issued,
            "order": world.order_numbers[counter.order_of_invoice],
            "own": False,
        }
    )
    own = [(one.number, order.placed, order.order, True) for order in shop.own for one in order.invoices]
    table = pd.concat([others, pd.DataFrame(own, columns=list(others)).astype(others.dtypes)])
    table["issued_at_utc"] = table["issued_at_utc"].to_numpy().astype("datetime64[s]")
    return table.sort_values("number", ignore_index=True)


def location_day(shop: Shop) -> pd.DataFrame:
    """Return a row per location and local day: listed, bookable (with a pick-up time), public (and for everybody)."""
    world = shop.world
    refs = [place.ref for place in world.network.locations]
    cells = {
        "listed": world.network.listed[:, : world.trading].ravel(),
        "bookable": world.network.timed[:, : world.trading].ravel(),
        "public": shop.world.network.public[:, : world.trading].ravel(),
    }
    dates = world.days.dates()[: world.trading]
    where = {"location": np.repeat(refs, len(dates)), "local_date": dates * len(refs)}
    return pd.DataFrame({**where, **cells})


def slots_day(shop: Shop) -> pd.DataFrame:
    """Return a row per location and day of pick-up: places offered, and taken in the end (own orders with them)."""
    world, windows = shop.world, shop.world.windows
    chosen = [order.window for order in shop.own if order.window is not None]
    picked_up = np.concatenate([world.booking.order_window, np.array(chosen, np.int64)])
    taken = np.bincount(picked_up[picked_up != HOME], minlength=len(windows.day))
    sold = ~windows.closed & (windows.day < world.trading)
    rows = pd.DataFrame(
        {
            "location": np.array([place.ref for place in world.network.locations])[windows.location[sold]],
            "local_date": np.array(world.days.dates())[windows.day[sold]],
            "offered": windows.capacity[sold],
            "taken": taken[sold],
        }
    )
    return rows.groupby(["location", "local_date"], as_index=False).sum()


def prices(shop: Shop) -> pd.DataFrame:
    """Return a row per local day and product: price and rival_price in euros."""
    world = shop.world
    dates, skus = world.days.dates()[: world.trading], [product.sku for product in world.products]
    cents = {"price": world.prices.price, "rival_price": world.rival_prices.price}
    columns = {name: table[:, : world.trading].T.ravel() / 100 for name, table in cents.items()}
    return pd.DataFrame({"date": np.repeat(np.array(dates), len(skus)), "sku": skus * len(dates), **columns})


def festivals(shop: Shop) -> pd.DataFrame:
    """Return the festivals in the shop's calendar: date, label, lift (orders at its height, 1 for the usual)."""
    return pd.DataFrame(
        [(festival.on, festival.label, festival.lift) for festival in shop.world.festivals],
        columns=["date", "label", "lift"],
    )


TABLES: Mapping[str, Callable[[Shop], pd.DataFrame]] = {
    table.__name__: table for table in (orders_day, invoices, location_day, slots_day, prices, festivals)
}
