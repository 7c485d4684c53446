"""The vocabulary of a retailer file (``retailers/*.toml``); unknown words are refused with their path."""

import os
import re
import tomllib
from datetime import date, datetime, time, timedelta
from datetime import date as CalendarDay  # noqa: N812 - the name of a field hides it
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from pipelines.due.cadence import Cadence
from pipelines.due.cron import Cron
from pipelines.gtin import gtin
from pipelines.records import Expect, Kind, Origin, Profile

SLUG = re.compile(r"[a-z][a-z0-9_]*")


class Words(BaseModel):
    """A table of a declaration: frozen, and unknown words are errors."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Expected(Words):
    """How many records a complete look at this source holds; fewer than ``min`` is a partial look."""

    min: int = Field(default=1, ge=0)
    max: int | None = None

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.max is not None and self.max < self.min:
            raise ValueError(f"max ({self.max}) is below min ({self.min})")
        return self


def _share(bounds: tuple[float, float]) -> tuple[float, float]:
    low, high = bounds
    if not 0 <= low <= high <= 1:
        raise ValueError("a share is written [low, high] with 0 <= low <= high <= 1")
    return bounds


Share = Annotated[tuple[float, float], AfterValidator(_share)]


Assumed = Literal[
    "split_share",
    "void_share",
    "home_share",
    "number_step",
    "lag_days",
    "open_statuses",
    "hold_minutes",
    "cutoff_minutes",
]


class Assumptions(Words):
    """What is assumed of the retailer and cannot be seen; ranges are bounds and never mid-pointed."""

    split_share: Share = (0.0, 1.0)
    """Share of orders that yield two invoices (A4)."""
    void_share: Share = (0.0, 0.0)
    """Share of numbers that are no customer order: void, credit note, other channel (A5)."""
    home_share: Share = (0.0, 1.0)
    """Share of orders delivered at home (A6)."""
    number_step: int | None = Field(default=None, ge=1)
    """By how much the counter goes up from one invoice to the next (A2); inferred from the numbers where unsaid."""
    lag_days: tuple[float, float] = (0.0, 0.0)
    """Days from ordering until the number is given (A3)."""
    open_statuses: tuple[Literal["active", "no_time", "internal"], ...] = ("active",)
    """Which locations count: with a pick-up time for the public, without one, for internal use (A7)."""
    hold_minutes: int | None = Field(default=None, ge=1)
    """Within how long a place in a basket that is not ordered comes back (S1); two hours where unsaid."""
    cutoff_minutes: int | None = Field(default=None, ge=0)
    """How long before a slot one can order for it, where the source does not tell (S2); two hours where unsaid."""
    why: dict[Assumed, str] = {}
    """Where each of these comes from, in words for the report."""


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


class Source(Words):
    """One kind of thing to look at."""

    kind: Kind
    name: str | None = Field(default=None, pattern=r"[a-z][a-z0-9_]*")
    """Only where a retailer has several sources of one kind; the kind's name otherwise."""
    platform: str
    """A file of ``spiders/platforms``, without its ending."""
    every: timedelta = timedelta(days=1)
    """ISO 8601 duration: PT30M, P1D, P1W."""
    cadence: Cadence | None = None
    """Looks within a request budget, in place of a fixed grid; ``every`` then only says when a source is overdue."""
    cron: str | None = None
    """Minute, hour, day, month and weekday on the retailer's clock, in place of a fixed grid."""
    window: tuple[time, time] | None = None
    """Local times between which it is looked at; what is due outside of them waits."""
    jitter: timedelta = timedelta(0)
    """By how much a look may come later than on the stroke."""
    time_limit: timedelta = timedelta(hours=1)
    """After which a look is broken off."""
    expect: Expected
    seller: str | None = None
    """Whose prices these are, where they are not the retailer's own."""
    ignore: tuple[str, ...] = ()
    """Fields that change without meaning, and make no history."""
    options: dict[str, Any] = {}
    """Words of the platform; its page says which."""

    @property
    def slug(self) -> str:
        """The source's name within its retailer."""
        return self.name or self.kind

    @property
    def period(self) -> timedelta:
        """From one look to the next; the longest where they are not the same."""
        return Cron(self.cron, "UTC").period(_ANY_DAY) if self.cron else self.every

    @field_validator("every")
    @classmethod
    def _positive(cls, every: timedelta) -> timedelta:
        if every < timedelta(minutes=1):
            raise ValueError("looking more often than once a minute is not polite")
        return every

    @field_validator("cron")
    @classmethod
    def _cron(cls, cron: str | None) -> str | None:
        return Cron(cron, "UTC").expression if cron else None

    @field_validator("window")
    @classmethod
    def _window(cls, window: tuple[time, time] | None) -> tuple[time, time] | None:
        if window and window[0] == window[1]:
            raise ValueError("it opens when it closes: leave the window out to look at any time")
        return window

    @model_validator(mode="after")
    def _one_cadence(self) -> Self:
        if self.cron and self.cadence:
            raise ValueError("cron says when to look, and so does cadence: write one of them")
        if not timedelta(0) <= self.jitter < self.period:
            raise ValueError("jitter is shorter than the time from one look to the next")
        if self.time_limit < timedelta(seconds=1):
            raise ValueError("a time_limit is a second at least")
        return self


