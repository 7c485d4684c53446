"""The shop's pick-up slots as FHIR resources, as a publisher of SMART Scheduling Links would tell them."""

from collections.abc import Iterable, Iterator

from sandbox.present import Entry

_CAPACITY = "http://fhir-registry.smarthealthit.org/StructureDefinition/slot-capacity"


def location_resources(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Yield a location for each entry of the locator."""
    for entry in entries:
        yield {"resourceType": "Location", "id": entry["id"], "name": entry["name"]}


def schedule_resources(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Yield the one schedule of each entry of the locator."""
    for entry in entries:
        actor = {"reference": f"Location/{entry['id']}"}
        yield {"resourceType": "Schedule", "id": f"pickup-{entry['id']}", "actor": [actor]}


def slot_resources(slots: Iterable[Entry]) -> Iterator[Entry]:
    """Yield the resources of each slot: its free and its busy places apart, as aggregated slots are published.

    FHIR has no word for past a cut-off: those slots are unavailable, as closed ones are.
    """
    for slot in slots:
        left, capacity = slot["left"], slot["capacity"]
        assert isinstance(capacity, int)
        if slot["status"] in ("closed", "past_cutoff"):
            yield _slot(slot, "busy-unavailable", capacity)
            continue
        assert isinstance(left, int)
        if left:
            yield _slot(slot, "free", left)
        if capacity > left:
            yield _slot(slot, "busy", capacity - left)


def _slot(slot: Entry, status: str, number: int) -> Entry:
    return {
        "resourceType": "Slot",
        "id": f"{slot['location']}-{slot['start']}-{status}",
        "schedule": {"reference": f"Schedule/pickup-{slot['location']}"},
        "status": status,
        "start": slot["start"],
        "end": slot["end"],
        "extension": [{"url": _CAPACITY, "valueInteger": number}],
    }
