"""The words of a whole retailer file."""

import re
from typing import Literal, Self

from pydantic import Field, field_validator, model_validator

from pipelines.records import Expect, Origin, Profile
from spiders.declaration.assumptions import Assumptions
from spiders.declaration.source import Source
from spiders.declaration.surroundings import Basket, Claim, Event
from spiders.declaration.words import Words

SLUG = re.compile(r"[a-z][a-z0-9_]*")


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
