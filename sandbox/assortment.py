"""The products: what they are called, how much is in them, roughly what they cost."""

from dataclasses import dataclass
from decimal import Decimal
from itertools import product
from typing import NamedTuple

import numpy as np

from sandbox.gtin import gtin13

BRANDS = ("Kade", "Molenhof", "Verde", "Huis & Haard", "Golden Lantern")


class Article(NamedTuple):
    """What both shops sell in every brand."""

    name: str
    part: str
    measure: str
    amount: int
    low_cents: int
    high_cents: int


_SHELF = (
    Article("Halfvolle melk", "fresh", "ml", 1000, 99, 149),
    Article("Yoghurt naturel", "fresh", "g", 500, 129, 229),
    Article("Jonge kaas", "fresh", "g", 400, 349, 599),
    Article("Roomboter", "fresh", "g", 250, 229, 329),
    Article("Kipfilet", "fresh", "g", 600, 549, 799),
    Article("Tofu stevig", "fresh", "g", 350, 179, 299),
    Article("Paksoi", "fresh", "g", 300, 119, 199),
    Article("Bananen", "fresh", "g", 1000, 149, 219),
    Article("Cherrytomaten", "fresh", "g", 500, 199, 329),
    Article("Gyoza diepvries", "fresh", "g", 600, 399, 649),
    Article("Jasmijnrijst", "ambient", "g", 1000, 219, 399),
    Article("Udon noedels", "ambient", "g", 300, 129, 219),
    Article("Sojasaus", "ambient", "ml", 500, 199, 379),
    Article("Sesamolie", "ambient", "ml", 250, 299, 549),
    Article("Spaghetti", "ambient", "g", 500, 89, 199),
    Article("Tomatenblokjes", "ambient", "g", 400, 69, 139),
    Article("Pindakaas", "ambient", "g", 350, 199, 379),
    Article("Hagelslag puur", "ambient", "g", 400, 179, 349),
    Article("Groene thee", "ambient", "g", 100, 249, 499),
    Article("Koffiebonen", "ambient", "g", 1000, 899, 1499),
    Article("Sinaasappelsap", "ambient", "ml", 1500, 199, 349),
    Article("Wasmiddel", "ambient", "ml", 1350, 599, 999),
    Article("Rijstkoker", "ambient", "piece", 1, 2999, 4999),
    Article("Theedoek", "ambient", "piece", 1, 299, 599),
)


@dataclass(frozen=True)
class Product:
    """An article that both shops sell."""

    sku: str
    gtin: str
    name: str
    brand: str
    part: str
    """ambient or fresh: what part of a split order it goes into."""
    amount: int
    measure: str
    """g, ml or piece."""
    base_cents: int

    @property
    def size(self) -> str:
        """The size as shops write it."""
        return "1 piece" if self.measure == "piece" else f"{self.amount} {self.measure}"

    @property
    def unit(self) -> str:
        """What the unit price is for."""
        return {"g": "kg", "ml": "l", "piece": "piece"}[self.measure]

    def unit_price(self, cents: int) -> Decimal:
        """Return the price of one unit in euros when the product costs so many cents."""
        units = Decimal(self.amount) if self.measure == "piece" else Decimal(self.amount) / 1000
        return (Decimal(cents) / 100 / units).quantize(Decimal("0.01"))


def draw_assortment(rng: np.random.Generator) -> tuple[Product, ...]:
    """Draw the range: every article of the shelf in every brand."""
    pairs = product(_SHELF, BRANDS)
    return tuple(_draw_product(rng, number, article, brand) for number, (article, brand) in enumerate(pairs, start=1))


def _draw_product(rng: np.random.Generator, number: int, article: Article, brand: str) -> Product:
    return Product(
        sku=f"K{10_000 + number * 7}",
        gtin=gtin13(470_000_000 + number * 101),
        name=f"{brand} {article.name}",
        brand=brand,
        part=article.part,
        amount=article.amount,
        measure=article.measure,
        base_cents=int(rng.integers(article.low_cents, article.high_cents)) // 10 * 10 + 9,
    )
