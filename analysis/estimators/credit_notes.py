"""Own credit notes: some shops number them with their invoices, others apart; no credit note is an order.

Where they share the counter their numbers are own numbers and taken off like those of invoices (reference, section 3).
"""

import pandas as pd

_LAG = pd.Timedelta(days=7)
"""An invoice may be written that much later than was ordered, so that its number lies as far ahead."""


def of_another_counter(read: pd.DataFrame) -> pd.Series:
    """Tell for each number whether it is of a credit note, and of no counter of invoices.

    ``read``: at, series, period, number, credit_note. A credit note shares the counter if it is numbered in a series
    and period with orders, above those of more than a week before and below those of more than a week later.
    """
    orders = read[~read["credit_note"] & read["number"].notna()]
    apart = [
        bool(note) and not _fits(at, number, orders[(orders["series"] == series) & (orders["period"] == period)])
        for note, at, series, period, number in zip(
            *(read[name] for name in ("credit_note", "at", "series", "period", "number")), strict=True
        )
    ]
    return pd.Series(apart, index=read.index, dtype=bool)


def _fits(at: pd.Timestamp, number: int, orders: pd.DataFrame) -> bool:
    before = orders.loc[orders["at"] < at - _LAG, "number"]
    after = orders.loc[orders["at"] > at + _LAG, "number"]
    return len(orders) > 0 and bool((before < number).all() and (after > number).all())
