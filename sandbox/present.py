"""What the shop publishes at an instant, as the records of its API; texts that never change are made once."""

from collections.abc import Mapping, Sequence

import numpy as np

from sandbox.kinds import WEEKDAYS
from sandbox.money import plain
from sandbox.network import Location
from sandbox.own_orders import OwnOrder
from sandbox.places import Places, on_sale
from sandbox.pricing import Prices
from sandbox.world import World

Entry = dict[str, object]


class Present:
    """A world as it looks from outside."""

    def __init__(self, world: World) -> None:
        self._world = world
        self.places = Places(world)
        self._location = [_entry(place) for place in world.network.locations]
        windows = world.windows
        self._times = [world.days.text(column) for column in (windows.start, windows.end, windows.cutoff)]
        self._message_times = world.days.text(world.messages.at)

    def locations(self, now: int) -> list[Entry]:
        """Return the entries of the locator."""
        day, network = self._world.day_at(now), self._world.network
        return [
            {**self._location[row], **_pickup(network.locations[row], bool(network.timed[row, day]))}
            for row in np.flatnonzero(network.listed[:, day])
        ]

    def slots(self, now: int, own: Sequence[OwnOrder]) -> list[Entry]:
        """Return the windows that are still to come of the locations that the public can choose."""
        windows, rows = self._world.windows, on_sale(self._world, now)
        offered = windows.offered(rows, now)
        left = offered - self.places.taken(rows, now, own)
        columns = (rows.tolist(), left.tolist(), offered.tolist())
        return [self._slot(*window, now) for window in zip(*columns, strict=True)]

    def products(self, now: int) -> list[Entry]:
        """Return the range with today's prices."""
        return self._range(self._world.prices, self._world.day_at(now))

    def rival_products(self, now: int) -> list[Entry]:
        """Return the range with today's prices at the rival."""
        return self._range(self._world.rival_prices, self._world.day_at(now))

    def _range(self, prices: Prices, day: int) -> list[Entry]:
        columns = (prices.price[:, day].tolist(), prices.shelf[:, day].tolist(), prices.in_stock[:, day].tolist())
        return [
            {
                "sku": product.sku,
                "gtin": product.gtin,
                "name": product.name,
                "brand": product.brand,
                "size": product.size,
                "price": plain(price),
                "list_price": plain(shelf) if shelf > price else None,
                "unit_price": str(product.unit_price(price)),
                "unit": product.unit,
                "currency": "EUR",
                "in_stock": in_stock,
            }
            for product, price, shelf, in_stock in zip(self._world.products, *columns, strict=True)
        ]

    def messages(self, now: int) -> list[Entry]:
        """Return the newsletter's messages so far, the newest first."""
        messages = self._world.messages
        sent = int(np.searchsorted(messages.at, now, side="right"))
        reads = messages.reads_at(now)
        return [
            {"id": f"m-{n + 1:04d}", "date": self._message_times[n], "title": messages.title[n], "reads": int(reads[n])}
            for n in reversed(range(sent))
        ]

    def _slot(self, row: int, left: int, offered: int, now: int) -> Entry:
        windows = self._world.windows
        start, end, cutoff = (times[row] for times in self._times)
        closed = bool(windows.closed[row])
        past = now >= windows.cutoff[row]
        return {
            "location": self._location[windows.location[row]]["id"],
            "service": "pickup",
            "start": start,
            "end": end,
            "status": "closed" if closed else "past_cutoff" if past else "free" if left else "full",
            "left": None if closed else left,
            "capacity": offered,
            "cutoff": cutoff,
        }


def _entry(place: Location) -> Entry:
    address = place.address
    return {
        "id": place.ref,
        "name": place.name,
        "type": place.habit.kind,
        "public": place.public,
        "address": {
            "street": address.street,
            "postcode": address.postcode,
            "city": address.city,
            "country": address.country,
        },
        "lat": address.lat,
        "lon": address.lon,
    }


def _pickup(place: Location, timed: bool) -> Mapping[str, object]:
    if not timed:
        return {"status": "no_time", "pickup": []}
    hours = {"from": f"{place.habit.from_hour:02d}:00", "to": f"{place.habit.to_hour:02d}:00"}
    return {"status": "available", "pickup": [{"weekday": WEEKDAYS[day], **hours} for day in place.weekdays]}
