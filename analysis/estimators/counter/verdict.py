"""The verdict on one series of numbers: through all tests, in the order of the reference (section 2)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

import numpy as np

from analysis.estimators.counter.calendar import turning
from analysis.estimators.counter.chains import two_chains
from analysis.estimators.counter.check_digit import without_check_digits
from analysis.estimators.counter.clock import clock
from analysis.estimators.counter.jump import jumps
from analysis.estimators.counter.late import late
from analysis.estimators.counter.regularity import rising_p
from analysis.estimators.counter.spans import Mark, Span, isotonic, spans
from analysis.estimators.moments import Bools, Floats, Ints, day
from analysis.estimators.orders import OwnSeries
from analysis.estimators.step import own_probes, posterior

Verdict = Literal["counter", "multiple", "not_counter", "inconclusive"]
LEVEL = 0.05
STRICT, CHAINS = 0.01, 0.02
"""For the fall-backs: they try several structures on the same numbers."""
LONGEST = 10**18
LEAST_CHAIN = 0.2
LEAST_SPLIT = 5
"""Own orders below which a split into two chains says nothing."""


@dataclass(frozen=True, kw_only=True)
class Counter:
    """What a series of numbers turned out to be."""

    series: str
    verdict: Verdict
    p_value: float
    spans: tuple[Span, ...] = ()
    steps: Mapping[int, float] = field(default_factory=lambda: {1: 1.0})
    """Probability of each step, most probable first."""
    clock_error: float = 0.0
    """Days by which the times of the numbers are unsure."""
    silent: int = 0
    """Chains that were seen once, so that nothing of them is counted."""
    detail: tuple[str, ...] = ()
    """What led to the verdict, in words."""


@dataclass(frozen=True, kw_only=True)
class _Points:
    """The lowest number of each own order, by time."""

    at: Floats
    numbers: Ints
    widths: tuple[int, ...]
    marks: tuple[Mark, ...]
    label: str

    @property
    def probes(self) -> list[int]:
        return [mark.numbers[-1] - mark.numbers[0] for mark in self.marks if len(mark.numbers) > 1]

    def restarted(self, starts: Floats) -> list[Mark]:
        return [
            Mark(at=mark.at, numbers=mark.numbers, start=float(start))
            for mark, start in zip(self.marks, starts, strict=True)
        ]


_Reading = tuple[Verdict, float, tuple[Span, ...], float, int, str]
"""Verdict, p-value, spans, clock error, silent chains, why."""


def judge(printed: OwnSeries) -> Counter:
    """Judge a series; what is no counter has no spans."""
    if not printed.orders or max(number for _, number in printed.numbers) >= LONGEST:
        return Counter(series=printed.label, verdict="inconclusive", p_value=1.0, detail=("no usable number",))
    derived = clock(np.array([day(order.at) for order in printed.orders]), printed.digits)
    if derived and len(printed.orders) > 1:
        return Counter(series=printed.label, verdict="not_counter", p_value=1.0, detail=(derived,))
    series, check = without_check_digits(printed)
    verdict, p_value, found, error, silent, why = _read(_points(series))
    return Counter(
        series=printed.label,
        verdict=verdict,
        p_value=p_value,
        spans=found,
        steps=posterior([span.rise for span in found], own_probes(series)),
        clock_error=error,
        silent=silent,
        detail=(*((f"last digits are a {check} check digit",) if check else ()), why),
    )


def _points(series: OwnSeries) -> _Points:
    marks = tuple(Mark(at=day(order.at), numbers=order.numbers) for order in series.orders)
    return _Points(
        at=np.array([mark.at for mark in marks]),
        numbers=np.array([mark.numbers[0] for mark in marks], dtype=np.int64),
        widths=series.widths,
        marks=marks,
        label=series.label,
    )


def _read(points: _Points) -> _Reading:
    """Take the first structure that explains the numbers."""
    if len(points.at) < 2:
        return "inconclusive", 1.0, (), 0.0, 1, "one own order tells nothing"
    tests: list[Callable[[_Points], _Reading | None]] = [_keyed, _rising, _calendar, _lagging, _frequent, _strangers]
    for test in tests:
        reading = test(points)
        if reading:
            return reading
    return "not_counter", 1.0, (), 0.0, 0, "the numbers neither rise nor follow any structure that was tried"


def _keyed(points: _Points) -> _Reading | None:
    """Read a period in the text, and numbers that start again with it."""
    names = {"{date}": "day", "{month}": "month", "{mm}": "month", "{quarter}": "quarter", "{y": "year"}
    calendar = next((name for key, name in names.items() if key in points.label), None)
    if calendar is None:
        return None
    turns = turning(points.at, points.numbers, points.widths, (calendar,))
    if turns is None:
        return None
    verdict: Verdict = "counter" if turns.p_value < LEVEL else "inconclusive"
    found = tuple(spans(points.restarted(turns.starts)))
    return verdict, turns.p_value, found, 0.0, 0, f"starts again with each {calendar} in its text"


def _rising(points: _Points) -> _Reading | None:
    if np.any(np.diff(points.numbers) <= 0):
        return None
    p_value = rising_p(points.at, points.numbers, points.widths, points.probes)
    found = tuple(spans(points.marks))
    jumped = jumps(np.diff(points.at), np.diff(points.numbers).astype(float))
    why = "rises with time"
    if jumped.any():
        p_value = min(p_value, _without_jump(points, jumped))
        found = tuple(span for span, away in zip(found, jumped, strict=True) if not away)
        why = f"rises with time, but for {int(jumped.sum())} jump(s): such an interval counts nothing"
    verdict: Verdict = "counter" if p_value < LEVEL else "inconclusive"
    return verdict, p_value, found, 0.0, 0, why


def _without_jump(points: _Points, jumped: Bools) -> float:
    """Test the numbers with the jump closed up; times the number of places it could be."""
    if len(jumped) < 3:
        return 1.0  # two intervals, one closed up, lie on a line by construction
    rises = np.diff(points.numbers).astype(float)
    usual = np.median((rises / np.diff(points.at))[~jumped])
    closed = np.where(jumped, usual * np.diff(points.at), rises)
    numbers = points.numbers[0] + np.r_[0, np.cumsum(closed)].astype(np.int64)
    return min(1.0, len(rises) * rising_p(points.at, numbers, points.widths))


def _calendar(points: _Points) -> _Reading | None:
    """Try the turns that are few: of the year and the quarter."""
    return _turning(points, ("year", "quarter"), LEVEL)


def _frequent(points: _Points) -> _Reading | None:
    """Take two chains or frequent turns, whichever chance explains worse: each can look like the other."""
    readings = [_turning(points, ("month", "week", "day"), STRICT), _interleaved(points)]
    return min((reading for reading in readings if reading), key=lambda reading: reading[1], default=None)


def _turning(points: _Points, calendars: tuple[str, ...], level: float) -> _Reading | None:
    turns = turning(points.at, points.numbers, points.widths, calendars)
    if turns is None or turns.p_value >= level:
        return None
    found = tuple(spans(points.restarted(turns.starts)))
    return "counter", turns.p_value, found, 0.0, 0, f"starts again each {turns.name}"


def _lagging(points: _Points) -> _Reading | None:
    found = late(points.at, points.numbers)
    if found is None or not found.kept.all():
        return None
    order = np.argsort(points.numbers, kind="stable")
    times = isotonic(points.at[order])
    marks = [Mark(at=float(at), numbers=points.marks[i].numbers) for at, i in zip(times, order, strict=True)]
    why = f"numbers are given late: up to {2 * found.clock_error:.1f} days"
    return "counter", found.p_value, tuple(spans(marks)), found.clock_error, 0, why


def _interleaved(points: _Points) -> _Reading | None:
    split = two_chains(points.at, points.numbers, points.widths) if len(points.at) >= LEAST_SPLIT else None
    if split is None or split[1] >= CHAINS:
        return None
    sizes = [int(np.sum(split[0] == chain)) for chain in (0, 1)]
    if min(sizes) < LEAST_CHAIN * len(points.at) and len(points.at) > 6:
        return None
    found = tuple(
        span
        for chain in (0, 1)
        for span in spans([mark for mark, own in zip(points.marks, split[0], strict=True) if own == chain], chain)
    )
    return "multiple", split[1], found, 0.0, sizes.count(1), f"two counters without labels ({sizes[0]} and {sizes[1]})"


def _strangers(points: _Points) -> _Reading | None:
    found = late(points.at, points.numbers)
    if found is None:
        return None
    marks = [mark for mark, kept in zip(points.marks, found.kept, strict=True) if kept]
    left_out = ", ".join(str(n) for n in points.numbers[~found.kept][:5])
    why = f"rises but for {int((~found.kept).sum())} numbers, which are left out: {left_out}"
    return "counter", found.p_value, tuple(spans(marks)), 0.0, 0, why
