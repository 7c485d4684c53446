"""When a source is due: instants that everybody who asks computes alike."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

_EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001 - instants are UTC without zone
_FIRST_SPAN, _LAST_SPAN = timedelta(hours=1), timedelta(days=4000)
# Into the first of which one looks for a due time, and by how much the next is longer. 29 February comes every 8 years
# at worst.
_WEEK = timedelta(days=8)  # and what leads over from one to the next


class Timetable(ABC):
    """The due times of a source; instants are UTC without zone."""

    @abstractmethod
    def between(self, after_utc: datetime, until_utc: datetime) -> list[datetime]:
        """Return the due times after the one instant and up to the other, in order, none twice."""

    @abstractmethod
    def in_words(self, now_utc: datetime) -> str:
        """Return a line about it, as it is on the day of ``now_utc``."""

    def last(self, now_utc: datetime) -> datetime | None:
        """Return the last due time up to now; None when there is none in ten years."""
        found = (self.between(now_utc - span, now_utc) for span in _spans())
        return next((times[-1] for times in found if times), None)

    def after(self, instant_utc: datetime) -> datetime | None:
        """Return the first due time after an instant; None when there is none in ten years."""
        found = (self.between(instant_utc, instant_utc + span) for span in _spans())
        return next((times[0] for times in found if times), None)

    def latest(self, due_utc: datetime) -> datetime | None:  # noqa: ARG002 - only a window closes
        """Return until when a due time may be run late; None: until the next one comes."""
        return None

    def places(self, due_utc: datetime) -> frozenset[str] | None:  # noqa: ARG002 - most sources are asked as a whole
        """Return the locations that are looked at at a due time; None for all."""
        return None

    def places_of(self, due_times: Iterable[datetime]) -> frozenset[str] | None:
        """Return the locations that are looked at at some due times together; None for all."""
        found = [self.places(due) for due in due_times]
        return None if None in found else frozenset().union(*(some for some in found if some))

    def period(self, now_utc: datetime) -> timedelta:
        """Return the longest time from one of the coming due times to the next; ten years where there are no two."""
        found = (self.between(now_utc, now_utc + span) for span in (_WEEK, 50 * _WEEK, _LAST_SPAN))
        gaps = ([later - earlier for earlier, later in pairwise(times)] for times in found)
        return next((max(some) for some in gaps if some), _LAST_SPAN)


def _spans() -> Iterator[timedelta]:
    span = _FIRST_SPAN
    while span < _LAST_SPAN:
        yield span
        span *= 8
    yield _LAST_SPAN


@dataclass(frozen=True)
class Every(Timetable):
    """A grid that begins with 1970, so that all who ask agree.

    >>> Every(timedelta(hours=12)).last(datetime(2025, 1, 6, 13, 20))
    datetime.datetime(2025, 1, 6, 12, 0)
    """

    step: timedelta

    def between(self, after_utc: datetime, until_utc: datetime) -> list[datetime]:
        """Return the due times after the one instant and up to the other."""
        first = self.last(after_utc)
        return [first + n * self.step for n in range(1, (until_utc - first) // self.step + 1)]

    def last(self, now_utc: datetime) -> datetime:
        """Return the last due time up to now."""
        return now_utc - (now_utc - _EPOCH) % self.step

    def after(self, instant_utc: datetime) -> datetime:
        """Return the first due time after an instant."""
        return self.last(instant_utc) + self.step

    def in_words(self, now_utc: datetime) -> str:  # noqa: ARG002 - it is the same on every day
        """Return the step.

        >>> Every(timedelta(hours=36)).in_words(datetime(2025, 1, 6))
        'every 36 h'
        """
        return f"every {length(self.step)}"

    def period(self, now_utc: datetime) -> timedelta:  # noqa: ARG002 - it is the same on every day
        """Return the step."""
        return self.step


def length(time: timedelta) -> str:
    """Write a length of time in its largest whole unit.

    >>> length(timedelta(hours=36)), length(timedelta(days=7))
    ('36 h', '7 d')
    """
    minutes = time // timedelta(minutes=1)
    for unit, size in (("d", 24 * 60), ("h", 60)):
        if minutes and minutes % size == 0:
            return f"{minutes // size} {unit}"
    return f"{minutes} min"
