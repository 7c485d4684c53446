"""The researcher's own test orders: placed at the shop's present, numbered by the shop's one counter."""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from sandbox.assortment import Product
from sandbox.world import World

Basket = Literal["ambient", "fresh", "both"]
Part = Literal["ambient", "fresh"]
Fulfilment = Literal["pickup", "home"]


@dataclass(frozen=True)
class Line:
    """One line of an invoice."""

    product: Product
    pieces: int
    price_cents: int

    @property
    def cents(self) -> int:
        """What the line costs."""
        return self.pieces * self.price_cents


@dataclass(frozen=True)
class OwnInvoice:
    """An invoice of an own order; an order of both parts has two."""

    number: int
    """What the counter stood at."""
    part: Part
    lines: tuple[Line, ...]

    @property
    def printed(self) -> str:
        """The number as the shop prints it."""
        return f"KD-{self.number:07d}"

    @property
    def cents(self) -> int:
        """The total, VAT included."""
        return sum(line.cents for line in self.lines)


@dataclass(frozen=True)
class OwnOrder:
    """A test order."""

    order: int
    """The order number, which is no counter."""
    placed: int
    """The instant at which it was placed and its invoices issued."""
    basket: Basket
    fulfilment: Fulfilment
    window: int | None
    """The window in which it is picked up; None when it is delivered at home."""
    invoices: tuple[OwnInvoice, ...]

    @property
    def cents(self) -> int:
        """The total of its invoices."""
        return sum(invoice.cents for invoice in self.invoices)


def invoice_basket(world: World, basket: Basket, nth: int, placed: int, number: int) -> tuple[OwnInvoice, ...]:
    """Return the invoices of the ``nth`` own order, numbered from ``number`` on: one for each part of the basket."""
    parts: tuple[Part, ...] = ("ambient", "fresh") if basket == "both" else (basket,)
    return tuple(
        OwnInvoice(number + shift, part, _fill(world, nth, part, world.day_at(placed)))
        for shift, part in enumerate(parts)
    )


def _fill(world: World, nth: int, part: Part, day: int) -> tuple[Line, ...]:
    """Choose what is in one part of a basket; the same every time."""
    rng = np.random.default_rng([world.basket_seed, nth, len(part)])
    shelf = [index for index, product in enumerate(world.products) if product.part == part]
    chosen = sorted(rng.choice(shelf, size=rng.integers(3, 8), replace=False).tolist())
    return tuple(
        Line(world.products[index], int(rng.integers(1, 4)), int(world.prices.price[index, day])) for index in chosen
    )
