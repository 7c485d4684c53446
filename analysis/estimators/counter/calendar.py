"""Counters that start again: each year, quarter, month, week or day (reference, section 2, step 5).

Under "the counter starts again at every turn of the calendar" the number after a turn is itself a count. For each
calendar the rates that would follow are taken; whether they vary less than those of the same numbers in other orders
is an exact permutation test, for under "random ids" all orders are equally likely.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.estimators.counter.regularity import combined, rising_p, span_p
from analysis.estimators.moments import Floats, Ints, days, instant

CALENDARS = {"year": "Y", "quarter": "Q", "month": "M", "week": "W", "day": "D"}
PERMUTATIONS = 999
AHEAD = 4.0
"""A number right after a turn may be this many times what the rate so far lets one expect."""
ORDER_LEVEL = 0.01
"""A turn shorter than a year must explain the order of the numbers by itself: there are so many of them."""
_SEED = 20240103


@dataclass(frozen=True, kw_only=True)
class Turns:
    """A calendar on which the counter starts again."""

    name: str
    starts: Floats
    """Per order the beginning of its period, days since 1970."""
    p_value: float


def period_starts(at: Floats, calendar: str) -> Floats:
    """Beginning of the year, quarter, month, week or day in which each moment lies."""
    stamps = pd.DatetimeIndex([instant(moment) for moment in at])
    return days(stamps.to_period(CALENDARS[calendar]).start_time)


def turning(
    at: Floats, numbers: Ints, widths: Sequence[int], calendars: Sequence[str] = tuple(CALENDARS)
) -> Turns | None:
    """Find the calendar that explains the numbers best; None where none makes them rise within its periods."""
    tested = [turns for name in calendars if (turns := _test(at, numbers, widths, name))]
    return min(tested, key=lambda turns: turns.p_value, default=None)


def _test(at: Floats, numbers: Ints, widths: Sequence[int], name: str) -> Turns | None:
    starts = period_starts(at, name)
    turned = np.diff(starts) > 0
    falls = np.diff(numbers) <= 0
    if not turned.any() or np.any(falls & ~turned) or not _new(at, numbers, starts):
        return None
    cost = _spread(at, numbers[None, :], starts)
    shuffled = np.random.default_rng(_SEED).permuted(np.tile(numbers, (PERMUTATIONS, 1)), axis=1)
    better = np.sum(_spread(at, shuffled, starts) <= cost + 1e-12)
    order_p = float(1 + better) / (PERMUTATIONS + 1)
    if name != "year" and order_p > ORDER_LEVEL:
        return None
    whole = combined(order_p, span_p(numbers, widths))
    return Turns(name=name, starts=starts, p_value=min(1.0, 2 * whole, 2 * _apart(at, numbers, widths, starts)))


def _apart(at: Floats, numbers: Ints, widths: Sequence[int], starts: Floats) -> float:
    """Test the numbers of each period alone; the product of their p-values."""
    parts = [np.flatnonzero(starts == start) for start in np.unique(starts)]
    wide = np.array(widths)
    return float(np.prod([rising_p(at[part], numbers[part], wide[part].tolist()) for part in parts if len(part) > 1]))


def _spread(at: Floats, orders: Ints, starts: Floats) -> Floats:
    """Variance of the log rates within periods; inf for orders of the numbers that would fall within one."""
    first = np.r_[True, np.diff(starts) > 0]
    base = np.where(first, 0, np.roll(orders, 1, axis=1))
    length = at - np.where(first, starts, np.roll(at, 1))
    rise = (orders - base)[:, 1:]
    with np.errstate(divide="ignore", invalid="ignore"):
        log_rates = np.log(rise / np.maximum(length[1:], 1e-6))
    feasible = rise.min(1) > 0
    return np.where(feasible, np.where(feasible[:, None], log_rates, 0.0).var(1), np.inf)


def _new(at: Floats, numbers: Ints, starts: Floats) -> bool:
    """Tell whether every number after a turn can have been counted since, by the rates inside the periods."""
    turned = np.diff(starts) > 0
    inside = (np.diff(numbers) / np.maximum(np.diff(at), 1e-6))[~turned]
    since = numbers[1:][turned] / np.maximum(at[1:] - starts[1:], 0.05)[turned]
    rate = float(np.median(inside)) if inside.size else float(np.median(since))
    return bool(np.all(since <= AHEAD * rate))
