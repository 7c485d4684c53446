"""Spans: stretches of time of which a counter tells the exact number of others' invoices."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from analysis.estimators.moments import Floats


@dataclass(frozen=True, kw_only=True)
class Mark:
    """An own order as the counter shows it."""

    at: float
    """Days since 1970, when the number was given."""
    numbers: tuple[int, ...]
    start: float | None = None
    """When the counter last started again, if it ever does: the order's number is then itself a count."""


@dataclass(frozen=True, kw_only=True)
class Span:
    """From ``start`` to ``end`` (days since 1970) the counter of ``chain`` rose by ``rise`` numbers, ``own`` ours."""

    start: float
    end: float
    rise: int
    own: int
    chain: int = 0

    def count(self, step: int) -> int:
        """Count the invoices of others."""
        return max(self.rise // step - self.own, 0)


def spans(marks: Sequence[Mark], chain: int = 0) -> Iterator[Span]:
    """Yield the spans between marks that rise in time and number, and from each new start to the first mark after it.

    From the last mark before a new start to that start nothing is counted. Marks at one time make no span.
    """
    before: Mark | None = None
    for mark in marks:
        same = before is not None and before.start == mark.start
        base, since = (before.numbers[-1], before.at) if before is not None and same else (0, mark.start)
        if before is None or since is None:
            before = mark
        elif mark.at > since and mark.numbers[0] > base:
            own = sorted(number for other in marks if other.start == mark.start for number in other.numbers)
            inside = bisect_right(own, mark.numbers[0]) - bisect_right(own, base)
            yield Span(start=since, end=mark.at, rise=mark.numbers[0] - base, own=inside, chain=chain)
            before = mark


def isotonic(times: Floats) -> Floats:
    """Make times rise with the numbers: least squares (pool adjacent violators)."""
    blocks: list[tuple[float, int]] = []
    for time in times:
        blocks.append((float(time), 1))
        while len(blocks) > 1 and blocks[-2][0] >= blocks[-1][0]:
            (last, many), (first, few) = blocks.pop(), blocks.pop()
            blocks.append(((last * many + first * few) / (many + few), many + few))
    return np.concatenate([np.full(many, mean) for mean, many in blocks])
