"""Free appointments of Doctolib: what is listed is free, what is not listed is not told.

Recognise it: ``/availabilities.json?start_date=…&visit_motive_ids=…&agenda_ids=…&practice_ids=…&limit=…``; the answer
has ``availabilities``, a list of days with ``slots``.

    [sources.options]
    url = "/availabilities.json?start_date={date}&practice_ids={location_ref}&visit_motive_ids=12&limit=7"
    days = 1                              # {date} is today; the limit says how many days are answered
    locations = ["4711"]                  # practice ids
    minutes = 10                          # no end is told

Traps: slots come as texts or as objects with ``start_date``, and those with ``steps`` (a first and a second
appointment) are one slot. ``next_slot`` is a date outside the days asked for, no slot. A slot before the day from
which on one asked is past, whatever its place in the list; where the address does not say from when, the answer's
first day does, or its first slot. Never seen live: the shape is that of recorded answers.
"""

from collections.abc import Iterator
from datetime import date, datetime
from urllib.parse import parse_qs, urlsplit

from pipelines.records import Page
from spiders.slots.moments import day_of, moment_of
from spiders.slots.platform import SlotPlatform
from spiders.slots.shapes import records_at
from spiders.slots.told import Told


class Doctolib(SlotPlatform):
    """Days with the free times in them."""

    @staticmethod
    def recognises(answer: object) -> bool:
        """Tell by the list of days."""
        days = answer.get("availabilities") if isinstance(answer, dict) else None
        return isinstance(days, list) and all(isinstance(day, dict) and _has_starts(day.get("slots")) for day in days)

    def slots(self, answer: object, page: Page) -> Iterator[Told]:
        """Yield a slot for each time."""
        days = list(records_at(answer, "availabilities"))
        asked_from = _asked_from(page.url) or (day_of(days[0].get("date")) if days else None)
        for slot in (slot for day in days for slot in day.get("slots") or ()):
            end = moment_of(slot.get("end_date")) if isinstance(slot, dict) else None
            if start := _start(slot):
                asked_from = asked_from or start.date()
                yield Told(start=start, end=end, status="free" if start.date() >= asked_from else "past_cutoff")


def _asked_from(url: str) -> date | None:
    return day_of(parse_qs(urlsplit(url).query).get("start_date", [""])[0])


def _start(slot: object) -> datetime | None:
    return moment_of(slot.get("start_date") if isinstance(slot, dict) else slot)


def _has_starts(slots: object) -> bool:
    return all(map(_start, slots)) if isinstance(slots, list) else slots is None
