"""The growth of the network, batch by batch, as the case study saw it: 4 locations at first, 158 at the end."""

from dataclasses import dataclass

from sandbox.kinds import CAMPUS, LOCKER, NO_TIME, ONE_WEEKDAY, OWN_SHOP, PARIS, PARTNER, Habit


@dataclass(frozen=True)
class Batch:
    """Locations that are published on the same day."""

    at: float
    """When, as a share of the world's days."""
    country: str
    habit: Habit
    count: int
    close_at: float | None = None
    """When they are taken off the locator, as a share of the world's days."""
    reopen_at: float | None = None


BATCHES = (
    Batch(0.00, "NL", OWN_SHOP, 3),
    Batch(0.00, "NL", OWN_SHOP, 1, close_at=0.50, reopen_at=0.66),
    Batch(0.08, "NL", PARTNER, 12),
    Batch(0.08, "NL", PARTNER, 2, close_at=0.42),
    Batch(0.20, "NL", PARTNER, 18),
    Batch(0.20, "NL", PARTNER, 1, close_at=0.71),
    Batch(0.28, "NL", CAMPUS, 9),
    Batch(0.28, "NL", NO_TIME, 6),
    Batch(0.36, "FR", PARIS, 20),
    Batch(0.46, "NL", LOCKER, 12),
    Batch(0.54, "NL", PARTNER, 15),
    Batch(0.54, "NL", CAMPUS, 10),
    Batch(0.54, "NL", NO_TIME, 6),
    Batch(0.64, "DE", ONE_WEEKDAY, 17),
    Batch(0.64, "DE", ONE_WEEKDAY, 1, close_at=0.86),
    Batch(0.72, "BE", ONE_WEEKDAY, 7),
    Batch(0.72, "FR", NO_TIME, 5),
    Batch(0.80, "DE", LOCKER, 3),
    Batch(0.80, "BE", LOCKER, 3),
    Batch(0.80, "FR", LOCKER, 3),
    Batch(0.80, "DE", NO_TIME, 5),
    Batch(0.80, "BE", NO_TIME, 3),
)
