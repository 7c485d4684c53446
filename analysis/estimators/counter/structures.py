"""The structures that may explain a series of numbers; each test reads the numbers or passes them on."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal, Self

import numpy as np

from analysis.estimators.counter.calendar import turning
from analysis.estimators.counter.chains import two_chains
from analysis.estimators.counter.jump import jumps
from analysis.estimators.counter.late import late
from analysis.estimators.counter.regularity import rising_p
from analysis.estimators.counter.spans import Mark, Span, isotonic, spans
from analysis.estimators.moments import Bools, Floats, Ints, day
from analysis.estimators.orders import OwnSeries

Verdict = Literal["counter", "multiple", "not_counter", "inconclusive"]
LEVEL = 0.05
STRICT, CHAINS = 0.01, 0.02
"""For the fall-backs: they try several structures on the same numbers."""
LEAST_CHAIN = 0.2
LEAST_SPLIT = 5
"""Own orders below which a split into two chains says nothing."""
_KEYS = {"{date}": "day", "{month}": "month", "{mm}": "month", "{quarter}": "quarter", "{y": "year"}


@dataclass(frozen=True, kw_only=True)
class Points:
    """The lowest number of each own order, by time."""

    at: Floats
    numbers: Ints
    widths: tuple[int, ...]
    marks: tuple[Mark, ...]
    label: str

    @classmethod
    def of(cls, series: OwnSeries) -> Self:
        """Take them from a series without check digits."""
        marks = tuple(Mark(at=day(order.at), numbers=order.numbers) for order in series.orders)
        return cls(
            at=np.array([mark.at for mark in marks]),
            numbers=np.array([mark.numbers[0] for mark in marks], dtype=np.int64),
            widths=series.widths,
            marks=marks,
            label=series.label,
        )

    @property
    def probes(self) -> list[int]:
        """Differences within own orders that have two numbers."""
        return [mark.numbers[-1] - mark.numbers[0] for mark in self.marks if len(mark.numbers) > 1]


@dataclass(frozen=True, kw_only=True)
class Reading:
    """What one structure makes of the numbers."""

    verdict: Verdict
    p_value: float
    why: str
    spans: tuple[Span, ...] = ()
    clock_error: float = 0.0
    silent: int = 0
    """Chains that were seen once."""


def read(points: Points) -> Reading:
    """Take the first structure that explains the numbers."""
    if len(points.at) < 2:
        return Reading(verdict="inconclusive", p_value=1.0, silent=1, why="one own order tells nothing")
    tests: tuple[Callable[[Points], Reading | None], ...] = (keyed, rising, rare_turns, lagging, frequent, strangers)
    readings = (test(points) for test in tests)
    why = "the numbers neither rise nor follow any structure that was tried"
    return next((found for found in readings if found), Reading(verdict="not_counter", p_value=1.0, why=why))


def keyed(points: Points) -> Reading | None:
    """Read a period in the text, and numbers that start again with it."""
    calendar = next((name for key, name in _KEYS.items() if key in points.label), None)
    found = _turning(points, (calendar,), 1.0) if calendar else None
    if found is None or found.p_value < LEVEL:
        return found
    return replace(found, verdict="inconclusive")


def rising(points: Points) -> Reading | None:
    """Read numbers that always rise; intervals with a jump count nothing."""
    if np.any(np.diff(points.numbers) <= 0):
        return None
    p_value = rising_p(points.at, points.numbers, points.widths, points.probes)
    found, why = tuple(spans(points.marks)), "rises with time"
    jumped = jumps(np.diff(points.at), np.diff(points.numbers).astype(float))
    if jumped.any():
        p_value = min(p_value, _without_jump(points, jumped))
        found = tuple(span for span, away in zip(found, jumped, strict=True) if not away)
        why = f"rises with time, but for {int(jumped.sum())} jump(s): such an interval counts nothing"
    return Reading(verdict="counter" if p_value < LEVEL else "inconclusive", p_value=p_value, spans=found, why=why)


def _without_jump(points: Points, jumped: Bools) -> float:
    """Test the numbers with the jump closed up; times the number of places it could be."""
    if len(jumped) < 3:
        return 1.0  # two intervals, one closed up, lie on a line by construction
    rises = np.diff(points.numbers).astype(float)
    usual = np.median((rises / np.diff(points.at))[~jumped])
    closed = np.where(jumped, usual * np.diff(points.at), rises)
    numbers = points.numbers[0] + np.r_[0, np.cumsum(closed)].astype(np.int64)
    return min(1.0, len(rises) * rising_p(points.at, numbers, points.widths, points.probes))


def rare_turns(points: Points) -> Reading | None:
    """Try the turns that are few: of the year and the quarter."""
    return _turning(points, ("year", "quarter"), LEVEL)


def frequent(points: Points) -> Reading | None:
    """Take two chains or frequent turns, whichever chance explains worse: each can look like the other."""
    readings = [_turning(points, ("month", "week", "day"), STRICT), _interleaved(points)]
    return min((found for found in readings if found), key=lambda found: found.p_value, default=None)


def _turning(points: Points, calendars: tuple[str, ...], level: float) -> Reading | None:
    turns = turning(points.at, points.numbers, points.widths, calendars)
    if turns is None or turns.p_value > level:
        return None
    marks = [replace(mark, start=float(start)) for mark, start in zip(points.marks, turns.starts, strict=True)]
    why = f"starts again each {turns.name}"
    return Reading(verdict="counter", p_value=turns.p_value, spans=tuple(spans(marks)), why=why)


def lagging(points: Points) -> Reading | None:
    """Read small inversions as numbers given late."""
    found = late(points.at, points.numbers)
    if found is None or not found.kept.all():
        return None
    order = np.argsort(points.numbers, kind="stable")
    times = isotonic(points.at[order])
    marks = [replace(points.marks[i], at=float(at)) for at, i in zip(times, order, strict=True)]
    return Reading(
        verdict="counter",
        p_value=found.p_value,
        spans=tuple(spans(marks)),
        clock_error=found.clock_error,
        why=f"numbers are given late: up to {2 * found.clock_error:.1f} days",
    )


def _interleaved(points: Points) -> Reading | None:
    split = two_chains(points.at, points.numbers, points.widths) if len(points.at) >= LEAST_SPLIT else None
    if split is None or split[1] >= CHAINS:
        return None
    members = [[mark for mark, own in zip(points.marks, split[0], strict=True) if own == chain] for chain in (0, 1)]
    sizes = [len(marks) for marks in members]
    if min(sizes) < LEAST_CHAIN * len(points.at) and len(points.at) > 6:
        return None
    return Reading(
        verdict="multiple",
        p_value=split[1],
        spans=tuple(span for chain in (0, 1) for span in spans(members[chain], chain)),
        silent=sizes.count(1),
        why=f"two counters without labels ({sizes[0]} and {sizes[1]} own orders)",
    )


def strangers(points: Points) -> Reading | None:
    """Keep the longest rising run and name the numbers that do not belong."""
    found = late(points.at, points.numbers)
    if found is None:
        return None
    marks = [mark for mark, kept in zip(points.marks, found.kept, strict=True) if kept]
    left_out = ", ".join(str(n) for n in points.numbers[~found.kept][:5])
    why = f"rises but for {int((~found.kept).sum())} numbers, which are left out: {left_out}"
    return Reading(verdict="counter", p_value=found.p_value, spans=tuple(spans(marks)), why=why)
