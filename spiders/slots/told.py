"""What a source tells of one slot, before time zones are settled."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from pipelines.records import Row
from spiders.slots.wall_clock import case_of


@dataclass(frozen=True, kw_only=True)
class Told:
    """One slot in the source's own terms; None is not told."""

    start: date | datetime
    """A date is the whole local day; a datetime without offset stands on the source's wall clock."""
    end: datetime | time | None = None
    """A time of day is the next one after the start."""
    status: str | None = None
    """One of ours where the source's word is known, else the word itself; None is unknown."""
    places: int | None = None
    """Places left."""
    capacity: int | None = None
    """Places in all."""
    cutoff: datetime | None = None
    location_ref: str | None = None
    service: str | None = None
    slot_ref: str | None = None
    """What the source calls it."""

    def row(self, timezone: str, minutes: int) -> Row:
        """Return the row for the clean stage.

        ``minutes`` is how long a slot is of which only the start is told; 0 for not known.
        """
        start, end = self.bounds(timezone)
        end = end or (start + timedelta(minutes=minutes) if minutes else None)
        return {
            "location_ref": self.location_ref,
            "slot_ref": self.slot_ref,
            "service": self.service,
            "slot_start_utc": start.isoformat(),
            "slot_end_utc": end.isoformat() if end else None,
            "status": self.status or "unknown",
            "places": self.places,
            "capacity": self.capacity,
            "cutoff_utc": self.cutoff.isoformat() if self.cutoff else None,
        }

    def bounds(self, timezone: str) -> tuple[datetime, datetime | None]:
        """Return start and end; a day's are its own midnights, so that it has 23 or 25 hours when clocks change."""
        if isinstance(self.start, datetime):
            end = _next(self.start, self.end, timezone) if isinstance(self.end, time) else self.end
            return self.start, end
        return midnight(self.start, timezone), midnight(self.start + timedelta(days=1), timezone)


def _next(start: datetime, clock: time, timezone: str) -> datetime:
    """Return the wall clock's next showing of a time of day: on the next day where it is not later on this one."""
    zone = ZoneInfo(timezone)
    wall = start.astimezone(zone).replace(tzinfo=None) if start.tzinfo else start
    end = datetime.combine(wall.date(), clock)
    goes_back = case_of(wall, zone) == case_of(end, zone) == "twice"  # from 02:30 to 02:00: half an hour
    return end if end > wall or goes_back else end + timedelta(days=1)


def midnight(day: date, timezone: str) -> datetime:
    """Return the first instant of a local day.

    >>> midnight(date(2025, 3, 30), "Europe/Amsterdam").isoformat()
    '2025-03-30T00:00:00+01:00'
    """
    wall = datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(timezone))
    offset = wall.utcoffset() or timedelta()
    # Where clocks skip midnight the day begins later, with the new offset; the same instant either way.
    return (wall.replace(tzinfo=None) - offset).replace(tzinfo=ZoneInfo("UTC")).astimezone(ZoneInfo(timezone))
