"""How often each location is worth a look, learnt from what was seen to happen there. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from math import sqrt

_LEAST, _MOST = 1 / 4, 4.0
_PRIOR = 10.0
"""Changes as on average that each location is given before any is seen: of a quiet week one learns little."""


@dataclass(frozen=True, kw_only=True)
class Happened:
    """What customers were seen to do at a location."""

    changes: float
    """Places that went or came back."""
    hours: float
    """Between complete looks."""


@dataclass(frozen=True, kw_only=True)
class Learnt:
    """What was learnt of the locations of a source, to go by from a local day on."""

    from_date: date
    requests: int
    """What a look at one of them costs."""
    shares: tuple[tuple[str, float], ...]
    """How many times as often as usual each is worth a look; one that is not named, once."""


def shares(happened: Mapping[str, Happened]) -> dict[str, float]:
    """Return how many times as often as usual each location is worth a look, between a quarter and four times.

    It is the square root of how much more happens there: so the least of all that happens lies between two looks.

    >>> worth = shares({"busy": Happened(changes=980, hours=100), "quiet": Happened(changes=20, hours=100)})
    >>> round(worth["busy"], 1), worth["quiet"]
    (1.4, 0.25)
    """
    hours = sum(of.hours for of in happened.values())
    mean = sum(of.changes for of in happened.values()) / hours if hours else 0
    if not mean:
        return dict.fromkeys(happened, 1.0)
    rates = {place: (of.changes + _PRIOR) / (of.hours * mean + _PRIOR) for place, of in happened.items()}
    return {place: min(max(sqrt(rate), _LEAST), _MOST) for place, rate in rates.items()}
