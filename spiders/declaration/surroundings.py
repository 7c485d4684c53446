"""The words of what stands beside the sightings: events, claims, and baskets to compare."""

from datetime import date
from datetime import date as CalendarDay  # noqa: N812 - the name of a field hides it
from typing import Literal, Self

from pydantic import Field, model_validator

from pipelines.gtin import gtin
from spiders.declaration.words import Words


class Event(Words):
    """Something that the retailer did or said, or a day that is not like others."""

    date: date
    kind: str
    label: str
    days: int = Field(default=1, ge=1)
    url: str | None = None


class BasketItem(Words):
    """A product of a basket."""

    gtin: str | None = Field(default=None, pattern=r"\d{8}|\d{12,14}")
    sku: str | None = None
    """The retailer's own identifier of the offer, where it has no GTIN."""
    weight: float = Field(default=1.0, gt=0)
    """How much it counts; the others count in proportion."""

    @model_validator(mode="after")
    def _one_name(self) -> Self:
        if (self.gtin is None) == (self.sku is None):
            raise ValueError("write gtin or sku, one of them")
        if self.gtin is not None and gtin(self.gtin) is None:
            raise ValueError(f"{self.gtin} is no GTIN: its check digit is wrong")
        return self


class Basket(Words):
    """Products whose prices are compared together."""

    name: str
    items: tuple[BasketItem, ...] = Field(min_length=1)


class Claim(Words):
    """What somebody claimed of the retailer; it is held against what was seen around that day."""

    date: date
    """When it was claimed."""
    quantity: str
    """locations (in any reading), locations_listed, locations_with_pickup_time, locations_public, countries, opening
    (its value is a day), a metric of attention, or a quantity of a source of kind counts."""
    scope: str = ""
    """A country, a channel, the label of an opening; empty for all."""
    operator: Literal[">", ">=", "=", "<=", "<"] = "="
    value: float | CalendarDay
    label: str | None = None
    """As it was said."""
    url: str | None = None

    @model_validator(mode="after")
    def _of_its_kind(self) -> Self:
        if isinstance(self.value, CalendarDay) != (self.quantity == "opening"):
            raise ValueError("the value of an opening is a day, that of any other quantity a number")
        return self
