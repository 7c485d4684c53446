"""A plan as a calendar file (iCalendar, RFC 5545)."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from pipelines.clock import now_utc
from spiders.declaration import Retailer

QUARTER = timedelta(minutes=15)
"""How long placing an order takes in the calendar."""


def calendar(retailer: Retailer, rows: Iterable[Mapping[str, Any]]) -> bytes:
    """Return the rows of a plan as one entry an order, on the retailer's clock."""
    found = Calendar()
    found.add("prodid", "-//orderscope//plan//EN")
    found.add("version", "2.0")
    for row in rows:
        for at_local in row["at_local"].split(" and "):
            found.add_component(_entry(retailer, row, at_local))
    return bytes(found.to_ical())


def _entry(retailer: Retailer, row: Mapping[str, Any], at_local: str) -> Event:
    start = datetime.fromisoformat(at_local).replace(tzinfo=ZoneInfo(retailer.timezone))
    entry = Event()
    entry.add("uid", f"{retailer.slug}-{row['what']}-{start:%Y%m%dT%H%M}@orderscope")
    entry.add("dtstamp", now_utc().replace(tzinfo=ZoneInfo("UTC")))
    entry.add("dtstart", start)
    entry.add("dtend", start + QUARTER)
    entry.add("summary", f"Test order at {retailer.name} ({row['what']})")
    entry.add("description", row["why"])
    return entry
