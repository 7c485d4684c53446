"""The contract: what a look brings back and what the warehouse promises to keep of it.

A platform reads a ``Page`` into a ``Reading`` of raw rows; the clean stage makes sightings of them (``Location``,
``Slot``, ``Price``, ``Invoice``, ``Attention``, ``Count``). A field that is None was not told; that is never zero or
"no". Instants end in ``_utc`` and carry no time zone.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import ClassVar, Literal

Kind = Literal["locations", "slots", "prices", "invoices", "attention", "counts"]
Outcome = Literal["ok", "unchanged", "empty", "blocked", "gone", "changed", "http_error", "timeout", "not_tried"]
Verdict = Literal["complete", "partial", "blocked", "empty", "error"]
Row = Mapping[str, object]
"""What a platform read of one record: names of a sighting's fields, values as the source wrote them."""


@dataclass(frozen=True, kw_only=True)
class Profile:
    """What must be known of a retailer to understand what its pages say."""

    timezone: str
    """IANA name of the zone in which the source writes its times."""
    currency: str | None = None
    """ISO 4217 code of amounts that carry no currency."""
    decimal: Literal[".", ","] | None = None
    """The decimal separator of the source's amounts; None: it follows from each amount, or the amount is refused."""
    country: str | None = None
    """ISO 3166 alpha-2 code of entries that name no country."""
    ignore: Sequence[str] = ()
    """Fields of a sighting whose changes are noise and make no history."""


@dataclass(frozen=True, kw_only=True)
class Page:
    """One answer of a source, as it is archived and as a platform reads it."""

    url: str
    seen_at_utc: datetime
    body: bytes
    media_type: str = "text/html"
    """Without parameters: ``application/json``."""
    status: int = 200
    """The HTTP status; 200 for a file."""
    headers: Mapping[str, str] = field(default_factory=dict)
    """The answer's headers, names in lower case."""
    context: Mapping[str, str] = field(default_factory=dict)
    """What the request was for: the page number, the location asked about."""

    @property
    def is_look(self) -> bool:
        """Tell whether it shows something of the retailer; its robots.txt and a redirect do not."""
        return self.context.get("role") not in ("robots", "redirect")


@dataclass(frozen=True, kw_only=True)
class Reading:
    """What a platform made of a page."""

    outcome: Outcome
    rows: Sequence[Row] = ()
    reason: str | None = None
    """Why the outcome is neither ``ok`` nor ``unchanged``, in words for the report."""
    announced: int | None = None
    """How many records the source says there are in all."""
    at_cap: bool | None = None
    """Whether the answer is as long as the source ever makes one; None: it is not known to have a cap."""
    capped: int | None = None
    """Cells or pages that ended at the cap and are not asked about more closely: what lies beyond stays unseen."""
    source_time_utc: datetime | None = None
    """When the source says that this was true."""


Reader = Callable[[Page], Reading]
"""Reads an archived page; pure, so that the archive can be read again with today's parsers."""


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

    location_ref: str
    service: str = "pickup"
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

    KEY: ClassVar[tuple[str, ...]] = ("invoice_number", "order_number")
    """What tells one from another within a source."""

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


@dataclass(frozen=True, kw_only=True)
class Expect:
    """How many records a complete look holds, as the declaration says."""

    min: int = 1
    max: int | None = None


@dataclass(frozen=True, kw_only=True)
class Origin:
    """Where a run looks, and what is needed to keep what it sees."""

    retailer: str
    """The declaration's stem."""
    source: str
    """The source's name within the retailer; its kind where it is the only one of it."""
    kind: Kind
    profile: Profile
    expect: Expect = Expect()
    seller: str
    """Whose offers its prices are."""

    @property
    def spider(self) -> str:
        """The name by which commands know it."""
        return f"{self.retailer}.{self.source}"


@dataclass(frozen=True, kw_only=True)
class Capture:
    """The archived bytes of a look."""

    capture_id: str
    """SHA-256 of the body, in hexadecimal."""
    run_id: str
    url: str
    seen_at_utc: datetime
    warc_file: str
    """Path of the WARC file below ``data/archive``."""
    warc_offset: int
    """Where the record begins in it."""
    record: Literal["response", "resource", "revisit"]
    """A resource is a file; a revisit says: the same bytes as the capture of the same SHA-256 before."""
    media_type: str
    bytes: int


@dataclass(frozen=True, kw_only=True)
class Look:
    """One attempt to see something."""

    run_id: str
    url: str
    seen_at_utc: datetime
    outcome: Outcome
    reason: str | None = None
    http_status: int | None = None
    capture_id: str | None = None
    source_time_utc: datetime | None = None
    announced: int | None = None
    at_cap: bool | None = None
    capped: int | None = None
    sightings: int = 0


@dataclass(frozen=True, kw_only=True)
class Reject:
    """A record set aside, with its reason."""

    run_id: str
    url: str
    seen_at_utc: datetime
    stage: Literal["read", "clean", "judge"]
    reason: str
    payload: str
    """The row as it was read, as JSON."""
    capture_id: str | None = None


@dataclass(frozen=True, kw_only=True)
class Run:
    """One execution of one source, as it ended; the loader gives it its verdict."""

    run_id: str
    retailer: str
    source: str
    kind: Kind
    started_utc: datetime
    ended_utc: datetime
    stopped: str | None = None
    """Why it ended before its end; None when it came to it."""
    expect_min: int = 1
    expect_max: int | None = None
    program_version: str
