"""Rounds: looks at some locations each, so that a location's look is not a process of its own. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

_BEGINNINGS = 8


@dataclass(frozen=True, kw_only=True)
class Round:
    """A due time and the locations that are looked at then."""

    at_utc: datetime
    places: frozenset[str]


def share_out(times: Sequence[datetime], looks: Mapping[str, int]) -> tuple[Round, ...]:
    """Let each location take as many of the times as it has looks, so that rounds are of one size.

    Each takes them at equal distances, and begins where the rounds are the smallest so far.
    """
    due: list[set[str]] = [set() for _ in times]
    for place, number in sorted(looks.items(), key=lambda found: -found[1]):
        for turn in min(_evenly(len(times), number), key=lambda turns: sum(len(due[turn]) for turn in turns)):
            due[turn].add(place)
    return tuple(Round(at_utc=at, places=frozenset(some)) for at, some in zip(times, due, strict=True) if some)


def _evenly(rounds: int, looks: int) -> Iterator[list[int]]:
    """Yield the ways to take so many of the rounds at equal distances, each beginning elsewhere."""
    looks = min(looks, rounds)
    for begin in range(_BEGINNINGS):
        yield [int((turn + begin / _BEGINNINGS) * rounds / looks) for turn in range(looks)]
