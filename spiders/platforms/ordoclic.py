"""Free appointments of Ordoclic, with their ends; what is not listed is not told.

Recognise it: ``/v1/solar/slots/availableSlots``; the answer has ``slots`` with ``timeStart`` and ``timeEnd`` and, when
there are none, ``nextAvailableSlotDate``.

    [sources.options]
    url = "/v1/solar/slots/availableSlots"
    json = { entityId = "{location_ref}", limit = 100 }
    locations = ["b4a0…"]

Traps: a slot also tells the rule that repeats it (``base``, ``until``, ``rrule``), whose times are not the slot's. The
times are UTC; ``timeStartUtcOffset`` says again what the wall clock shows. Never seen live: the shape is that of
recorded answers.
"""

from collections.abc import Iterator

from pipelines.records import Page
from spiders.slots.moments import moment_of
from spiders.slots.platform import SlotPlatform
from spiders.slots.shapes import records_at
from spiders.slots.told import Told


class Ordoclic(SlotPlatform):
    """A list of slots from when until when."""

    @staticmethod
    def recognises(answer: object) -> bool:
        """Tell by what is said of the next slot, or by the slots themselves."""
        slots = list(records_at(answer, "slots"))
        return isinstance(answer, dict) and (
            ("nextAvailableSlotDate" in answer and "slots" in answer)
            or (bool(slots) and all("timeStart" in slot and "timeEnd" in slot for slot in slots))
        )

    def slots(self, answer: object, page: Page) -> Iterator[Told]:  # noqa: ARG002 - the answer says all
        """Yield the slots listed."""
        for slot in records_at(answer, "slots"):
            if start := moment_of(slot.get("timeStart")):
                yield Told(start=start, end=moment_of(slot.get("timeEnd")), status="free")
