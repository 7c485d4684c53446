"""What a verdict rests on, and what it is made of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipelines.records import Kind, Outcome

ANSWERED: tuple[Outcome, ...] = ("ok", "unchanged", "empty", "gone")


@dataclass(frozen=True, kw_only=True)
class Repeats:
    """Records that a run read more than once."""

    keys: int = 0
    """Different records of which this is so."""
    differing: int = 0
    """Of them those that say different things."""
    in_one_answer: int = 0
    """Repetitions within a single answer: the source lists it twice. The others are pages that overlap."""
    example: str | None = None
    """One of them, one that differs where there is one."""


@dataclass(frozen=True, kw_only=True)
class Caps:
    """How often a source's answers were as long as it ever makes one."""

    answers: int = 0
    """Answers of a source that has a cap."""
    at_cap: int = 0
    capped: int = 0
    """Cells or pages that ended there and were not asked about more closely."""


@dataclass(frozen=True, kw_only=True)
class Area:
    """One country, region, postcode area or square degree, against what is known to be there."""

    name: str
    known: int
    seen: int


@dataclass(frozen=True, kw_only=True)
class Told:
    """The share of records that have a field."""

    field: str
    before: float
    """Of the known ones."""
    now: float
    """Of those of this run."""


@dataclass(frozen=True, kw_only=True)
class Churn:
    """What became of identifiers."""

    known: int = 0
    again: int = 0
    """Of the known those seen again, under whatever identifier."""
    renumbered: int = 0
    """Of these those that have a new identifier."""


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """What is known of a run when it ends."""

    kind: Kind
    looks: Mapping[Outcome, int]
    """Addresses by the outcome of the last look at each."""
    why: Mapping[Outcome, str | None]
    """A reason that was given for each outcome."""
    sightings: int
    """Different records read."""
    rejected: int
    announced: int | None
    expect_min: int
    expect_max: int | None
    stopped: str | None
    usual: Sequence[int] = ()
    """Records of the last complete runs of this source, the oldest first, none from before a lasting change."""
    changed_level: bool = False
    """Whether a lasting change was accepted that the declaration may not know of."""
    repeats: Repeats = Repeats()
    caps: Caps = Caps()
    churn: Churn = Churn()
    areas: Sequence[Area] = ()
    """Areas that lack something."""
    told: Sequence[Told] = ()
    places: int = 0
    """Locations that it looked at, where these were not all; what is expected and usual is that of them alone."""
    strangers: Sequence[str] = ()
    """Locations that it told of and did not look at."""


@dataclass(frozen=True, kw_only=True)
class Check:
    """One thing that was checked."""

    name: str
    passed: bool
    detail: str
    value: float | None = None
    baseline: float | None = None
    blocking: bool = True
    """Whether a failure makes the run partial; the others are said and change nothing."""
    level: bool = False
    """Whether a failure may be the retailer's doing: further runs that agree show that it was."""
