"""Compartments of parcel lockers: how many of each size are free now.

Recognise it: ``/locker-capacity?apm=ID`` (InPost) and the like: a record with ``total`` and ``available``, or one such
record for each size (``A``, ``B``, ``C``); or a list of points whose ``locker_availability`` says a word for each size.

    [sources.options]
    url = "https://api.inpost247.uk/locker-capacity?apm={location_ref}"
    locations = ["UK00012345"]

What is free now is kept as a slot of the whole day, one for each size, whose places change; the size is the service.

Traps: a compartment is taken by parcels of all senders, so these are no orders of one retailer. ``lastUpdatedTime`` may
be hours ago: then it is an old truth seen again. A locker out of operation is closed, whatever it says of compartments.
Never seen live: the shape is that of published client code.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from pipelines.records import Page
from spiders.slots.moments import day_of, moment_of, time_of, window_of
from spiders.slots.platform import SlotPlatform
from spiders.slots.shapes import records_at, whole
from spiders.slots.told import Told
from spiders.slots.vocabulary import plain, status_of, values_of

Locker = Mapping[str, Any]
_REFS = ("apm", "name", "id", "ref", "locker_id", "point_id", "code")
_UPDATED = ("lastUpdatedTime", "last_updated", "updated_at", "updatedAt")
_OUT = {"non operating", "nonoperating", "disabled", "removed", "out of order", "offline"}


class ParcelLockers(SlotPlatform):
    """A slot of today for each size of each locker."""

    @staticmethod
    def recognises(answer: object) -> bool:
        """Tell by the numbers or words for each size."""
        return any(_sizes(locker) for locker in _lockers(answer))

    def slots(self, answer: object, page: Page) -> Iterator[Told]:
        """Yield what each size of each locker has left."""
        for locker in _lockers(answer):
            ref = next((str(locker[name]) for name in _REFS if locker.get(name)), None)
            out = plain(str(locker.get("status") or "")) in _OUT
            for size, told in _sizes(locker).items():
                slot = _slot(told, _day(locker) or self.today(page))
                yield Told(
                    start=slot.start,
                    status="closed" if out else slot.status,
                    places=slot.places,
                    capacity=slot.capacity,
                    location_ref=ref,
                    service=size,
                )


def _lockers(answer: object) -> list[Locker]:
    for names in ((), ("items",), ("points",), ("lockers",), ("data",)):
        found: list[Locker] = list(records_at([answer] if not names and isinstance(answer, dict) else answer, *names))
        if any(_sizes(locker) for locker in found):
            return found
    return []


def _sizes(locker: Locker) -> dict[str, object]:
    """Return what is told of each size, numbers or a word; of a locker without sizes, the numbers in all.

    A record with a time is a slot, and no locker.
    """
    if any(_is_time(said) for field in ("start", "date", "window") for said in values_of(field, locker)):
        return {}
    sizes = {name: part for name, part in locker.items() if isinstance(part, dict) and _counts(part)}
    words = locker.get("locker_availability")
    if not sizes and isinstance(words, dict) and isinstance(words.get("details"), dict):
        return {name: word for name, word in words["details"].items() if isinstance(word, str)}
    return dict(sizes) if sizes or not _counts(locker) else {"": dict(locker)}


def _is_time(said: object) -> bool:
    return bool(moment_of(said) or day_of(said) or time_of(said) or window_of(said))


def _counts(part: Locker) -> bool:
    return whole(part.get("total")) is not None and whole(part.get("available")) is not None


def _slot(told: object, day: date) -> Told:
    if not isinstance(told, dict):
        return Told(start=day, status=status_of(told))
    places, capacity = whole(told["available"]), whole(told["total"])
    return Told(start=day, status=status_of(places), places=places, capacity=capacity)


def _day(locker: Locker) -> date | None:
    said = next((locker[name] for name in _UPDATED if locker.get(name)), None)
    moment = moment_of(said)
    return moment.date() if moment else day_of(said)
