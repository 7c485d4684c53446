"""The one central counter: every invoice of the shop takes the next number, in order of time."""

from collections.abc import Sequence

import numpy as np

from sandbox.arrays import Ints
from sandbox.demand import BASKETS
from sandbox.own_orders import OwnOrder
from sandbox.world import World

BOTH = BASKETS.index("both")


class Counter:
    """Numbers the invoices of a world and of the researcher's own orders within it."""

    def __init__(self, world: World) -> None:
        self._first = world.first_invoice
        self.order_of_invoice = np.repeat(np.arange(len(world.orders.at)), 1 + (world.orders.basket == BOTH))
        """The order of each invoice of others, in order of time."""
        self.issued: Ints = world.orders.at[self.order_of_invoice]
        """When each invoice of others is issued."""

    def next_number(self, instant: int, own: Sequence[OwnOrder]) -> int:
        """Return the number that an invoice gets which is issued at ``instant`` after these own orders."""
        others = int(np.searchsorted(self.issued, instant, side="right"))
        return self._first + others + sum(len(order.invoices) for order in own)

    def numbers_of_others(self, own: Sequence[OwnOrder]) -> Ints:
        """Return the number of each invoice of others: own orders before it have pushed it up."""
        own_issued = np.array([order.placed for order in own for _ in order.invoices], np.int64)
        pushed = np.searchsorted(own_issued, self.issued, side="left")
        return self._first + np.arange(len(self.issued)) + pushed
