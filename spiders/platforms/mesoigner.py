"""Free appointments of MeSoigner: days, each a record with the day for its name, and how many places each time has.

Recognise it: the answer is ``{"total": 4, "slots": [{"2021-06-16": [{"slot_beginning": "…", "number_of_slots": 1}]}]}``

    [sources.options]
    url = "/api/pharmacies/{location_ref}/slots?start={date}"
    days = 1
    locations = ["4711"]
    minutes = 5                           # no end is told

Traps: names of days can be impossible ("2021-06-185"); the times carry their own day, so the names are not needed.
Never seen live: the shape is that of recorded answers.
"""

from collections.abc import Iterator

from pipelines.records import Page
from spiders.slots.moments import moment_of
from spiders.slots.platform import SlotPlatform
from spiders.slots.shapes import records_at, whole
from spiders.slots.told import Told
from spiders.slots.vocabulary import status_of


class Mesoigner(SlotPlatform):
    """Days with their times and places."""

    @staticmethod
    def recognises(answer: object) -> bool:
        """Tell by the list of days beside their total."""
        days = answer.get("slots") if isinstance(answer, dict) and "total" in answer else None
        return isinstance(days, list) and all(isinstance(day, dict) and _has_times(day) for day in days)

    def slots(self, answer: object, page: Page) -> Iterator[Told]:  # noqa: ARG002 - the answer says all
        """Yield a slot for each time."""
        for day in records_at(answer, "slots"):
            for slot in (slot for slots in day.values() for slot in records_at(slots)):
                places = whole(slot.get("number_of_slots"))
                if start := moment_of(slot.get("slot_beginning")):
                    yield Told(start=start, status=status_of(True if places is None else places), places=places)


def _has_times(day: dict[str, object]) -> bool:
    return all(isinstance(v, list) and all("slot_beginning" in slot for slot in records_at(v)) for v in day.values())
