"""The shop's messages and how often they are read: about a thousand times, more at festivals."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from sandbox.arrays import Ints
from sandbox.days import Days
from sandbox.festivals import Festival, festivals

MEAN_READS = 1000
_TOPICS = (
    "New on the shelf",
    "Recipe of the week",
    "Three for two",
    "Meet our pick-up partners",
    "What is in season",
    "Stock up and save",
)
_SENDING_WEEKDAYS = (1, 3, 5)
_HALF_DAY_S = 43_200


@dataclass(frozen=True)
class Messages:
    """Messages in order of time."""

    at: Ints
    title: tuple[str, ...]
    reads: Ints
    """How often each is read in the end."""

    def reads_at(self, now: int) -> Ints:
        """Return how often each message was read so far; most reads come in the first two days."""
        age = np.maximum(now - self.at, 0) / _HALF_DAY_S
        reads: Ints = np.floor(self.reads * (1 - np.exp(-age))).astype(np.int64)
        return reads


def draw_messages(rng: np.random.Generator, days: Days, trading: int) -> Messages:
    """Draw the messages of the trading days; at ten in the morning, up to three a week and one at every festival."""
    feasts = {feast.on: feast for feast in festivals(days.dates()[:trading])}
    sent = [day for day in range(trading) if _is_sent(rng, days, day) or days.date_of(day) in feasts]
    near = [_near(feasts, days, day) for day in sent]
    mean = np.array([MEAN_READS * (feast.lift if feast else 1.0) for feast in near])
    titles = [f"{feast.label} festival" if feast else str(rng.choice(_TOPICS)) for feast in near]
    at = days.at(np.array(sent), np.full(len(sent), 10 * 3600))
    return Messages(at, tuple(titles), rng.negative_binomial(40, 40 / (40 + mean)))


def _is_sent(rng: np.random.Generator, days: Days, day: int) -> bool:
    return days.date_of(day).weekday() in _SENDING_WEEKDAYS and rng.random() < 0.85


def _near(feasts: dict[date, Festival], days: Days, day: int) -> Festival | None:
    """Return the festival of this day or of the two days after it, of which the message then speaks."""
    ahead = (days.date_of(day) + timedelta(days=shift) for shift in range(3))
    return next((feasts[on] for on in ahead if on in feasts), None)
