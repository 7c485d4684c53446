"""The words of what cannot be seen and is assumed."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from spiders.declaration.words import Words


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
    why: dict[Assumed, str] = Field(default={})
    """Where each of these comes from, in words for the report."""
