"""Free appointments of Valwin (ePharmacie): a paged list with starts and ends; what is not listed is not told.

Recognise it: the answer has ``result``, a list of records with ``timeDivisionId``, beside ``links`` with ``nbPages``.

    [sources.options]
    url = "/api/v2/meetings/{location_ref}/timeSlots?page={page}&pageSize={size}"
    paging = { kind = "page", size = 60 }
    locations = ["9b3bb1de"]

Traps: times are local, without offset. What is for sale at a time is told by ``title``; it is kept as the service.
Never seen live: the shape is that of recorded answers.
"""

from collections.abc import Iterator

from pipelines.records import Page
from spiders.slots.moments import moment_of
from spiders.slots.platform import SlotPlatform
from spiders.slots.shapes import records_at, whole
from spiders.slots.told import Told


class Valwin(SlotPlatform):
    """A list of slots, page by page."""

    @staticmethod
    def recognises(answer: object) -> bool:
        """Tell by the list and its paging."""
        return (
            isinstance(answer, dict)
            and isinstance(answer.get("result"), list)
            and isinstance(answer.get("links"), dict)
            and "nbPages" in answer["links"]
        )

    def slots(self, answer: object, page: Page) -> Iterator[Told]:  # noqa: ARG002 - the answer says all
        """Yield the slots listed."""
        for slot in records_at(answer, "result"):
            if start := moment_of(slot.get("start")):
                service = str(slot.get("title") or "").strip() or None
                yield Told(start=start, end=moment_of(slot.get("end")), status="free", service=service)

    def announced(self, answer: object) -> int | None:
        """Return the total of all pages."""
        return whole(answer["links"].get("total")) if isinstance(answer, dict) else None
