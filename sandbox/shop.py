"""The shop at its present: what it shows, and the researcher's test orders it takes."""

from datetime import datetime
from typing import get_args

from sandbox.clock import ShopClock
from sandbox.counter import Counter
from sandbox.instants import instant_of, utc_of
from sandbox.misbehaviour import Misbehaviour
from sandbox.own_orders import Basket, Fulfilment, OwnOrder, invoice_basket
from sandbox.present import Entry, Present
from sandbox.sessions import Sessions
from sandbox.world import OWN_ORDERS_MAX, World


class Shop:
    """A world with a clock; everything it shows is a function of the clock and of the own orders placed so far."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.counter = Counter(world)
        self.own: list[OwnOrder] = []
        """The researcher's own orders in order of time."""
        self.misbehaviour = Misbehaviour()
        self.sessions = Sessions()
        self._clock = ShopClock(world.begin, world.end)
        self._present = Present(world)

    @property
    def now(self) -> int:
        """The shop's present."""
        return self._clock.now()

    def now_utc(self) -> datetime:
        """Return the shop's present in UTC, without zone."""
        return utc_of(self.now)

    def set_now(self, moment: datetime) -> None:
        """Set the shop's present, forwards or backwards; a moment without zone is UTC.

        Raises ValueError outside the world.
        """
        self._clock.set(instant_of(moment))

    def locations(self) -> list[Entry]:
        """Return the locator's entries now."""
        return self._present.locations(self.now)

    def slots(self) -> list[Entry]:
        """Return the slots offered now."""
        return self._present.slots(self.now, self.own)

    def products(self) -> list[Entry]:
        """Return the products and their prices now."""
        return self._present.products(self.now)

    def rival_products(self) -> list[Entry]:
        """Return the same products and their prices at the rival now."""
        return self._present.rival_products(self.now)

    def messages(self) -> list[Entry]:
        """Return the newsletter's messages so far."""
        return self._present.messages(self.now)

    def own_orders(self) -> list[OwnOrder]:
        """Return the own orders so far, the newest first, as the account shows them."""
        return [order for order in reversed(self.own) if order.placed <= self.now]

    def place_order(self, basket: Basket, fulfilment: Fulfilment) -> OwnOrder:
        """Place a test order now; it takes the counter's next number, or the next two when the basket is split.

        Raises ValueError for another word, before the last own order (numbers once printed stay), when no location
        has a place that nobody else will want, and after ``OWN_ORDERS_MAX`` orders.
        """
        placed, nth = self.now, len(self.own)
        self._refuse(basket, fulfilment, placed)
        order = OwnOrder(
            order=int(self.world.order_numbers[len(self.world.orders.at) + nth]),
            placed=placed,
            basket=basket,
            fulfilment=fulfilment,
            window=self._spare_window(placed) if fulfilment == "pickup" else None,
            invoices=invoice_basket(self.world, basket, nth, placed, self.counter.next_number(placed, self.own)),
        )
        self.own.append(order)
        return order

    def _refuse(self, basket: str, fulfilment: str, placed: int) -> None:
        for word, known in ((basket, get_args(Basket)), (fulfilment, get_args(Fulfilment))):
            if word not in known:
                raise ValueError(f"{word!r} is none of {', '.join(known)}")
        if self.own and placed < self.own[-1].placed:
            raise ValueError(f"an own order was placed at {utc_of(self.own[-1].placed)} UTC, later than the shop's now")
        if len(self.own) == OWN_ORDERS_MAX:
            raise ValueError(f"this shop takes at most {OWN_ORDERS_MAX} own orders")

    def _spare_window(self, now: int) -> int:
        window = self._present.places.spare(now, self.own)
        if window is None:
            raise ValueError("no pick-up location has a free place now; have it delivered at home")
        return window
