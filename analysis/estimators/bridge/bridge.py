"""The bridge: weekly invoices as draws that add up exactly to what was counted (reference, section 4)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from analysis.estimators.bridge.allocate import allocate, negative_binomial
from analysis.estimators.bridge.days import COURSES, Days
from analysis.estimators.bridge.fit import evidence, fit, pilot_fit
from analysis.estimators.bridge.layout import Totals, lay_out
from analysis.estimators.bridge.model import Data
from analysis.estimators.moments import Floats, Ints


@dataclass(frozen=True, kw_only=True)
class Weekly:
    """Draws of weekly invoices."""

    invoices: Ints
    """Weeks x draws."""
    cells: Ints
    """Cells x draws: invoices of the part of a span that lies in one week; of a span they add up to its total."""
    cell_span: Ints
    """Which span each cell is of."""
    totals: Ints
    """Spans x draws; the same in all draws of one step where the times are sure."""
    helps: Floats
    """Per indicator the share of draws that use it: the evidence that it helps."""
    phi: Floats
    """Variance over mean of a day's count, per draw."""


def bridge(
    totals: Totals, steps: Sequence[tuple[int, float]], days: Days, events: Floats, indicators: Floats, seed: int
) -> Weekly:
    """Hand out the totals of spans over the weeks of ``days`` (whole weeks, from its first day).

    ``steps``: steps of the counter with their probabilities; ``events``, ``indicators``: days x columns.
    ValueError where there is no span.
    """
    if not totals.spans:
        raise ValueError("the bridge needs at least one counted span")
    rng = np.random.default_rng(seed)
    courses = [lay_out(totals, replace(days, hours=hours), events, indicators) for hours in COURSES]
    pilot = pilot_fit(courses[0])
    data = max(courses, key=lambda course: evidence(course, pilot))
    intensities, helps = fit(data, pilot, rng)
    daily = np.concatenate([found.daily for found in intensities], axis=1)
    phi = np.maximum(np.concatenate([found.phi for found in intensities]), 1.01)
    clock = np.concatenate([found.clock for found in intensities], axis=1)
    step = rng.choice([step for step, _ in steps], daily.shape[1], p=[share for _, share in steps])
    known = _known(totals, step, clock)
    scale = totals.step / step
    span, week, expected = _by_week(data.shares, daily * scale)
    cells = allocate(rng, known, span, expected, phi)
    rest = (_uncovered(data)[:, None] * daily * scale).reshape(-1, 7, daily.shape[1]).sum(1)
    invoices = negative_binomial(rng, rest, phi)
    np.add.at(invoices, week, cells)
    return Weekly(invoices=invoices, cells=cells, cell_span=span, totals=known, helps=helps, phi=phi)


def _known(totals: Totals, step: Ints, clock: Floats) -> Ints:
    """Total of each span and draw: exact, but for what unsure times move across its ends."""
    by_step = {int(g): np.array([span.count(int(g)) for span in totals.spans]) for g in np.unique(step)}
    exact = np.stack([by_step[int(g)] for g in step], axis=1)
    return np.asarray(np.maximum(exact - np.rint(clock).astype(np.int64), 0))


def _by_week(shares: Floats, daily: Floats) -> tuple[Ints, Ints, Floats]:
    """Sum what is expected of each span (spans x days) in each week: span and week of the cells, cells x draws."""
    weekly = shares.reshape(len(shares), -1, 7)
    span, week = np.nonzero(weekly.any(2))
    parts = [weekly[i, w] @ daily[7 * w : 7 * w + 7] for i, w in zip(span, week, strict=True)]
    return span, week, np.array(parts)


def _uncovered(data: Data) -> Floats:
    """Share of each day's volume that no span counts, summed over counters."""
    return np.asarray(np.maximum(~data.kernels.days.shut - data.shares.sum(0), 0))
