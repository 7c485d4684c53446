"""Sightings: one record that was seen, of each kind of source. A field that is None was not told."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import ClassVar

from pipelines.records.looked import Kind


@dataclass(frozen=True, kw_only=True)
class Location:
    """An entry of a pick-up locator."""

    KEY: ClassVar[tuple[str, ...]] = ("location_ref",)
    """What tells one from another within a source."""

    location_ref: str
    """The retailer's own identifier of the place; one made of its name and address where the source gives none."""
    name: str | None = None
    kind: str | None = None
    """own_shop, partner, locker or parking."""
    access: str | None = None
    """public, internal (company or campus use: the public cannot choose it) or None for not told."""
    status: str | None = None
    """available, no_pickup_time, coming_soon or closed, as far as the source says."""
    status_reason: str | None = None
    """What the status follows from, where the source does not say it in so many words."""
    opens_on: date | None = None
    """From which day, as the source says."""
    closes_on: date | None = None
    """From which day it is no longer there, as the source says."""
    country: str | None = None
    """ISO 3166 alpha-2."""
    region: str | None = None
    city: str | None = None
    postcode: str | None = None
    street: str | None = None
    lat: float | None = None
    """Degrees north, WGS 84."""
    lon: float | None = None
    """Degrees east, WGS 84."""
    pickup_hours: str | None = None
    """OSM opening_hours syntax, e.g. ``We,Fr 14:00-18:00``; empty for none at all."""
    pickup_hours_text: str | None = None
    """The source's own words for them, where they are not understood."""
    pickup_hours_week: float | None = None
    """Hours a week in which one can pick up."""
    pickup_weekdays: int | None = None
    """On how many days of a week one can pick up."""
    url: str | None = None


@dataclass(frozen=True, kw_only=True)
class Slot:
    """A window in which an order can be picked up."""

    KEY: ClassVar[tuple[str, ...]] = ("location_ref", "service", "slot_start_utc", "slot_end_utc")
    """What tells one from another within a source."""
    ALIASES: ClassVar[tuple[str, ...]] = ("slot_ref",)
    """What the source calls it; many make these anew with every answer, so that another one alone is no change."""

    location_ref: str
    service: str = "pickup"
    slot_ref: str | None = None
    """The source's own identifier of it."""
    slot_start_utc: datetime
    slot_end_utc: datetime
    status: str
    """free, full, closed, past_cutoff or not_offered: five different things."""
    places: int | None = None
    """Places left; 0 is a value, None is not told."""
    capacity: int | None = None
    """Places in all."""
    cutoff_utc: datetime | None = None
    """Until when one can order for it."""
    price: Decimal | None = None
    currency: str | None = None


@dataclass(frozen=True, kw_only=True)
class Price:
    """An offer: a product, a seller, a price."""

    KEY: ClassVar[tuple[str, ...]] = ("seller", "offer_key", "location_ref")
    """What tells one from another within a source."""

    seller: str
    """Who asks this price: the retailer itself or a competitor."""
    offer_key: str
    """The seller's own identifier of the offer (SKU), or its URL."""
    location_ref: str = ""
    """The location or zone for which the price holds; empty where it holds everywhere."""
    name: str | None = None
    brand: str | None = None
    gtin: str | None = None
    size: str | None = None
    """How much there is of it, as the shop writes it; where it is None the name may tell."""
    price: Decimal | None = None
    """What one pays for one; None when the offer shows no price, or only one for several."""
    currency: str | None = None
    list_price: Decimal | None = None
    """The crossed-out price beside it."""
    offer_kind: str | None = None
    """What the shop offers: price, from, range, many, free, per_period, crossed_out or member; None for not told."""
    offer_text: str | None = None
    """The offer in the shop's words: ``2 for £5``."""
    offer_each: Decimal | None = None
    """What one of it comes to under that offer, where that is defined."""
    unit_price: Decimal | None = None
    """What a unit costs: by our own division where price and size are known, else as the shop states it."""
    stated_unit_price: Decimal | None = None
    """What a unit costs as the shop states it."""
    unit: str | None = None
    """What the unit prices are for: kg, l, piece."""
    availability: str | None = None
    """in_stock, out_of_stock, or None for not told: by the page's markup."""
    availability_text: str | None = None
    """The same by the words that a reader of the page sees."""


@dataclass(frozen=True, kw_only=True)
class Invoice:
    """A number on one of the researcher's own orders; it has at least one of the two."""

    KEY: ClassVar[tuple[str, ...]] = ("type", "invoice_number", "order_number")
    """What tells one from another within a source."""

    type: str = "invoice"
    """What the invoice number is of: invoice or credit_note, which may take its number from the same counter."""
    invoice_number: str | None = None
    """As printed; None while the order has no invoice."""
    order_number: str | None = None
    ordered_at_utc: datetime | None = None
    issued_at_utc: datetime | None = None
    fulfilment: str | None = None
    """pickup or home."""
    basket: str | None = None
    """ambient, fresh or both."""
    total: Decimal | None = None
    """Including tax."""
    currency: str | None = None


@dataclass(frozen=True, kw_only=True)
class Attention:
    """A count of how much notice a message or a channel got."""

    KEY: ClassVar[tuple[str, ...]] = ("channel", "metric", "message_ref")
    """What tells one from another within a source."""

    channel: str
    metric: str
    """reads, followers, rating."""
    message_ref: str = ""
    """Which message; empty for a figure of the whole channel."""
    title: str | None = None
    published_at_utc: datetime | None = None
    value: int


@dataclass(frozen=True, kw_only=True)
class Count:
    """A figure that somebody counted and published, where what was counted cannot be seen any more."""

    KEY: ClassVar[tuple[str, ...]] = ("quantity", "scope")
    """What tells one from another within a source."""

    quantity: str
    """What was counted; locations_listed, locations_with_pickup_time, locations_public, locations_one_weekday and
    countries are compared with what a locator shows."""
    scope: str = ""
    """Of what: a country, a channel; empty for all."""
    value: int
    url: str | None = None
    """Where the figure is told."""


Sighting = Location | Slot | Price | Invoice | Attention | Count

SIGHTING_OF_KIND: Mapping[Kind, type[Sighting]] = {
    "locations": Location,
    "slots": Slot,
    "prices": Price,
    "invoices": Invoice,
    "attention": Attention,
    "counts": Count,
}
