"""What all platforms of slots share: how they ask, and from what a page tells to rows."""

from abc import abstractmethod
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, date
from typing import ClassVar
from zoneinfo import ZoneInfo

from pipelines.clock import now_utc
from pipelines.records import Page, Reading, Row
from spiders.errors import Changed
from spiders.json_answer import parsed
from spiders.platform import Ask, Platform
from spiders.reading import found
from spiders.slots.asks import SlotWords
from spiders.slots.told import Told

_ASKED_FOR = ("location_ref", "date", "month")


class SlotPlatform(Platform):
    """A family of sources of slots; a subclass knows the shape of its answers."""

    Options: ClassVar[type[SlotWords]] = SlotWords
    options: SlotWords
    reads_any_shape: ClassVar[bool] = False
    """Whether it is asked last, when no other knows the shape of an answer."""
    leads_on: ClassVar[bool] = False
    """Whether pages without slots lie on the way to those with slots."""

    @staticmethod
    @abstractmethod
    def recognises(answer: object) -> bool:
        """Tell whether an answer has this family's shape."""

    @abstractmethod
    def slots(self, answer: object, page: Page) -> Iterable[Told]:
        """Yield what an answer of this shape tells; a part that is no slot is passed over."""

    def announced(self, answer: object) -> int | None:  # noqa: ARG002 - most sources announce nothing
        """Return how many slots the source says there are."""
        return None

    def answer(self, page: Page) -> object:
        """Return what a page holds; raises Changed."""
        return parsed(page.body)

    def beside(self, pages: Iterable[Page]) -> Mapping[str, str]:  # noqa: ARG002 - most answers stand for themselves
        """Return the context that saved pages of the same publication give to one of them."""
        return {}

    def first(self) -> Iterable[Ask]:
        """Ask for each place, day or month that the address names."""
        today = now_utc().replace(tzinfo=UTC).astimezone(ZoneInfo(self.retailer.timezone)).date()
        return self.options.asks(self.url(self.options.url), today)

    def read(self, page: Page) -> Reading:
        """Read the slots of one answer."""
        answer = self.answer(page)
        if not self.recognises(answer):
            raise Changed(f"it has not the shape of a {self.source.platform} answer")
        rows = [self._row(slot, page) for slot in self.slots(answer, page)]
        announced = self.announced(answer)
        return Reading(outcome="ok", announced=announced) if self.leads_on and not rows else found(rows, announced)

    def follow(self, page: Page, reading: Reading) -> Iterable[Ask]:
        """Ask for the pages that the paging says are left."""
        words = {name: page.context[name] for name in _ASKED_FOR if name in page.context}
        for number in self.options.paging.after(int(page.context["page"]), len(reading.rows), reading.announced):
            yield self.options.ask_for(self.url(self.options.url), words, number)

    def today(self, page: Page) -> date:
        """Return the retailer's local day on which a page was seen."""
        return page.seen_at_utc.replace(tzinfo=UTC).astimezone(ZoneInfo(self.retailer.timezone)).date()

    def _row(self, slot: Told, page: Page) -> Row:
        place = slot.location_ref or page.context.get("location_ref")
        return self.options.row(replace(slot, location_ref=place).row(self.retailer.timezone, self.options.minutes))
