"""Own orders: the researcher's test orders, each with the numbers that it got in one series."""

from dataclasses import dataclass
from typing import Self

import pandas as pd

from analysis.estimators.credit_notes import of_another_counter
from analysis.estimators.numbers import parse_numbers


@dataclass(frozen=True, kw_only=True)
class OwnOrder:
    """One order with its one or more numbers of a series, rising."""

    at: pd.Timestamp
    """Naive UTC."""
    period: str
    """The period key in the number's text, '' for none: within another period the counter starts again."""
    numbers: tuple[int, ...]

    @property
    def low(self) -> int:
        """Its lowest number."""
        return self.numbers[0]

    @property
    def high(self) -> int:
        """Its highest number: the second invoice of an order that was split."""
        return self.numbers[-1]


@dataclass(frozen=True, kw_only=True)
class OwnSeries:
    """What the own orders show of one series of numbers."""

    label: str
    """The fixed pattern around the running number: ``INV-{year}-{number}``."""
    orders: tuple[OwnOrder, ...]
    """By time. Without those whose time no source told."""
    numbers: tuple[tuple[str, int], ...]
    """Period and number of all own numbers, of orders without a time and of credit notes too."""
    widths: tuple[int, ...]
    """How many digits each order's lowest number is printed with."""
    digits: tuple[str, ...]
    """All digits of each order's lowest number as printed, in the order of ``orders``."""

    @classmethod
    def of(cls, label: str, read: pd.DataFrame) -> Self:
        """Group rows (order, at, period, number, width, digits, credit_note) into orders."""
        placed = read[read["at"].notna() & ~read["credit_note"]].sort_values(["at", "number"], kind="stable")
        groups = [group for _, group in placed.groupby(["order", "period"], sort=False)]
        orders = [
            OwnOrder(
                at=group["at"].iloc[0], period=group["period"].iloc[0], numbers=tuple(sorted(set(group["number"])))
            )
            for group in groups
        ]
        return cls(
            label=label,
            orders=tuple(orders),
            numbers=tuple(sorted(set(zip(read["period"], read["number"], strict=True)))),
            widths=tuple(int(group["width"].iloc[0]) for group in groups),
            digits=tuple(group["digits"].iloc[0] for group in groups),
        )


def own_series(orders: pd.DataFrame) -> list[OwnSeries]:
    """Read own orders into their series, sorted by label.

    ``orders``: ordered_at_utc (naive), order_number (or None; the column may lack), invoice_number, credit_note (may
    lack too). Rows with the same order number, or else the same instant, are one order. Texts without a digit are left
    out: no number. A credit note's number counts where it is of the invoices' counter.
    """
    read = parse_numbers(orders["ordered_at_utc"], orders["invoice_number"])
    frame = read.assign(
        at=pd.to_datetime(orders["ordered_at_utc"]), order=_order_keys(orders), credit_note=are_credit_notes(orders)
    )
    numbered = frame[frame["number"].notna()]
    shared = numbered[~of_another_counter(numbered)]
    return [OwnSeries.of(str(label), group) for label, group in shared.groupby("series", sort=True)]


def are_credit_notes(orders: pd.DataFrame) -> pd.Series:
    """Tell for each own number whether it is a credit note's; none is where nothing says so."""
    return orders.get("credit_note", pd.Series(data=False, index=orders.index)).astype(bool)


def _order_keys(orders: pd.DataFrame) -> list[str]:
    """Tell orders apart by the instant, by the order number where it spans two instants."""
    at = orders["ordered_at_utc"].astype(str)
    if "order_number" not in orders:
        return list(at)
    names = orders["order_number"].astype("string").fillna("")
    firsts = at.groupby(names).transform("first")
    return [first if name else instant for instant, name, first in zip(at, names, firsts, strict=True)]
