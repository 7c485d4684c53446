"""A window in the retailer's day: what is due outside of it waits until it opens."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from pipelines.clock import to_local, to_utc
from pipelines.due.timetable import Timetable

_DAY = timedelta(days=1)
_LONGEST = timedelta(hours=25)  # whoever waits does so for a day at most, and a day has 25 hours at most


@dataclass(frozen=True, kw_only=True)
class Windowed(Timetable):
    """Due times within a window of local time; one that ends before it begins lasts over midnight."""

    timetable: Timetable
    opens: time
    closes: time
    timezone: str

    def between(self, after_utc: datetime, until_utc: datetime) -> list[datetime]:
        """Return the due times after the one instant and up to the other."""
        moved = {self._moved(due) for due in self.timetable.between(after_utc - _LONGEST, until_utc)}
        return sorted(due for due in moved if after_utc < due <= until_utc)

    def latest(self, due_utc: datetime) -> datetime:
        """Return when the window of a due time closes."""
        local = to_local(due_utc, self.timezone)
        days = _DAY if local.time() >= self.closes else timedelta(0)
        return to_utc(datetime.combine(local + days, self.closes), self.timezone)

    def places(self, due_utc: datetime) -> frozenset[str] | None:
        """Return the locations that are looked at at a due time, those included that waited for it."""
        before = self.timetable.between(due_utc - _LONGEST, due_utc)
        return self.timetable.places_of(due for due in before if self._moved(due) == due_utc)

    def in_words(self, now_utc: datetime) -> str:
        """Return what is in the window, and the window."""
        return f"{self.timetable.in_words(now_utc)}, {self.opens:%H:%M} to {self.closes:%H:%M} in {self.timezone}"

    def _moved(self, due_utc: datetime) -> datetime:
        local = to_local(due_utc, self.timezone)
        clock = local.time()
        over_midnight = self.closes <= self.opens
        inside = (clock >= self.opens or clock < self.closes) if over_midnight else self.opens <= clock < self.closes
        if inside:
            return due_utc
        days = timedelta(0) if clock < self.opens else _DAY
        return to_utc(datetime.combine(local + days, self.opens), self.timezone)
