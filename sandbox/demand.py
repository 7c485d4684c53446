"""When customers order and what: day by day, in one stream for all locations."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sandbox.arrays import Flags, Ints
from sandbox.days import Days
from sandbox.festivals import lifts

BASKETS = ("ambient", "fresh", "both")
_BASKET_SHARES = (0.52, 0.13, 0.35)
_WEEKDAY = np.array([0.92, 0.90, 0.95, 1.02, 1.15, 1.12, 0.94])


@dataclass(frozen=True)
class Demand:
    """How many orders the shop gets."""

    first_day: float = 60.0
    """Orders expected on an average weekday at the start."""
    growth_a_week: float = 4.0
    """By how many orders a day it grows from one week to the next."""
    dispersion: float = 30.0
    """The negative binomial's size: the smaller, the noisier the days."""
    pickup_share: float = 0.72
    """Share of customers who want to pick up; without a free place they have it delivered at home."""
    abandoned_share: float = 0.25
    """Baskets that hold a place and are never ordered, per order."""


@dataclass(frozen=True)
class Arrivals:
    """Customers in order of time."""

    at: Ints
    basket: Ints
    """Index into ``BASKETS``."""
    wants_pickup: Flags


def expected_a_day(demand: Demand, days: Days, trading: int) -> npt.NDArray[np.float64]:
    """Return the orders expected on each trading day: trend, weekday and festivals."""
    trend = demand.first_day + demand.growth_a_week * np.arange(trading) / 7
    expected: npt.NDArray[np.float64] = trend * _WEEKDAY[days.weekdays()[:trading]] * lifts(days.dates()[:trading])
    return expected


def draw_arrivals(rng: np.random.Generator, demand: Demand, days: Days, trading: int) -> Arrivals:
    """Draw every customer of the trading days."""
    mean = expected_a_day(demand, days, trading)
    counts = rng.negative_binomial(demand.dispersion, demand.dispersion / (demand.dispersion + mean))
    at = _draw_instants(rng, counts, days)
    basket = rng.choice(len(BASKETS), size=len(at), p=_BASKET_SHARES)
    return Arrivals(at, basket, rng.random(len(at)) < demand.pickup_share)


def draw_abandoned(rng: np.random.Generator, demand: Demand, days: Days, trading: int) -> Ints:
    """Draw the instants at which a basket takes a place that it will give back."""
    return _draw_instants(rng, rng.poisson(demand.abandoned_share * expected_a_day(demand, days, trading)), days)


def _draw_instants(rng: np.random.Generator, counts: Ints, days: Days) -> Ints:
    """Spread each day's customers over the day: a hump in the afternoon, another in the evening."""
    total = int(counts.sum())
    hour = np.where(rng.random(total) < 0.55, rng.normal(13.5, 2.5, total), rng.normal(20.2, 1.4, total))
    second = (np.clip(hour, 6.5, 23.7) * 3600 + rng.integers(0, 600, total)).astype(np.int64)
    return np.sort(days.at(np.repeat(np.arange(len(counts)), counts), second))
