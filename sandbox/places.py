"""Places left: what is taken of each window at an instant, counted without walking through time."""

from collections.abc import Sequence

import numpy as np

from sandbox.arrays import Ints
from sandbox.booking import HOLD_S, HOME, HORIZON
from sandbox.own_orders import OwnOrder
from sandbox.world import World

_SPAN = 2**34
"""Wider than any instant, so that window and instant make one sortable number."""


def on_sale(world: World, now: int) -> Ints:
    """Return the windows shown at ``now``: those still to come at locations that the public can choose."""
    windows, today = world.windows, world.day_at(now)
    near = windows.of_days(today, today + HORIZON - 1)
    place = windows.location[near]
    shown = world.network.public[place, today] & (windows.start[near] > now)
    rows: Ints = near.start + np.flatnonzero(shown)
    return rows


class Places:
    """Counts orders and holds per window."""

    def __init__(self, world: World) -> None:
        self._world = world
        booking = world.booking
        picked_up = booking.order_window != HOME
        self._ordered = _keys(booking.order_window[picked_up], world.orders.at[picked_up])
        self._held = _keys(booking.hold_window, booking.hold_at)
        self._released = _keys(booking.hold_window, booking.hold_at + HOLD_S)

    def taken(self, windows: Ints, now: int, own: Sequence[OwnOrder]) -> Ints:
        """Return the places taken of each window at ``now``: by orders, by baskets on hold, by own orders."""
        by_others = _until(self._ordered, windows, now)
        on_hold = _until(self._held, windows, now) - _until(self._released, windows, now)
        return by_others + on_hold + _own(windows, [order for order in own if order.placed <= now])

    def spare(self, now: int, own: Sequence[OwnOrder]) -> int | None:
        """Return the first window on sale in which a place stays free for ever, so that nobody's place is taken."""
        windows, rows = self._world.windows, on_sale(self._world, now)
        never_taken = windows.offered(rows, now) - self._world.booking.peak[rows] - _own(rows, own)
        good = rows[~windows.closed[rows] & (windows.cutoff[rows] > now) & (never_taken > 0)]
        return int(good[0]) if len(good) else None


def _keys(window: Ints, at: Ints) -> Ints:
    return np.sort(window * _SPAN + at)


def _until(keys: Ints, windows: Ints, now: int) -> Ints:
    before = np.searchsorted(keys, windows * _SPAN, side="left")
    return np.searchsorted(keys, windows * _SPAN + now, side="right") - before


def _own(windows: Ints, own: Sequence[OwnOrder]) -> Ints:
    chosen = np.array([order.window for order in own if order.window is not None], np.int64)
    places: Ints = (windows[:, None] == chosen[None, :]).sum(axis=1)
    return places
