"""What a look brings back: a page, and what a platform read of it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

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
