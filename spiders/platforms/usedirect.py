"""Nights of parks that use UseDirect (Tyler Recreation Dynamics): a grid of a facility's units and days.

Recognise it: POST ``…/rdr/search/grid``; the answer has ``Facility.Units``, each with ``Slices`` that say ``IsFree``.

    [sources.options]
    url = "/minnesotardr/rdr/search/grid"
    json = { FacilityId = "{location_ref}", StartDate = "{date}", Nights = 31, UnitTypeId = 0 }
    locations = ["757"]                   # facilities; a row's place is the unit in it
    days = 1

Traps: a slice that is not free is booked where it has a reservation or a lock, closed where it is blocked, and
otherwise not offered. Units that a filter hides are left out of the answer. Never seen live: the shape is that of
recorded answers.
"""

from collections.abc import Iterator, Mapping

from pipelines.records import Page
from spiders.slots.moments import day_of
from spiders.slots.platform import SlotPlatform
from spiders.slots.shapes import records_at
from spiders.slots.told import Told


class Usedirect(SlotPlatform):
    """A slot for each unit and night."""

    @staticmethod
    def recognises(answer: object) -> bool:
        """Tell by the facility; one without units has none that are open."""
        return isinstance(answer, dict) and isinstance(answer.get("Facility"), dict) and "Units" in answer["Facility"]

    def slots(self, answer: object, page: Page) -> Iterator[Told]:  # noqa: ARG002 - the answer says all
        """Yield the nights of each unit."""
        assert isinstance(answer, dict)
        units = answer["Facility"]["Units"]
        for ref, unit in units.items() if isinstance(units, dict) else ():
            for night in records_at(unit, "Slices"):
                if day := day_of(night.get("Date")):
                    yield Told(start=day, status=_status(night), location_ref=ref)


def _status(night: Mapping[str, object]) -> str | None:
    if not isinstance(night.get("IsFree"), bool):
        return None
    if night["IsFree"]:
        return "not_offered" if night.get("IsWalkin") else "free"
    if night.get("IsBlocked"):
        return "closed"
    return "full" if night.get("ReservationId") or night.get("Lock") else "not_offered"
