"""The bridge's model, made linear around a pilot fit, so that totals of spans have a Gaussian likelihood.

Totals D = A lambda + noise of variance phi A lambda, log lambda = offset + f. Around the pilot f^ with J = A
diag(lambda^): z = D - A lambda^ + J f^ is normal with covariance J K J' + phi diag(A lambda^) (+ clock errors), plus
u g for each shock that is there, g = J times its shape. All sizes are those of the spans, not of the days.
"""

from dataclasses import dataclass
from typing import Self

import numpy as np

from analysis.estimators.bridge.kernels import Kernels
from analysis.estimators.bridge.shocks import Shocks
from analysis.estimators.moments import Floats

EVENT_MEAN, EVENT_SD = 0.5, 0.7
"""Prior of the log effect of an event that the researcher named because more is sold then."""


@dataclass(frozen=True, kw_only=True)
class Data:
    """What is known: totals of spans, and what may move them."""

    shares: Floats
    """Spans x days: share of the day's volume (of the span's counter) that falls into the span."""
    totals: Floats
    events: Floats
    """Days x events, 0 or 1."""
    shocks: Shocks
    kernels: Kernels
    clock: Floats
    """Spans x marks: share of a day's volume that a span gains when the mark moves a day; times the clock error."""

    @property
    def offset(self) -> Floats:
        """Log intensity to start from: the mean of all totals, and what events are expected to do."""
        level = np.log(max(self.totals.sum(), 0.5) / max(self.shares.sum(), 1e-9))
        return np.asarray(level + EVENT_MEAN * self.events.sum(1))


@dataclass(frozen=True, kw_only=True)
class Linear:
    """The model around a pilot."""

    z: Floats
    mu: Floats
    jacobian: Floats
    cross: tuple[Floats, ...]
    """K J' per part: level, trend, swings, weekday; then events. Days x spans."""
    fixed: Floats
    """Covariance of what has no size to learn: level, events, clock."""
    parts: Floats
    """Unit covariances of trend, swings, weekday: parts x spans x spans."""
    shocks: Floats
    """Spans x shocks; a last column of zeros stands for no shock."""

    @classmethod
    def around(cls, data: Data, pilot: Floats) -> Self:
        """Linearise around the log intensity ``offset + pilot``."""
        intensity = np.exp(data.offset + pilot)
        jacobian = data.shares * intensity
        mu = np.maximum(jacobian.sum(1), 1e-6)
        cross = [*data.kernels.times(jacobian.T), EVENT_SD**2 * data.events @ (jacobian @ data.events).T]
        clock = data.clock * (mu / np.maximum(data.shares.sum(1), 1e-9))[:, None]
        return cls(
            z=data.totals - mu + jacobian @ pilot,
            mu=mu,
            jacobian=jacobian,
            cross=tuple(cross),
            fixed=jacobian @ (cross[0] + cross[4]) + clock @ clock.T,
            parts=np.stack([jacobian @ part for part in cross[1:4]]),
            shocks=np.concatenate([data.shocks.gathered(jacobian), np.zeros((len(mu), 1))], axis=1),
        )

    def covariance(self, theta: Floats) -> Floats:
        """Covariance of z without shocks. ``theta``: chains x (log sr, log so, log sd, log phi)."""
        sizes = np.exp(2 * theta[:, :3])
        noise = np.exp(theta[:, 3])[:, None, None] * np.diag(self.mu)
        return np.asarray(self.fixed + np.tensordot(sizes, self.parts, axes=(1, 0)) + noise)
