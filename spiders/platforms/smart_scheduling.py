"""SMART Scheduling Links: a publisher's locations, schedules and slots as files of FHIR resources, a line each.

Recognise it: an address that ends in ``$bulk-publish``; it answers a manifest with ``output``, a list of files of the
types Location, Schedule and Slot.

    [sources.options]
    url = "/fhir/$bulk-publish"

The manifest is asked first, then the files of schedules one after the other, since only they say where a slot is, then
those of slots. A slot's service is its schedule: a location can have several. Saved files of one folder are read
together.

Traps: free and busy slots are both published by those who follow the rules, and only then is the capacity of a window
known; capacities may be estimates. A file that was cut short holds a broken line: the look then did not see all. What
busy means is told by the status: busy and busy-tentative are full, busy-unavailable is closed. Recorded files must be
a bundle to be imported: in a file of slots alone nothing says where they are. Never seen live.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import urljoin

from pipelines.records import Page, Reading
from spiders.platform import Ask
from spiders.slots.fhir import RESOURCES, places_of_schedules, resources_of, slots_of
from spiders.slots.platform import SlotPlatform
from spiders.slots.shapes import records_at
from spiders.slots.told import Told


class SmartScheduling(SlotPlatform):
    """A manifest, schedules, slots."""

    leads_on = True

    @staticmethod
    def recognises(answer: object) -> bool:
        """Tell by the manifest's files, or by the resources."""
        resources = list(records_at(answer))
        return any(str(one.get("resourceType")) in RESOURCES or _urls([one], "Slot", "") for one in resources)

    def answer(self, page: Page) -> list[dict[str, object]]:
        """Return the resources of a file; a manifest is the only one of its file."""
        return resources_of(page.body)

    def read(self, page: Page) -> Reading:
        """Read a file; an empty one holds no slots of this type."""
        return super().read(page) if page.body.strip() or not page.context else Reading(outcome="ok")

    def slots(self, answer: object, page: Page) -> Iterator[Told]:
        """Yield the slots of a file."""
        resources = list(records_at(answer))
        known: dict[str, str] = json.loads(page.context.get("schedules", "{}"))
        yield from slots_of(resources, known | places_of_schedules(resources))

    def announced(self, answer: object) -> int | None:
        """Return how many slots the file would hold if each of its lines could be read; None where all can."""
        resources = list(records_at(answer))
        broken = sum(not resource for resource in resources)
        return len(list(slots_of(resources, {}))) + broken if broken else None

    def beside(self, pages: Iterable[Page]) -> Mapping[str, str]:
        """Return whose the schedules are in the files beside one of slots."""
        known: dict[str, str] = {}
        for page in pages:
            known |= places_of_schedules(resources_of(page.body))
        return {"schedules": json.dumps(known)}

    def follow(self, page: Page, reading: Reading) -> Iterable[Ask]:  # noqa: ARG002 - the page says where it leads
        """Ask for the next file of schedules, with what the others said, or for all files of slots."""
        resources = resources_of(page.body)
        files = {kind: _urls(resources, kind, page.url) for kind in ("Schedule", "Slot")}
        if not any(files.values()):
            files = json.loads(page.context.get("files", '{"Schedule": [], "Slot": []}'))
        known = json.loads(page.context.get("schedules", "{}")) | places_of_schedules(resources)
        waiting = files["Schedule"] or files["Slot"]
        left = {"Schedule": files["Schedule"][1:], "Slot": files["Slot"] if files["Schedule"] else []}
        context = {"schedules": json.dumps(known), "files": json.dumps(left)}
        for url in waiting[: 1 if files["Schedule"] else None]:
            yield Ask(url=url, headers={"Accept": "application/fhir+ndjson"}, context=context)


def _urls(resources: Iterable[Mapping[str, object]], kind: str, base: str) -> list[str]:
    outputs = (file for manifest in resources for file in records_at(manifest, "output"))
    return [urljoin(base, str(file["url"])) for file in outputs if file.get("type") == kind and file.get("url")]
