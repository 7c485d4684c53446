"""What is kept of a run beside its sightings: where it looks, each look, each archived answer, what was set aside."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from pipelines.records.looked import Kind, Outcome, Profile


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
    places: tuple[str, ...] = ()
    """The locations that it looks at, where these are not all."""

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
    places: tuple[str, ...] = ()
    """The locations that it looked at; none where it looked at all there are."""
    program_version: str
