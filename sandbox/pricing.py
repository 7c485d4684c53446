"""What each product costs on each day, here and at the rival: shelf prices that move, promotions of a few days."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sandbox.arrays import Flags, Ints
from sandbox.assortment import Product

CHANGE_EVERY_DAYS = 60
PROMOTION_EVERY_DAYS = 55


@dataclass(frozen=True)
class Prices:
    """Tables of products by days, in cents; prices change at local midnight."""

    price: Ints
    """What one pays."""
    shelf: Ints
    """The price without promotion: crossed out where it is above ``price``."""
    in_stock: Flags


def draw_prices(rng: np.random.Generator, products: tuple[Product, ...], days: int, level: float) -> Prices:
    """Draw a shop's prices; ``level`` is how dear it is, 1 for the usual."""
    base = np.array([product.base_cents for product in products], float) * level
    shelf = _shelf_prices(rng, base, days)
    discount = _spells(rng, shelf.shape, PROMOTION_EVERY_DAYS, (2, 7)) * rng.uniform(0.1, 0.3, (len(base), 1))
    promoted = np.minimum(_ending_in_nine(shelf * (1 - discount)), shelf - 10)
    price = np.where(discount > 0, promoted, shelf)
    return Prices(price, shelf, ~_spells(rng, shelf.shape, 120, (1, 4)))


def _shelf_prices(rng: np.random.Generator, base: npt.NDArray[np.float64], days: int) -> Ints:
    own_level = rng.normal(1.0, 0.06, (len(base), 1))
    changes = rng.random((len(base), days)) < 1 / CHANGE_EVERY_DAYS
    steps = np.where(changes, rng.uniform(0.95, 1.08, changes.shape), 1.0)
    return _ending_in_nine(base[:, None] * own_level * np.cumprod(steps, axis=1))


def _ending_in_nine(cents: npt.NDArray[np.float64]) -> Ints:
    return np.maximum(np.rint(cents / 10).astype(np.int64), 4) * 10 - 1


def _spells(rng: np.random.Generator, shape: tuple[int, ...], every: int, length: tuple[int, int]) -> Flags:
    """Draw stretches of days that begin once in ``every`` days and last between the two lengths."""
    during = np.zeros(shape, bool)
    begins = np.argwhere(rng.random(shape) < 1 / every)
    for (row, day), last in zip(begins, rng.integers(*length, size=len(begins), endpoint=True), strict=True):
        during[row, day : day + last] = True
    return during
