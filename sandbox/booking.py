"""Who gets which place: orders and abandoned baskets take places in order of time, never more than there are."""

from collections import deque
from dataclasses import dataclass

import numpy as np

from sandbox.arrays import Flags, Ints
from sandbox.days import Days
from sandbox.demand import Arrivals
from sandbox.network import Network
from sandbox.windows import Windows

HORIZON = 3
"""Slots are sold for today and the days after it, so many in all."""
HOLD_S = 2 * 3600
TRIES = 6
"""How many windows a customer looks at before they give up."""
HOME = -1


@dataclass(frozen=True)
class Booking:
    """Places taken."""

    order_window: Ints
    """The window of each order, or ``HOME`` for delivery at home."""
    hold_at: Ints
    """When a basket that is never ordered takes a place; it gives it back ``HOLD_S`` later."""
    hold_window: Ints
    peak: Ints
    """The most places ever taken of each window."""


def book(
    rng: np.random.Generator, arrivals: Arrivals, abandoned: Ints, network: Network, windows: Windows, days: Days
) -> Booking:
    """Give places to those who want to pick up, and to abandoned baskets, as they come."""
    buyers = np.flatnonzero(arrivals.wants_pickup)
    at = np.concatenate([arrivals.at[buyers], abandoned])
    wishes = _draw_wishes(rng, days.day_of(at), network, windows)
    ledger = _Ledger(windows)
    taken = _serve(ledger, at, np.arange(len(at)) >= len(buyers), wishes)
    order_window = np.full(len(arrivals.at), HOME)
    order_window[buyers], hold_window = np.split(taken, [len(buyers)])
    held = hold_window != HOME
    return Booking(order_window, abandoned[held], hold_window[held], np.array(ledger.peak, np.int64))


def _serve(ledger: "_Ledger", at: Ints, is_hold: Flags, wishes: Ints) -> Ints:
    """Serve customers in order of time; return the window that each got."""
    taken = np.empty(len(at), np.int64)
    for customer in np.argsort(at, kind="stable").tolist():
        taken[customer] = ledger.take(int(at[customer]), wishes[customer].tolist(), bool(is_hold[customer]))
    return taken


def _draw_wishes(rng: np.random.Generator, day: Ints, network: Network, windows: Windows) -> Ints:
    """Draw for each customer the windows they would like, best first; by the location's popularity and its places."""
    wishes = np.full((len(day), TRIES), HOME)
    appeal = np.array([place.popularity for place in network.locations])[windows.location] * windows.capacity
    for today in np.unique(day):
        ahead = windows.of_days(int(today), int(today) + HORIZON - 1)
        open_now = network.timed[windows.location[ahead], today] & ~windows.closed[ahead]
        weight = np.cumsum(appeal[ahead] * open_now)
        customers = np.flatnonzero(day == today)
        if len(weight) and weight[-1] > 0:
            dice = rng.random((len(customers), TRIES)) * weight[-1]
            wishes[customers] = ahead.start + np.searchsorted(weight, dice, side="right")
    return wishes


class _Ledger:
    """Places taken so far; time only goes forward here, so places on hold come back in the order they went."""

    def __init__(self, windows: Windows) -> None:
        self._capacity = windows.capacity.tolist()
        self._late, self._release = windows.late.tolist(), windows.release.tolist()
        self._cutoff = windows.cutoff.tolist()
        self._taken = [0] * len(self._capacity)
        self._holds: deque[tuple[int, int]] = deque()
        self.peak = [0] * len(self._capacity)

    def take(self, instant: int, wishes: list[int], is_hold: bool) -> int:
        """Take a place in the first wished window that has one; ``HOME`` if none has."""
        while self._holds and self._holds[0][0] <= instant:
            self._taken[self._holds.popleft()[1]] -= 1
        for window in wishes:
            if (
                window != HOME
                and instant < self._cutoff[window]
                and self._taken[window] < self._offered(window, instant)
            ):
                self._taken[window] += 1
                self.peak[window] = max(self.peak[window], self._taken[window])
                if is_hold:
                    self._holds.append((instant + HOLD_S, window))
                return window
        return HOME

    def _offered(self, window: int, instant: int) -> int:
        late: int = self._late[window] if instant < self._release[window] else 0
        return int(self._capacity[window]) - late
