"""What was watched of each retailer, as the estimators take it."""

from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from analysis.estimators.assumptions import DEFAULTS, Assumptions
from analysis.estimators.calendar import Calendar, Event
from analysis.estimators.takings import Takings
from analysis.frames import query
from analysis.public_holidays import public_holidays
from pipelines.warehouse import Connection

_FRAMES = (
    "orders", "snapshots", "locator_looks", "slot_looks", "slot_locations", "assumptions", "events", "messages"
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Watched:
    """Everything that one retailer's estimates rest on; it can be sent to another process."""

    retailer: str
    timezone: str
    orders: pd.DataFrame
    """ordered_at_utc, order_number, invoice_number."""
    snapshots: pd.DataFrame
    """snapshot_at (UTC), location_id, status."""
    looks: pd.Series
    """When the locator was seen completely, UTC; an empty locator has a look and no snapshots."""
    messages: pd.DataFrame
    """channel, metric, published_at_utc, value, in_event."""
    assumptions: Assumptions
    calendar: Calendar
    takings: Takings | None = None
    """What was taken of its slots; None where none were watched."""


def watched(con: Connection) -> Iterator[Watched]:
    """Yield every retailer with own orders or with messages that got notice."""
    frames = {name: query(con, f"frames/{name}") for name in _FRAMES}
    for row in query(con, "frames/retailers").to_dict("records"):
        of = {name: frame[frame["retailer"] == row["retailer"]] for name, frame in frames.items()}
        years = of["orders"]["ordered_at_utc"].dt.year.dropna().astype(int)
        spanned = range(years.min(), years.max() + 1) if len(years) else range(0)
        offered = public_holidays(row["country"], row["holidays"], spanned)
        calendar = _calendar(of["events"], offered)
        yield Watched(
            retailer=row["retailer"],
            timezone=row["timezone"],
            orders=of["orders"].drop(columns="retailer"),
            snapshots=of["snapshots"].drop(columns="retailer"),
            looks=of["locator_looks"]["snapshot_at"],
            messages=of["messages"].drop(columns="retailer"),
            assumptions=_assumptions(of["assumptions"], row["timezone"], calendar),
            calendar=calendar,
            takings=_takings(of["slot_looks"], of["slot_locations"]),
        )


def _takings(looks: pd.DataFrame, locations: pd.DataFrame) -> Takings | None:
    if locations.empty:
        return None
    return Takings(looks=looks.drop(columns="retailer"), locations=locations.drop(columns="retailer"))


def _assumptions(declared: pd.DataFrame, zone: str, calendar: Calendar) -> Assumptions:
    assumptions = (
        DEFAULTS.override("A8", f"{len(calendar.closed)} days", "declared")
        .override("A9", f"{len(calendar.events)} events", "declared")
        .override("A10", zone, "declared")
    )
    for row in declared.dropna(subset=["low", "word"], how="all").to_dict("records"):
        value = (row["low"], row["high"]) if pd.isna(row["word"]) else row["word"]
        assumptions = assumptions.override(row["assumption"], value, row["why"])
    return assumptions


def _calendar(declared: pd.DataFrame, offered: Calendar) -> Calendar:
    """Put what is declared over the holidays that are offered: a day is what the declaration says of it."""
    days = {
        day.date(): row
        for row in declared.to_dict("records")
        for day in pd.date_range(row["local_date"], periods=row["days"])
    }
    closed = [day for day, row in days.items() if row["kind"] == "closed"]
    events = [
        Event(start=pd.Timestamp(row["local_date"]).date(), days=row["days"], label=row["label"])
        for row in declared[declared["kind"] != "closed"].to_dict("records")
    ]
    return Calendar(
        closed=(*closed, *(day for day in offered.closed if day not in days)),
        events=(*events, *(event for event in offered.events if event.start not in days)),
    )
