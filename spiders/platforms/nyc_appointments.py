"""Appointments of New York City's vaccination sites: places left, booked and in all for each time.

Recognise it: the answer is a list of records with ``startDate``, ``startTime``, ``totalAppointments``,
``bookedAppointments`` and ``availableAppointments``.

    [sources.options]
    url = "/api/sites/{location_ref}/appointments?date={date}"
    locations = ["33", "34"]              # or constants = { location_ref = "33" }: the answer does not name the site
    minutes = 10                          # no end is told

Traps: times are local, without offset, and in no order. Times that are past stay listed. A time that is full is left
out. ``activeAppointments`` are not part of the sum. Never seen live: the shape is that of recorded answers.
"""

from collections.abc import Iterator
from datetime import datetime

from pipelines.records import Page
from spiders.slots.moments import day_of, time_of
from spiders.slots.platform import SlotPlatform
from spiders.slots.shapes import records_at, whole
from spiders.slots.told import Told
from spiders.slots.vocabulary import status_of

_FIELDS = {"startDate", "startTime", "totalAppointments", "availableAppointments"}


class NycAppointments(SlotPlatform):
    """A list of times with their places."""

    @staticmethod
    def recognises(answer: object) -> bool:
        """Tell by the fields of the records; an empty list is an answer, too."""
        return isinstance(answer, list) and all(isinstance(item, dict) and item.keys() >= _FIELDS for item in answer)

    def slots(self, answer: object, page: Page) -> Iterator[Told]:  # noqa: ARG002 - the answer says all
        """Yield a slot for each time."""
        for item in records_at(answer):
            day, clock = day_of(item["startDate"]), time_of(item["startTime"])
            places, capacity = whole(item["availableAppointments"]), whole(item["totalAppointments"])
            if day and clock:
                start = datetime.combine(day, clock)
                yield Told(start=start, status=status_of(places), places=places, capacity=capacity)
