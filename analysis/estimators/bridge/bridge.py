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
    in_spans: Ints
    """Spans x weeks x draws: the counts handed out; over the weeks they add up to ``totals``."""
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
    in_spans = allocate(rng, known, _by_week(data.shares, daily * scale), phi)
    rest = _by_week(_uncovered(data), daily * scale)
    invoices = in_spans.sum(0) + negative_binomial(rng, rest.sum(0), phi)
    return Weekly(invoices=invoices, in_spans=in_spans, totals=known, helps=helps, phi=phi)


def _known(totals: Totals, step: Ints, clock: Floats) -> Ints:
    """Total of each span and draw: exact, but for what unsure times move across its ends."""
    by_step = {int(g): np.array([span.count(int(g)) for span in totals.spans]) for g in np.unique(step)}
    exact = np.stack([by_step[int(g)] for g in step], axis=1)
    return np.asarray(np.maximum(exact - np.rint(clock).astype(np.int64), 0))


def _by_week(shares: Floats, daily: Floats) -> Floats:
    """Sum expected counts: (rows x days) and (days x draws) to rows x weeks x draws."""
    weeks = daily.shape[0] // 7
    expected = np.zeros((len(shares), weeks, daily.shape[1]))
    for row, share in enumerate(shares):
        for week in np.unique(np.flatnonzero(share) // 7):
            part = slice(7 * week, 7 * week + 7)
            expected[row, week] = share[part] @ daily[part]
    return expected


def _uncovered(data: Data) -> Floats:
    """Share of each day's volume that no span counts, summed over counters."""
    return np.asarray(np.maximum(~data.kernels.days.shut - data.shares.sum(0), 0)[None, :])
