"""Location-days with their uncertainty: what happened between the snapshots (reference, section 5).

Within its life (first to last listing) a location is on or off by a two-state chain: stationary share pi, forgetting
rate e a day, P(on -> on, m) = pi + (1 - pi) exp(-e m). Given the states at both ends of a gap the days between have
known means and covariances; summed over locations they are close to normal. Openings and closings have a uniform date
in their gap; all of one gap share it with probability 1/2, for locations open in batches.
"""

from dataclasses import dataclass
from typing import Self

import numpy as np

from analysis.estimators.exposure import Presence
from analysis.estimators.moments import Bools, Floats

TOGETHER = 0.5
"""Probability that all openings (closings) between two snapshots happened on one day."""


@dataclass(frozen=True, kw_only=True)
class OnOff:
    """The chain of a location that is listed."""

    share: float
    """pi, the stationary share of days on."""
    forgetting: float
    """e, per day."""

    @classmethod
    def of(cls, on: Bools, alive: Bools, gaps: Floats) -> Self:
        """Estimate from snapshots x locations; ``gaps`` are days between snapshots."""
        share = float(on.sum() + 4.75) / float(alive.sum() + 5)
        both = alive[:-1] & alive[1:] & on[:-1]
        left = float((both & ~on[1:]).sum() + 0.1) / float(both.sum() + 2)
        mean_gap = float(gaps.mean()) if gaps.size else 7.0
        return cls(share=share, forgetting=float(-np.log(max(1 - left / (1 - share), 0.02)) / mean_gap))

    def on_after(self, was_on: bool, days: Floats) -> Floats:
        """Probability of being on some days after a day that was on or off."""
        start = 1 - self.share if was_on else -self.share
        return np.asarray(self.share + start * np.exp(-self.forgetting * days))

    def between(self, gap: int, first_on: bool, last_on: bool) -> tuple[Floats, Floats]:
        """Mean and covariance of the days inside a gap whose ends are known."""
        day = np.arange(1, gap)
        reach = np.arange(gap + 1, dtype=float)
        to_end = self.on_after(True, reach) if last_on else 1 - self.on_after(True, reach)
        ends = float(self.on_after(first_on, np.array([gap], dtype=float))[0])
        ends = max(ends if last_on else 1 - ends, 1e-12)
        mean = self.on_after(first_on, reach[1:-1]) * to_end[gap - day] / ends
        early, late = np.minimum.outer(day, day), np.maximum.outer(day, day)
        joint = (
            self.on_after(first_on, reach[early]) * self.on_after(True, reach[late - early]) * to_end[gap - late] / ends
        )
        return mean, joint - np.outer(mean, mean)

    def ahead(self, days: int, *, first_on: bool) -> tuple[Floats, Floats]:
        """Mean and covariance of some days after one that was on or off."""
        reach = np.arange(days + 1, dtype=float)
        day = np.arange(1, days + 1)
        mean = self.on_after(first_on, reach[1:])
        early, late = np.minimum.outer(day, day), np.maximum.outer(day, day)
        joint = self.on_after(first_on, reach[early]) * self.on_after(True, reach[late - early])
        return mean, joint - np.outer(mean, mean)


def exposure_draws(presence: Presence, first: int, last: int, draws: int, rng: np.random.Generator) -> Floats:
    """Locations on, per day from ``first`` up to, without, ``last`` (days since 1970) and draw: days x ``draws``.

    Before the first and after the last snapshot the chain runs on from what was seen there.
    ValueError where there is no snapshot.
    """
    if not presence.at.size:
        raise ValueError("exposure needs at least one snapshot")
    day, kept = np.unique(np.floor(presence.at).astype(int)[::-1], return_index=True)
    row = len(presence.at) - 1 - kept  # of several snapshots of a day the last counts
    open_once = presence.on[row].any(0)  # what was never on (internal, no time) is not off by chance
    listed, on = presence.listed[row][:, open_once], presence.on[row][:, open_once]
    alive = np.logical_or.accumulate(listed) & np.logical_or.accumulate(listed[::-1])[::-1]
    chain = OnOff.of(on, alive, np.diff(day).astype(float))
    lead, tail = max(day[0] - first, 0), max(last - 1 - day[-1], 0)
    found = np.zeros((lead + day[-1] - day[0] + 1 + tail, draws))
    start = day[0] - lead
    found[day - start] = on.sum(1)[:, None]
    for i, gap in enumerate(np.diff(day)):
        part = slice(int(day[i]) - start + 1, int(day[i + 1]) - start)
        stay = alive[i] & alive[i + 1]
        found[part] += _inside(chain, int(gap), on[i][stay], on[i + 1][stay], draws, rng)
        found[part] += _arriving(chain, int(gap), on[i + 1][alive[i + 1] & ~alive[i]], draws, rng)
        found[part] += _arriving(chain, int(gap), on[i][alive[i] & ~alive[i + 1]], draws, rng)[::-1]
    found[:lead] = _carried(chain, on[0][alive[0]], lead, draws, rng)[::-1]
    found[len(found) - tail :] = _carried(chain, on[-1][alive[-1]], tail, draws, rng)
    return np.maximum(found[first - start : last - start], 0)


def _inside(chain: OnOff, gap: int, before: Bools, after: Bools, draws: int, rng: np.random.Generator) -> Floats:
    """Draw how many of the locations that live through a gap are on inside it."""
    mean, cov = np.zeros(gap - 1), np.zeros((gap - 1, gap - 1))
    for first_on in (True, False):
        for last_on in (True, False):
            count = int(((before == first_on) & (after == last_on)).sum())
            if count and gap > 1:
                one_mean, one_cov = chain.between(gap, first_on, last_on)
                mean, cov = mean + count * one_mean, cov + count * one_cov
    return _normal(mean, cov, draws, rng)


def _arriving(chain: OnOff, gap: int, on_at_end: Bools, draws: int, rng: np.random.Generator) -> Floats:
    """Draw how many of the locations that opened in a gap are on inside it; reversed in time, that closed."""
    here = np.zeros((gap - 1, draws))
    if gap < 2:
        return here
    together = rng.random(draws) < TOGETHER
    shared = rng.integers(1, gap + 1, draws)
    day = np.arange(1, gap)[:, None]
    for on in on_at_end:
        opened = np.where(together, shared, rng.integers(1, gap + 1, draws))
        here += (day >= opened) * chain.on_after(bool(on), (gap - day).astype(float))
    return here


def _carried(chain: OnOff, on: Bools, days: int, draws: int, rng: np.random.Generator) -> Floats:
    """Draw how many are on in the days after (reversed: before) those that were seen."""
    ons = int(on.sum())
    seen, unseen = chain.ahead(days, first_on=True), chain.ahead(days, first_on=False)
    mean, cov = (ons * a + (len(on) - ons) * b for a, b in zip(seen, unseen, strict=True))
    return _normal(mean, cov, draws, rng)


def _normal(mean: Floats, cov: Floats, draws: int, rng: np.random.Generator) -> Floats:
    """Draw from a normal distribution whose covariance may be singular."""
    values, vectors = np.linalg.eigh(cov)
    root = vectors * np.sqrt(np.maximum(values, 0))
    return np.asarray(mean[:, None] + root @ rng.standard_normal((len(mean), draws)))
