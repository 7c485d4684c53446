"""What a source tells of one slot, before time zones are settled."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from pipelines.records import Row


@dataclass(frozen=True, kw_only=True)
class Told:
    """One slot in the source's own terms; None is not told."""

    start: date | datetime
    """A date is the whole local day; a datetime without offset stands on the source's wall clock."""
    end: datetime | None = None
    status: str | None = None
    """One of ours where the source's word is known, else the word itself; None is unknown."""
    places: int | None = None
    """Places left."""
    capacity: int | None = None
    """Places in all."""
    cutoff: datetime | None = None
    location_ref: str | None = None
    service: str | None = None

    def row(self, timezone: str, minutes: int) -> Row:
        """Return the row for the clean stage.

        ``minutes`` is how long a slot is of which only the start is told; 0 for not known.
        """
        start, end = self.bounds(timezone)
        end = end or (start + timedelta(minutes=minutes) if minutes else None)
        return {
            "location_ref": self.location_ref,
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
            return self.start, self.end
        return midnight(self.start, timezone), midnight(self.start + timedelta(days=1), timezone)


def midnight(day: date, timezone: str) -> datetime:
    """Return the first instant of a local day.

    >>> midnight(date(2025, 3, 30), "Europe/Amsterdam").isoformat()
    '2025-03-30T00:00:00+01:00'
    """
    wall = datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(timezone))
    offset = wall.utcoffset() or timedelta()
    # Where clocks skip midnight the day begins later, with the new offset; the same instant either way.
    return (wall.replace(tzinfo=None) - offset).replace(tzinfo=ZoneInfo("UTC")).astimezone(ZoneInfo(timezone))
