"""Pick-up orders over locations, by how fast their slots fill (reference, section 7.2): shares only, never levels.

Takings x_l over watched location-days e_l, gamma-Poisson shrinkage to the mean m = sum x / sum e:
r_l = (a + x_l) / (a/m + e_l), a = m^2 / max(Var - m L / sum e, eps); share = r_l E_l / sum r E, E location-days.
A location that was never watched gets the mean rate. Each draw of the total is handed out Dirichlet-multinomially.
"""

import numpy as np
import pandas as pd

from analysis.estimators.intervals import equal_tailed
from analysis.estimators.moments import Floats, Ints


def shrunken_rates(taken: Floats, watched: Floats) -> tuple[Floats, float]:
    """Draw each location's takings per location-day to the mean; also return the shrinkage's shape a."""
    mean = max(taken.sum(), 0.5) / max(watched.sum(), 1e-9)
    seen = watched > 0
    raw = taken[seen] / watched[seen]
    noise = mean * len(raw) / max(watched.sum(), 1e-9)
    between = max(float(raw.var(ddof=1)) - noise, 0.01 * mean**2) if len(raw) > 1 else mean**2
    shape = float(mean**2 / between)
    return (shape + taken) / (shape / mean + watched), shape


def allocate_orders(locations: pd.DataFrame, low: Floats, high: Floats, seed: int, level: float = 0.95) -> pd.DataFrame:
    """Hand out draws of a period's pick-up orders, at both ends of what is assumed, over locations.

    ``locations``: location_id, taken, watched (location-days), location_days. Returns location_id, share with
    share_low and share_high, low, high;
    the interval holds the location's orders if the slots' takings are in proportion to its orders.
    """
    taken, watched = locations["taken"].to_numpy(float), locations["watched"].to_numpy(float)
    rates, shape = shrunken_rates(taken, watched)
    weight = rates * locations["location_days"].to_numpy(float)
    rng = np.random.default_rng(seed)
    # the posterior of each rate is gamma with shape a + x: the fewer takings, the wider
    drawn = rng.standard_gamma(shape + taken, (len(low), len(taken))) / (shape + taken) * weight
    shares = drawn / drawn.sum(1, keepdims=True)
    least, most = (_handed_out(rng, total, shares) for total in (low, high))
    share_low, share_high = equal_tailed(shares.T, level)
    return pd.DataFrame(
        {
            "location_id": locations["location_id"],
            "share": weight / weight.sum(),
            "share_low": share_low,
            "share_high": share_high,
            "low": equal_tailed(least.T.astype(float), level)[0],
            "high": equal_tailed(most.T.astype(float), level)[1],
        }
    )


def _handed_out(rng: np.random.Generator, total: Floats, shares: Floats) -> Ints:
    return np.asarray(rng.multinomial(np.rint(total).astype(np.int64), shares))
