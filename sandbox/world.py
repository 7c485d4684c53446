"""Everything that will ever happen at the shop, drawn up front from one seed."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from sandbox.arrays import Ints
from sandbox.assortment import Product, draw_assortment
from sandbox.booking import HORIZON, Booking, book
from sandbox.days import Days
from sandbox.demand import Arrivals, Demand, draw_abandoned, draw_arrivals
from sandbox.festivals import Festival, festivals
from sandbox.network import Network, draw_network
from sandbox.newsletter import Messages, draw_messages
from sandbox.pricing import Prices, draw_prices
from sandbox.windows import Windows, hold_back, lay_windows

START = date(2025, 1, 6)
TIMEZONE = "Europe/Amsterdam"
OWN_ORDERS_MAX = 1000


@dataclass(frozen=True)
class World:
    """A shop's whole known truth, the researcher's own orders excepted."""

    days: Days
    """Its local days, ``HORIZON`` more than it trades, as slots are sold ahead."""
    trading: int
    """On how many days it trades."""
    network: Network
    windows: Windows
    orders: Arrivals
    booking: Booking
    first_invoice: int
    """The counter's number of the first invoice."""
    order_numbers: Ints
    """Numbers in no order: one for each order, then ``OWN_ORDERS_MAX`` for the researcher's own."""
    products: tuple[Product, ...]
    prices: Prices
    rival_prices: Prices
    messages: Messages
    festivals: tuple[Festival, ...]
    basket_seed: int
    """Decides what is in the researcher's own baskets."""

    @property
    def begin(self) -> int:
        """The instant at which the first day begins."""
        return int(self.days.midnights[0])

    @property
    def end(self) -> int:
        """The last instant of the last trading day."""
        return int(self.days.midnights[self.trading]) - 1

    def day_at(self, instant: int) -> int:
        """Return the day in which an instant lies."""
        return int(self.days.day_of(np.array([instant]))[0])


def draw_world(
    rng: np.random.Generator,
    weeks: int = 26,
    start: date = START,
    timezone: str = TIMEZONE,
    demand: Demand | None = None,
) -> World:
    """Draw a world of so many weeks; equal generators give equal worlds.

    Raises ValueError for fewer than 2 weeks: the network needs time to grow.
    """
    if weeks < 2:
        raise ValueError(f"a world of {weeks} week(s) is too short; give it at least 2")
    trading = 7 * weeks
    days = Days.starting(start, trading + HORIZON, timezone)
    for_network, for_orders, for_places, for_prices, for_messages, for_numbers, for_releases = rng.spawn(7)
    network = draw_network(for_network, trading, HORIZON)
    windows = hold_back(for_releases, lay_windows(network, days))
    demand = demand or Demand()
    orders = draw_arrivals(for_orders, demand, days, trading)
    abandoned = draw_abandoned(for_orders, demand, days, trading)
    products = draw_assortment(for_prices)
    return World(
        days=days,
        trading=trading,
        network=network,
        windows=windows,
        orders=orders,
        booking=book(for_places, orders, abandoned, network, windows, days),
        first_invoice=int(for_numbers.integers(20_000, 90_000)),
        order_numbers=_order_numbers(for_numbers, len(orders.at) + OWN_ORDERS_MAX),
        products=products,
        prices=draw_prices(for_prices, products, days.count, 1.0),
        rival_prices=draw_prices(for_prices, products, days.count, 1.06),
        messages=draw_messages(for_messages, days, trading),
        festivals=tuple(festivals(days.dates()[:trading])),
        basket_seed=int(for_numbers.integers(2**31)),
    )


def _order_numbers(rng: np.random.Generator, count: int) -> Ints:
    """Draw distinct numbers that say nothing of how many orders there are: only the invoices are counted."""
    return 10_000_000 + rng.choice(89_999_999, size=count, replace=False)
