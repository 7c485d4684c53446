"""Sizes of trend, swings, weekday and overdispersion: what is usual before one has looked."""

import numpy as np
from scipy.stats import t as student

from analysis.estimators.moments import Floats

CENTRE = np.log([0.025, 0.07, 0.12, 2.5])
"""Trend a week, swings, weekday (all of the log intensity), variance over mean of a day's count."""
SCALE = np.array([0.65, 0.65, 0.5, 0.8])
FREEDOM = 3.0
"""Student's t on the logs: most shops are calm, a few are wild."""
LEAST = np.log([0.003, 0.01, 0.005, 1.02])
MOST = np.log([1.0, 1.2, 2.0, 150.0])


def log_prior(theta: Floats) -> Floats:
    """Log density of chains x (log sr, log so, log sd, log phi)."""
    inside = np.all((theta > LEAST) & (theta < MOST), axis=1)
    return np.where(inside, student.logpdf((theta - CENTRE) / SCALE, FREEDOM).sum(1), -np.inf)


def sample_prior(rng: np.random.Generator, count: int) -> Floats:
    """Draw ``count`` rows."""
    return np.clip(CENTRE + SCALE * rng.standard_t(FREEDOM, (count, 4)), LEAST + 1e-6, MOST - 1e-6)
