"""Slots in JSON of any shape, found by what the fields are called: times, days, grids of days, weekly hours.

Recognise it: the answer is JSON with times in it, and no other platform of slots knows it. Names in several languages
are understood (``spiders/slots/words.toml``); where they are not, map the fields by hand with ``json_api``.

    [sources.options]
    url = "/api/stores/{location_ref}/slots?from={date}"
    items = "data.calendar"               # JMESPath of the part with the slots; "@" for the whole answer
    locations = ["12", "17"]
    echo = "data.store.id"                # where the answer says which of them it is about: another is `changed`
    days = 1
    values = { status = { "Wachtlijst" = "full" } }   # the source's word = ours, where it is not understood

What is understood: records with a start and an end (a moment, or a day and times of day); ``available`` as a flag or a
number; places left with capacity or booked; days that hold a list of times (listed is free); grids of days or times
with a number, a flag or a word; days with a count of open windows (a pseudo-slot for the day); weekly hours, laid out
over the next seven days as free, since nothing else is told.

Traps: a record with a start and an end that is no slot, such as a promotion, is taken for one: name the part with the
slots in ``items``. A flag that only says "no" is read as full, though it may be closed. A word that is not understood
writes no state; it is set aside with the word.
"""

from collections.abc import Iterator

from pipelines.records import Page
from spiders.json_path import JsonPath, json_path
from spiders.slots.asks import SlotWords
from spiders.slots.calendar import slots_in
from spiders.slots.platform import SlotPlatform
from spiders.slots.told import Told


class JsonCalendar(SlotPlatform):
    """Whatever has times in it."""

    class Options(SlotWords):
        """The words of a json_calendar source."""

        items: JsonPath = "@"

    options: Options
    reads_any_shape = True

    @staticmethod
    def recognises(answer: object) -> bool:
        """Tell whether there can be slots in it at all."""
        return isinstance(answer, dict | list)

    def slots(self, answer: object, page: Page) -> Iterator[Told]:
        """Yield the slots of the part that is named."""
        yield from slots_in(json_path(self.options.items)(answer), self.today(page))
