"""The pick-up network: every location that will ever be published, and on which days."""

from dataclasses import dataclass

import numpy as np

from sandbox.addresses import Address, draw_address
from sandbox.arrays import Flags
from sandbox.batches import BATCHES, Batch
from sandbox.kinds import PARIS, Habit

NAMES = {"own": "Kade", "partner": "Pick-up point", "locker": "Locker", "campus": "Staff pick-up"}
LATE_SHARE = 0.12
"""Share of locations that are on the locator for a while before they get their pick-up times."""


@dataclass(frozen=True)
class Location:
    """An entry of the locator, as it will always be."""

    ref: str
    name: str
    address: Address
    habit: Habit
    weekdays: tuple[int, ...]
    """When it hands out, Monday is 0; empty for an entry that never gets a pick-up time."""
    capacity: int
    """Places in one window."""
    popularity: float

    @property
    def public(self) -> bool:
        """Whether any customer may choose it."""
        return self.habit.kind != "campus"


@dataclass(frozen=True)
class Network:
    """All locations, and two tables of locations by days; changes are published at local midnight."""

    locations: tuple[Location, ...]
    listed: Flags
    """Whether it is on the locator."""
    timed: Flags
    """Whether it is on the locator with pick-up times."""

    @property
    def public(self) -> Flags:
        """Whether it has pick-up times and any customer may choose it; locations by days."""
        for_all = np.array([place.public for place in self.locations])
        table: Flags = self.timed & for_all[:, None]
        return table


def draw_network(rng: np.random.Generator, days: int, horizon: int) -> Network:
    """Draw the network of a world of ``days`` days, drawn ``horizon`` days further as slots are sold ahead."""
    numbers = dict.fromkeys(("NL", "DE", "FR", "BE"), 0)
    locations, listed, timed = [], [], []
    for batch in BATCHES:
        for _ in range(batch.count):
            numbers[batch.country] += 1
            locations.append(_draw_location(rng, batch, numbers[batch.country]))
            listed.append(_days_listed(batch, days, days + horizon))
            timed.append(listed[-1] & _days_timed(rng, batch, days, days + horizon))
    return Network(tuple(locations), np.array(listed), np.array(timed))


def _draw_location(rng: np.random.Generator, batch: Batch, number: int) -> Location:
    habit = batch.habit
    address = draw_address(rng, batch.country, paris=habit is PARIS)
    low, high = habit.capacity
    return Location(
        ref=f"{batch.country}-{number:03d}",
        name=f"{NAMES[habit.kind]} {address.city} {address.street.rsplit(' ', 1)[0]}",
        address=address,
        habit=habit,
        weekdays=habit.draw_weekdays(rng),
        capacity=int(rng.integers(low, high, endpoint=True)),
        popularity=habit.draw * float(rng.lognormal(0, 0.7)),
    )


def _days_listed(batch: Batch, days: int, drawn: int) -> Flags:
    day = np.arange(drawn)
    listed = day >= round(batch.at * days)
    if batch.close_at is not None:
        back = drawn if batch.reopen_at is None else round(batch.reopen_at * days)
        listed &= (day < round(batch.close_at * days)) | (day >= back)
    return listed


def _days_timed(rng: np.random.Generator, batch: Batch, days: int, drawn: int) -> Flags:
    late = int(rng.integers(4, 12)) if rng.random() < LATE_SHARE and batch.at > 0 else 0
    since = round(batch.at * days) + late
    return (np.arange(drawn) >= since) & (batch.habit.weekdays > 0)
