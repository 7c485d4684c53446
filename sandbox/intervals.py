"""The truth between two instants, to be laid beside what was estimated between two test orders."""

from datetime import datetime

import numpy as np

from sandbox.booking import HOME
from sandbox.counter import BOTH
from sandbox.days import DAY_S
from sandbox.instants import instant_of
from sandbox.shop import Shop


def orders_between(shop: Shop, from_utc: datetime, to_utc: datetime) -> dict[str, int]:
    """Count what was ordered after ``from_utc`` until ``to_utc``: others' orders and invoices, own orders and invoices.

    Between two own orders, the counter goes up by ``invoices`` and ``own_invoices`` together.
    """
    first, last = instant_of(from_utc), instant_of(to_utc)
    orders = shop.world.orders
    inside = (orders.at > first) & (orders.at <= last)
    home = int((shop.world.booking.order_window[inside] == HOME).sum())
    own = [order for order in shop.own if first < order.placed <= last]
    return {
        "orders": int(inside.sum()),
        "invoices": int(inside.sum() + (orders.basket[inside] == BOTH).sum()),
        "pickup_orders": int(inside.sum()) - home,
        "home_orders": home,
        "own_orders": len(own),
        "own_invoices": sum(len(order.invoices) for order in own),
    }


def location_days_between(shop: Shop, from_utc: datetime, to_utc: datetime) -> dict[str, float]:
    """Return the location-days from ``from_utc`` to ``to_utc``: listed, bookable, public.

    Exposure is time, 24 hours a day: a day of which only a part lies between them counts in part, and the day on
    which clocks go forward is an hour short.
    """
    midnights, network = shop.world.days.midnights, shop.world.network
    edges = np.clip(midnights, instant_of(from_utc), instant_of(to_utc))
    share = np.diff(edges) / DAY_S
    tables = {"listed": network.listed, "bookable": network.timed, "public": network.public}
    return {name: float((table.sum(axis=0) * share).sum()) for name, table in tables.items()}


def between(shop: Shop, from_utc: datetime, to_utc: datetime) -> dict[str, dict[str, int] | dict[str, float]]:
    """Return what happened between two instants: orders, and location-days."""
    return {
        "orders": orders_between(shop, from_utc, to_utc),
        "location_days": location_days_between(shop, from_utc, to_utc),
    }
