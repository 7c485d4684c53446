"""Nights of recreation.gov's campsites: a grid of campsites and days, a month at a time.

Recognise it: ``/api/camps/availability/campground/{id}/month?start_date=2023-10-01T00%3A00%3A00.000Z``; the answer has
``campsites``, each with ``availabilities`` by day.

    [sources.options]
    url = "/api/camps/availability/campground/{location_ref}/month?start_date={month}T00%3A00%3A00.000Z"
    locations = ["234779"]                # campgrounds; a row's place is the campsite in it
    months = 6

Traps: a day is written as midnight in UTC and means the campground's own day. "Open" means first come, first served:
nothing is offered for booking. "Not Reservable" and "NYR" (not yet released) are no bookings. Never seen
live: the shape is that of recorded answers.
"""

from collections.abc import Iterator

from pipelines.records import Page
from spiders.slots.moments import day_of
from spiders.slots.platform import SlotPlatform
from spiders.slots.told import Told
from spiders.slots.vocabulary import plain, status_of

_OURS = {"open": "not_offered"}


class RecreationGov(SlotPlatform):
    """A slot for each campsite and night."""

    @staticmethod
    def recognises(answer: object) -> bool:
        """Tell by the campsites and their days."""
        sites = answer.get("campsites") if isinstance(answer, dict) else None
        return isinstance(sites, dict) and all(isinstance(s, dict) and "availabilities" in s for s in sites.values())

    def slots(self, answer: object, page: Page) -> Iterator[Told]:  # noqa: ARG002 - the answer says all
        """Yield the nights of each campsite."""
        assert isinstance(answer, dict)
        for ref, site in answer["campsites"].items():
            nights = site["availabilities"]
            for night, said in nights.items() if isinstance(nights, dict) else ():
                if day := day_of(night):
                    status = _OURS.get(plain(str(said))) or status_of(said)
                    yield Told(start=day, status=status, location_ref=str(site.get("campsite_id") or ref))
