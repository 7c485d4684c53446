"""Jitter: looks that do not come on the stroke of the hour, and yet are due at instants that all who ask agree on."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from pipelines.due.timetable import Timetable, length

_SECOND = timedelta(seconds=1)


@dataclass(frozen=True, kw_only=True)
class Jittered(Timetable):
    """Due times moved on by up to ``most``, each by its own share, which follows from the source and the time."""

    timetable: Timetable
    spider: str
    most: timedelta

    def between(self, after_utc: datetime, until_utc: datetime) -> list[datetime]:
        """Return the due times after the one instant and up to the other."""
        moved = {self._moved(due) for due in self.timetable.between(after_utc - self.most, until_utc)}
        return sorted(due for due in moved if after_utc < due <= until_utc)

    def latest(self, due_utc: datetime) -> datetime | None:
        """Return until when a due time may be run late."""
        return self.timetable.latest(due_utc)

    def places(self, due_utc: datetime) -> frozenset[str] | None:
        """Return the locations that are looked at at a due time."""
        before = self.timetable.between(due_utc - self.most - _SECOND, due_utc)
        return self.timetable.places_of(due for due in before if self._moved(due) == due_utc)

    def in_words(self, now_utc: datetime) -> str:
        """Return what is moved, and by how much at most."""
        return f"{self.timetable.in_words(now_utc)}, up to {length(self.most)} later"

    def _moved(self, due_utc: datetime) -> datetime:
        """Move a due time on, unless its window would close before it."""
        drawn = int.from_bytes(sha256(f"{self.spider} {due_utc.isoformat()}".encode()).digest()[:8], "big")
        moved = due_utc + drawn % (self.most // _SECOND + 1) * _SECOND
        latest = self.timetable.latest(due_utc)
        return moved if latest is None or moved < latest else due_utc