_ANY_DAY = datetime(2025, 1, 6)  # noqa: DTZ001 - a cron expression means the same in every week


class Retailer(Words):
    """One company in one market."""

    slug: str = Field(pattern=SLUG.pattern)
    """The file's stem; not written in the file."""
    name: str
    country: str = Field(pattern=r"[A-Z]{2}")
    timezone: str
    url: str
    currency: str | None = Field(default=None, pattern=r"[A-Z]{3}")
    decimal: Literal[".", ","] = "."
    robots: str = "obeyed"
    """``obeyed``, or ``ignored: <reason>``; the reason is shown in the report."""
    delay_seconds: float = Field(default=1.0, ge=0)
    """Between two requests to one host; below 1 only for hosts of one's own."""
    requests_per_day: int | None = Field(default=None, ge=1)
    """The budget of each of its hosts for a local day, that of all sources and processes together."""
    sources: tuple[Source, ...] = Field(min_length=1)
    assumptions: Assumptions = Assumptions()
    holidays: Literal["unlike", "closed", "ordinary"] = "unlike"
    """The country's public holidays: days unlike others, days on which nothing is sold, or days like any (A8, A9)."""
    events: tuple[Event, ...] = ()
    baskets: tuple[Basket, ...] = ()
    claims: tuple[Claim, ...] = ()

    @field_validator("robots")
    @classmethod
    def _robots(cls, robots: str) -> str:
        if robots != "obeyed" and not re.fullmatch(r"ignored: \S.*", robots):
            raise ValueError('write robots = "obeyed" or robots = "ignored: <reason>"')
        return robots

    @field_validator("baskets")
    @classmethod
    def _named_apart(cls, baskets: tuple[Basket, ...]) -> tuple[Basket, ...]:
        if len({basket.name for basket in baskets}) < len(baskets):
            raise ValueError("two baskets of one name")
        return baskets

    @model_validator(mode="after")
    def _distinct(self) -> Self:
        slugs = [source.slug for source in self.sources]
        if len(slugs) != len(set(slugs)):
            raise ValueError("two sources of one kind: give each a name")
        return self

    def source(self, slug: str) -> Source:
        """Return the source named ``slug``; raises KeyError with the names there are."""
        for source in self.sources:
            if source.slug == slug:
                return source
        raise KeyError(f"{self.slug} has no source {slug!r}; it has {', '.join(s.slug for s in self.sources)}")

    def origin(self, source: Source) -> Origin:
        """Return what the KEEP side needs to know of a source."""
        profile = Profile(
            timezone=self.timezone,
            currency=self.currency,
            decimal=self.decimal,
            country=self.country,
            ignore=source.ignore,
        )
        expect = Expect(min=source.expect.min, max=source.expect.max)
        return Origin(
            retailer=self.slug,
            source=source.slug,
            kind=source.kind,
            profile=profile,
            expect=expect,
            seller=source.seller or self.slug,
        )


class DeclarationError(ValueError):
    """A retailer file that cannot be used; the message names the file, the path in it, and what to do."""


def read_declaration(file: Path) -> Retailer:
    """Read one retailer file; raises DeclarationError."""
    try:
        words = tomllib.loads(file.read_text(encoding="utf-8"))
        return Retailer.model_validate({"slug": file.stem, **words})
    except ValidationError as error:
        lines = [f"  {'.'.join(map(str, e['loc'])) or 'file'}: {e['msg']}" for e in error.errors()]
        raise DeclarationError(f"{file} is no declaration:\n" + "\n".join(lines)) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DeclarationError(f"{file} is no TOML: {error}") from error


def from_environment(text: str) -> str:
    """Replace a secret written ``$NAME`` by the variable's value; raises DeclarationError when it is not set."""
    if not re.fullmatch(r"\$[A-Z_][A-Z0-9_]*", text):
        return text
    try:
        return os.environ[text[1:]]
    except KeyError:
        raise DeclarationError(f"set the environment variable {text[1:]}: the declaration refers to it") from None
