"""Vaccination sites of New York State: for each site its days, with a window and how many appointments are left.

Recognise it: the answer has ``sites``, each with ``link`` and ``events`` of ``date``, ``time`` and ``appointments`` or
``available``.

    [sources.options]
    url = "/vaccination-sites.json"

Traps: a day is written as midnight in UTC and means the local day. Windows are written in two ways ("08:00 AM - 06:30
PM", "08:00:00.0 - 18:30:00.0"). A site without ``events`` was not answered for: its slots are unknown, not gone, so
such a look counts as one that did not see all. The site is known by its link, whose host may change. Never seen live:
the shape is that of recorded answers.
"""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from pipelines.records import Page
from spiders.slots.moments import day_of, window_of
from spiders.slots.platform import SlotPlatform
from spiders.slots.shapes import records_at, whole
from spiders.slots.told import Told
from spiders.slots.vocabulary import status_of


class NyStateSites(SlotPlatform):
    """Sites with their events."""

    @staticmethod
    def recognises(answer: object) -> bool:
        """Tell by the sites, which have events, or nothing but a link and an address."""
        sites = answer.get("sites") if isinstance(answer, dict) else None
        return isinstance(sites, list) and all(
            isinstance(s, dict) and ("events" in s or s.keys() <= {"name", "link", "address"}) for s in sites
        )

    def slots(self, answer: object, page: Page) -> Iterator[Told]:  # noqa: ARG002 - the answer says all
        """Yield a slot for each event of each site."""
        for site in records_at(answer, "sites"):
            ref = str(site.get("link") or site.get("name") or "") or None
            for event in records_at(site, "events"):
                if day := day_of(event.get("date")):
                    yield _slot(event, day, ref)

    def announced(self, answer: object) -> int:
        """Return how many events there are; a site that has no list of them is one more that was not seen."""
        sites = list(records_at(answer, "sites"))
        return sum(len(site["events"]) if isinstance(site.get("events"), list) else 1 for site in sites)


def _slot(event: Mapping[str, Any], day: date, ref: str | None) -> Told:
    places = whole(event.get("appointments"))
    status = status_of(places if places is not None else event.get("available"))
    if window := window_of(event.get("time")):
        return Told(
            start=datetime.combine(day, window[0]), end=window[1], status=status, places=places, location_ref=ref
        )
    return Told(start=day, status=status, places=places, location_ref=ref)
