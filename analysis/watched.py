"""What was watched of each retailer, as the estimators take it."""

from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from analysis.estimators.assumptions import DEFAULTS, Assumptions
from analysis.estimators.calendar import Calendar, Event
from analysis.frames import query
from pipelines.warehouse import Connection

_FRAMES = ("orders", "snapshots", "locator_looks", "assumptions", "events")


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
    assumptions: Assumptions
    calendar: Calendar


def watched(con: Connection) -> Iterator[Watched]:
    """Yield every retailer with own orders."""
    frames = {name: query(con, f"frames/{name}") for name in _FRAMES}
    for zone in query(con, "frames/zones").to_dict("records"):
        of = {name: frame[frame["retailer"] == zone["retailer"]] for name, frame in frames.items()}
        yield Watched(
            retailer=zone["retailer"],
            timezone=zone["timezone"],
            orders=of["orders"].drop(columns="retailer"),
            snapshots=of["snapshots"].drop(columns="retailer"),
            looks=of["locator_looks"]["snapshot_at"],
            assumptions=_assumptions(of["assumptions"]),
            calendar=_calendar(of["events"]),
        )


def _assumptions(declared: pd.DataFrame) -> Assumptions:
    assumptions = DEFAULTS
    for row in declared.dropna(subset="low").to_dict("records"):
        assumptions = assumptions.override(row["assumption"], (row["low"], row["high"]), row["why"])
    return assumptions


def _calendar(declared: pd.DataFrame) -> Calendar:
    shut = declared[declared["kind"] == "closed"].to_dict("records")
    closed = [day.date() for row in shut for day in pd.date_range(row["local_date"], periods=row["days"])]
    events = [
        Event(start=pd.Timestamp(row["local_date"]).date(), days=row["days"], label=row["label"])
        for row in declared[declared["kind"] != "closed"].to_dict("records")
    ]
    return Calendar(closed=tuple(closed), events=tuple(events))
