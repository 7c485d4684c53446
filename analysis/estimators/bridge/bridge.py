"""The bridge: weekly invoices as draws that add up exactly to what was counted (reference, section 4)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from scipy.special import logsumexp

from analysis.estimators.bridge.allocate import allocate, negative_binomial
from analysis.estimators.bridge.chains import Sampler
from analysis.estimators.bridge.days import COURSES, Days
from analysis.estimators.bridge.draws import Intensity, draw
from analysis.estimators.bridge.kernels import Kernels
from analysis.estimators.bridge.model import Data, Linear
from analysis.estimators.bridge.prior import CENTRE, sample_prior
from analysis.estimators.bridge.shocks import Shocks
from analysis.estimators.bridge.state import Slab, State
from analysis.estimators.counter.spans import Span
from analysis.estimators.moments import Floats, Ints

WARM, KEPT, MOVES = 10, 8, 6
"""Sweeps before the first draw, sweeps that are drawn from, moves of shocks in each."""
PER_CHAIN = 4


@dataclass(frozen=True, kw_only=True)
class Totals:
    """Spans with their exact counts at a step of the counter."""

    spans: Sequence[Span]
    step: int
    clock_error: float = 0.0
    """Days by which the times of the marks are unsure."""

    @property
    def counts(self) -> Ints:
        """Others' invoices per span."""
        return np.array([span.count(self.step) for span in self.spans], dtype=np.int64)


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
    laid_out = [_data(totals, replace(days, hours=hours), events, indicators) for hours in COURSES]
    data = max(laid_out, key=_evidence)
    intensities, helps = _sample(data, rng, indicators.shape[1])
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


def _data(totals: Totals, days: Days, events: Floats, indicators: Floats) -> Data:
    """Lay the spans over the days; spans of one of several counters hold its share of a day's volume."""
    covered = np.stack([days.shares(span.start, span.end) for span in totals.spans])
    chain = np.array([span.chain for span in totals.spans])
    rates = {int(c): totals.counts[chain == c].sum() / max(covered[chain == c].sum(), 1e-9) for c in np.unique(chain)}
    share = np.array([rates[int(c)] for c in chain]) / max(sum(rates.values()), 1e-9)
    shares = covered * np.maximum(share, 1e-6)[:, None]
    return Data(
        shares=shares,
        totals=totals.counts.astype(float),
        events=events,
        shocks=Shocks.of(days, indicators),
        kernels=Kernels(days=days),
        clock=_clock(totals, shares.sum(1) / [span.end - span.start for span in totals.spans]),
    )


def _clock(totals: Totals, a_day: Floats) -> Floats:
    """Say what a span loses when the mark at its start, and gains when the mark at its end, is a clock error later."""
    moments = sorted({moment for span in totals.spans for moment in (span.start, span.end)})
    clock = np.zeros((len(totals.spans), len(moments) if totals.clock_error else 0))
    if totals.clock_error:
        for row, span in enumerate(totals.spans):
            clock[row, moments.index(span.start)] = -a_day[row] * totals.clock_error
            clock[row, moments.index(span.end)] = a_day[row] * totals.clock_error
    return clock


def _sample(data: Data, rng: np.random.Generator, indicators: int) -> tuple[list[Intensity], Floats]:
    """Warm the chains up, moving the pilot to where they are; then draw after each sweep."""
    pilot = _pilot(data)
    sampler = Sampler(Linear.around(data, pilot), data.shocks, rng)
    for sweep in range(WARM):
        sampler.sweep(MOVES)
        if sweep in (WARM // 3, 2 * WARM // 3):
            sampler.relinearise(Linear.around(data, draw(sampler, data, 2).smooth))
    found, used = [], np.zeros(indicators)
    for _ in range(KEPT):
        sampler.sweep(MOVES)
        found.append(draw(sampler, data, PER_CHAIN))
        columns = np.arange(sampler.slab.none - indicators, sampler.slab.none)
        used += (sampler.state.slots[:, :, None] == columns).any(1).mean(0) / KEPT
    return found, used


def _evidence(data: Data) -> float:
    """Say how well the totals fit, over sizes as they usually are; without shocks."""
    linear, slab = Linear.around(data, _pilot(data)), Slab.of(data.shocks)
    theta = sample_prior(np.random.default_rng(0), 64)
    log_lik = State.at(linear, slab, theta, np.full((64, 1), slab.none)).log_lik
    return float(logsumexp(log_lik))


def _pilot(data: Data) -> Floats:
    """Fit the log intensity at usual sizes, by a few Gauss-Newton steps."""
    pilot = np.zeros(data.shares.shape[1])
    for _ in range(6):
        linear = Linear.around(data, pilot)
        solved = np.linalg.solve(linear.covariance(CENTRE[None, :])[0], linear.z)
        weights = [1.0, *np.exp(2 * CENTRE[:3]), 1.0]
        moved = sum(weight * (cross @ solved) for weight, cross in zip(weights, linear.cross, strict=True))
        pilot = pilot + np.clip(moved - pilot, -1.5, 1.5)
    return pilot


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
