"""Where the Markov chains are, and what a change of shocks does to their likelihood.

With S^-1 at hand a shock g with u ~ N(m, v) changes the log likelihood by
-log(1 + v q)/2 + (v b^2 + 2 m b - m^2 q) / (2 (1 + v q)), q = g' S^-1 g, b = g' S^-1 r;
its removal is the same with -m and -v (Sherman and Morrison).
"""

from dataclasses import dataclass
from typing import Self

import numpy as np
from scipy.linalg.lapack import dpotrf, dpotri

from analysis.estimators.bridge.model import Linear
from analysis.estimators.bridge.shocks import Shocks
from analysis.estimators.moments import Bools, Floats, Ints

LEAST_SHRINK = 1e-9


@dataclass(frozen=True, kw_only=True)
class Slab:
    """The shocks' sizes when they are there, with an empty one at the end that does nothing."""

    mean: Floats
    variance: Floats
    log_odds: Floats

    @classmethod
    def of(cls, shocks: Shocks) -> Self:
        """Take them from the dictionary."""
        ends = (np.append(part, 0.0) for part in (shocks.mean, shocks.sd**2, shocks.log_odds))
        return cls(mean=next(ends), variance=next(ends), log_odds=next(ends))

    @property
    def none(self) -> int:
        """The index of the empty shock."""
        return len(self.mean) - 1


@dataclass
class State:
    """Where the chains are; arrays by chain, changed in place."""

    theta: Floats
    slots: Ints
    """Chains x slots: shocks that are there, or the empty one."""
    inverse: Floats
    """S^-1 with shocks."""
    rest: Floats
    """z less the means of the shocks."""
    log_lik: Floats

    @classmethod
    def at(cls, linear: Linear, slab: Slab, theta: Floats, slots: Ints) -> Self:
        """Compute it for sizes and shocks."""
        shapes = linear.shocks.T[slots].swapaxes(1, 2)  # chains x spans x slots
        cov = linear.covariance(theta) + (shapes * slab.variance[slots][:, None, :]) @ shapes.swapaxes(1, 2)
        inverse, half_log_det = _inverted(cov)
        rest = linear.z - (shapes @ slab.mean[slots][:, :, None])[:, :, 0]
        log_lik = -half_log_det - 0.5 * np.einsum("ri,ri->r", rest, _times(inverse, rest))
        return cls(theta=theta, slots=slots, inverse=inverse, rest=rest, log_lik=log_lik)

    def take(self, other: Self, chains: Bools) -> None:
        """Go where ``other`` is, in some chains."""
        for name in ("theta", "slots", "inverse", "rest", "log_lik"):
            getattr(self, name)[chains] = getattr(other, name)[chains]

    def gain(self, linear: Linear, slab: Slab, leaving: Ints, coming: Ints) -> Floats:
        """Log likelihood ratio of taking one shock out of each chain and putting another in."""
        out, into = linear.shocks.T[leaving], linear.shocks.T[coming]
        mean, variance = -slab.mean[leaving], -slab.variance[leaving]
        solved = _times(self.inverse, out)
        q, b = np.einsum("ri,ri->r", out, solved), np.einsum("ri,ri->r", self.rest, solved)
        removed = gain(q, b, mean, variance)
        pull = (variance / np.maximum(1 + variance * q, LEAST_SHRINK))[:, None] * solved
        left = self.rest - mean[:, None] * out
        solved = _times(self.inverse, into) - pull * np.einsum("ri,ri->r", solved, into)[:, None]
        q, b = np.einsum("ri,ri->r", into, solved), np.einsum("ri,ri->r", left, solved)
        return removed + gain(q, b, slab.mean[coming], slab.variance[coming])

    def exchange(self, linear: Linear, slab: Slab, chains: Bools, change: tuple[Ints, Ints, Ints]) -> None:
        """Make the change (leaving, coming, slot) in some chains."""
        leaving, coming, slot = (part[chains] for part in change)
        self.slots[chains, slot] = coming
        for shock, sign in ((leaving, -1.0), (coming, 1.0)):
            g, mean, variance = linear.shocks.T[shock], sign * slab.mean[shock], sign * slab.variance[shock]
            solved = _times(self.inverse[chains], g)
            q, b = np.einsum("ri,ri->r", g, solved), np.einsum("ri,ri->r", self.rest[chains], solved)
            self.log_lik[chains] += gain(q, b, mean, variance)
            shrunk = variance / np.maximum(1 + variance * q, LEAST_SHRINK)
            self.inverse[chains] -= (shrunk[:, None] * solved)[:, :, None] * solved[:, None, :]
            self.rest[chains] -= mean[:, None] * g


def gain(q: Floats, b: Floats, mean: Floats, variance: Floats) -> Floats:
    """Log likelihood ratio of a shock that comes; with negative mean and variance: of one that leaves."""
    shrink = np.maximum(1 + variance * q, LEAST_SHRINK)
    return np.asarray(-0.5 * np.log(shrink) + (variance * b**2 + 2 * mean * b - mean**2 * q) / (2 * shrink))


def _times(matrices: Floats, vectors: Floats) -> Floats:
    return np.asarray((matrices @ vectors[:, :, None])[:, :, 0])


def _inverted(cov: Floats) -> tuple[Floats, Floats]:
    """Inverse and half the log determinant of each covariance; Cholesky, for numpy's own takes three times as long."""
    inverse, half = np.empty_like(cov), np.empty(len(cov))
    for r, matrix in enumerate(cov):
        upper, _ = dpotrf(matrix)
        half[r] = np.log(np.diagonal(upper)).sum()
        inverse[r], _ = dpotri(upper)
    diagonal = np.einsum("rii->ri", inverse).copy()
    inverse = np.triu(inverse) + np.triu(inverse, 1).swapaxes(1, 2)
    np.einsum("rii->ri", inverse)[:] = diagonal
    return inverse, half
