"""The words of one source: what is looked at, how, how often, and how much of it there should be."""

from datetime import datetime, time, timedelta
from typing import Any, Self

from pydantic import Field, field_validator, model_validator

from pipelines.due.cadence import Cadence
from pipelines.due.cron import Cron
from pipelines.records import Kind
from spiders.declaration.words import Words

NEVER = timedelta(days=36525)
"""Longer than anything is watched: ``every = "never"``, for what is imported only."""
_ANY_DAY = datetime(2025, 1, 6)  # noqa: DTZ001 - a cron expression means the same in every week


class Expected(Words):
    """How many records a complete look at this source holds; fewer than ``min`` is a partial look."""

    min: int = Field(default=1, ge=0)
    max: int | None = None

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.max is not None and self.max < self.min:
            raise ValueError(f"max ({self.max}) is below min ({self.min})")
        return self


class Source(Words):
    """One kind of thing to look at."""

    kind: Kind
    name: str | None = Field(default=None, pattern=r"[a-z][a-z0-9_]*")
    """Only where a retailer has several sources of one kind; the kind's name otherwise."""
    platform: str
    """A file of ``spiders/platforms``, without its ending."""
    every: timedelta = timedelta(days=1)
    """ISO 8601 duration: PT30M, P1D, P1W; or never, where all of it is imported and nobody is asked."""
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
    options: dict[str, Any] = Field(default={})
    """Words of the platform; its page says which."""

    @property
    def slug(self) -> str:
        """The source's name within its retailer."""
        return self.name or self.kind

    @property
    def period(self) -> timedelta:
        """From one look to the next; the longest where they are not the same."""
        return Cron(self.cron, "UTC").period(_ANY_DAY) if self.cron else self.every

    @property
    def is_asked(self) -> bool:
        """Whether anybody is asked for it."""
        return self.every < NEVER

    @field_validator("every", mode="before")
    @classmethod
    def _never(cls, every: object) -> object:
        return NEVER if every == "never" else every

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
        if not self.is_asked and (self.cron or self.cadence or self.window):
            raise ValueError("every says never, and cron, cadence or window when")
        if not timedelta(0) <= self.jitter < self.period:
            raise ValueError("jitter is shorter than the time from one look to the next")
        if self.time_limit < timedelta(seconds=1):
            raise ValueError("a time_limit is a second at least")
        return self
