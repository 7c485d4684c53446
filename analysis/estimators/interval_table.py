"""The exact interval table: others' invoices between two own orders (reference, section 3).

Between the orders i-1 and i others got D = (n_i - n_{i-1}) / g - o invoices: the difference of the numbers over the
step, less the own numbers in between. It carries no error; what one does not know of splits, void numbers and
locations stays a bound, low to high, and is never mid-pointed.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from itertools import pairwise
from math import isnan, nan

import pandas as pd

from analysis.estimators.assumptions import DEFAULTS, Assumptions
from analysis.estimators.counter.check_digit import without_check_digits
from analysis.estimators.exposure import LocationDays, Presence, location_days
from analysis.estimators.moments import day
from analysis.estimators.orders import OwnOrder, OwnSeries, own_series
from analysis.estimators.step import step_posterior

IDS = "A1 A2 A3 A4 A5 A7 A10 A11"
LONGEST = 10**18


@dataclass(frozen=True, kw_only=True)
class IntervalRow:
    """One row of ``mart.invoice_interval``; counts are empty where the numbers give none, the flag says why."""

    retailer: str
    series: str
    from_utc: pd.Timestamp
    to_utc: pd.Timestamp
    days: float
    number_from: int
    """Highest number of the order at the beginning, without check digits."""
    number_to: int
    """Lowest number of the order at the end."""
    own_numbers: int
    """Own numbers above ``number_from`` up to ``number_to``; taken off."""
    step: int
    invoices: int | None
    orders_low: float
    orders_high: float
    location_days: float
    location_days_low: float
    location_days_high: float
    average_active_locations: float
    orders_per_location_day_low: float
    orders_per_location_day_high: float
    flags: str
    """Apart by blanks: whole_span, fall, reset, step_mismatch, split_order, exposure_carried, no_exposure."""
    assumptions: str


INTERVAL_COLUMNS = tuple(field.name for field in fields(IntervalRow))


@dataclass(frozen=True, kw_only=True)
class _Pair:
    """Two own orders of a series, and the own numbers of its period."""

    first: OwnOrder
    last: OwnOrder
    numbers: tuple[int, ...]
    flags: tuple[str, ...]

    @property
    def own(self) -> int:
        return sum(self.first.high < number <= self.last.low for number in self.numbers)

    def invoices(self, step: int) -> int | None:
        """Count the invoices of others; None where the difference counts nothing."""
        if {"fall", "reset", "step_mismatch"} & set(self.flags):
            return None
        return (self.last.low - self.first.high) // step - self.own


def interval_table(
    retailer: str, orders: pd.DataFrame, presence: Presence, assumptions: Assumptions = DEFAULTS
) -> pd.DataFrame:
    """Return a row per pair of neighbouring own orders of a series, then one for its whole span.

    ``orders``: ordered_at_utc (naive; a row without it begins no interval, but its number is taken off), order_number
    (or None), invoice_number. Rows with the same order number or the same instant are one order. Numbers of more than
    18 digits are no counter and get no row.
    """
    rows = []
    for printed in own_series(orders):
        series, _ = without_check_digits(printed)
        if max(number for _, number in series.numbers) >= LONGEST:
            continue
        step = int(assumptions["A2"].low or next(iter(step_posterior(series))))
        for pair in _pairs(series, step):
            shown = location_days(presence, day(pair.first.at), day(pair.last.at))
            rows.append(vars(_row(retailer, series.label, pair, step, shown, assumptions)))
    return _typed(pd.DataFrame(rows, columns=list(INTERVAL_COLUMNS)))


def _pairs(series: OwnSeries, step: int) -> Iterator[_Pair]:
    pairs = list(pairwise(series.orders))
    broken = [_broken(first, last, step) for first, last in pairs]
    if pairs:
        pairs.append((series.orders[0], series.orders[-1]))
        broken.append(("whole_span", *dict.fromkeys(why for flags in broken for why in flags if why != "split_order")))
    for (first, last), flags in zip(pairs, broken, strict=True):
        numbers = tuple(number for period, number in series.numbers if period == first.period)
        yield _Pair(first=first, last=last, numbers=numbers, flags=flags)


def _broken(first: OwnOrder, last: OwnOrder, step: int) -> tuple[str, ...]:
    """Name what is odd between two neighbours."""
    if first.period != last.period:
        return ("reset",)
    if last.low <= first.high:
        return ("fall",)
    flags = ("step_mismatch",) if (last.low - first.high) % step else ()
    return (*flags, "split_order") if len(last.numbers) > 1 else flags


def _row(
    retailer: str, series: str, pair: _Pair, step: int, shown: LocationDays, assumptions: Assumptions
) -> IntervalRow:
    """Bound orders = (1-v)/(1+s) invoices by the ends of both ranges, orders per location-day likewise."""
    (split_low, split_high), (void_low, void_high) = assumptions.range("A4"), assumptions.range("A5")
    length, invoices = day(pair.last.at) - day(pair.first.at), pair.invoices(step)
    counted = nan if invoices is None else invoices
    low, high = counted * (1 - void_high) / (1 + split_high), counted * (1 - void_low) / (1 + split_low)
    exposure_flags = ["no_exposure"] * isnan(shown.value) + ["exposure_carried"] * shown.carried
    return IntervalRow(
        retailer=retailer,
        series=series,
        from_utc=pair.first.at,
        to_utc=pair.last.at,
        days=length,
        number_from=pair.first.high,
        number_to=pair.last.low,
        own_numbers=pair.own,
        step=step,
        invoices=invoices,
        orders_low=low,
        orders_high=high,
        location_days=shown.value,
        location_days_low=shown.low,
        location_days_high=shown.high,
        average_active_locations=_ratio(shown.value, length),
        orders_per_location_day_low=_ratio(low, shown.high),
        orders_per_location_day_high=_ratio(high, shown.low),
        flags=" ".join((*pair.flags, *exposure_flags)),
        assumptions=IDS,
    )


def _ratio(amount: float, over: float) -> float:
    return amount / over if over else nan


def _typed(frame: pd.DataFrame) -> pd.DataFrame:
    whole = dict.fromkeys(("number_from", "number_to", "own_numbers", "step", "invoices"), "Int64")
    figures = {
        name: "float64" for name in INTERVAL_COLUMNS if "location" in name or name.startswith(("orders_", "days"))
    }
    return frame.astype(whole | figures | {"from_utc": "datetime64[us]", "to_utc": "datetime64[us]"})
