"""Slots as FHIR resources: which schedule is whose, and what free and busy slots of one time say together."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from spiders.slots.moments import moment_of
from spiders.slots.shapes import records_at, whole
from spiders.slots.told import Told

Resource = Mapping[str, Any]
RESOURCES = {
    "Location",
    "Schedule",
    "Slot",
    "PractitionerRole",
    "Organization",
    "HealthcareService",
    "OperationOutcome",
}
_CAPACITY = "slot-capacity"
_WORDS = {"busy": "full", "busy-tentative": "full", "busy-unavailable": "closed"}


def resources_of(body: bytes) -> list[dict[str, Any]]:
    """Return the resources of a bundle, of one resource or of lines of them; a line that is none is an empty record."""
    try:
        whole_body = json.loads(body)
    except (ValueError, RecursionError):
        return [_resource(line) for line in body.splitlines() if line.strip()]
    if isinstance(whole_body, dict) and whole_body.get("resourceType") == "Bundle":
        return [
            entry["resource"] for entry in records_at(whole_body, "entry") if isinstance(entry.get("resource"), dict)
        ]
    return list(records_at(whole_body if isinstance(whole_body, list) else [whole_body]))


def _resource(line: bytes) -> dict[str, Any]:
    try:
        resource = json.loads(line)
    except (ValueError, RecursionError):
        return {}
    return resource if isinstance(resource, dict) else {}


def of_type(name: str, resources: Iterable[Resource]) -> Iterator[Resource]:
    """Yield the resources of a type."""
    return (resource for resource in resources if resource.get("resourceType") == name)


def places_of_schedules(resources: Iterable[Resource]) -> dict[str, str]:
    """Return whose each schedule is: its id -> the id of its location."""
    places = {}
    for schedule in of_type("Schedule", resources):
        actors = (str(actor.get("reference") or "") for actor in records_at(schedule, "actor"))
        place = next((ref for ref in actors if "Location/" in ref), None)
        if place and schedule.get("id"):
            places[str(schedule["id"])] = last_part(place)
    return places


def last_part(reference: str) -> str:
    """Return the id in a reference.

    >>> last_part("https://fhir.example/Schedule/456"), last_part("Schedule/456/_history/2")
    ('456', '456')
    """
    return reference.split("/_history/", maxsplit=1)[0].rstrip("/").rsplit("/", maxsplit=1)[-1]


@dataclass(frozen=True)
class _One:
    """A slot resource, as far as it counts."""

    schedule: str
    start: str
    end: str
    status: str
    capacity: int | None
    ref: str


def slots_of(resources: Iterable[Resource], places: Mapping[str, str]) -> Iterator[Told]:
    """Yield a slot for each time of a schedule.

    A publisher may add up slots that are alike, and those of one time that are free and those that are busy are then
    two resources: together they say how many places there are.
    """
    alike: dict[tuple[str, str, str], list[_One]] = {}
    for one in map(_one, of_type("Slot", resources)):
        alike.setdefault((one.schedule, one.start, one.end), []).append(one)
    for (schedule, start, end), ones in alike.items():
        if moment := moment_of(start):
            places_left, capacity = _numbers(ones)
            yield Told(
                start=moment,
                end=moment_of(end),
                status=_status([one.status for one in ones]),
                places=places_left,
                capacity=capacity,
                location_ref=places.get(schedule),
                service=schedule or None,
                slot_ref=" ".join(one.ref for one in ones if one.ref) or None,
            )


def _one(slot: Resource) -> _One:
    schedule = slot.get("schedule")
    reference = str(schedule.get("reference") or "") if isinstance(schedule, dict) else ""
    capacities = (e for e in records_at(slot, "extension") if str(e.get("url")).endswith(_CAPACITY))
    capacity = next((whole(extension.get("valueInteger")) for extension in capacities), None)
    start, end, status, ref = (str(slot.get(name) or "") for name in ("start", "end", "status", "id"))
    return _One(last_part(reference), start, end, status, capacity, ref)


def _status(words: list[str]) -> str | None:
    """Return free where any is; slots entered in error, and those without a status, are unknown."""
    if "free" in words:
        return "free"
    return next((_WORDS[word] for word in words if word in _WORDS), words[0] or None)


def _numbers(ones: list[_One]) -> tuple[int, int | None]:
    """Return places and capacity; a resource that tells no capacity is one appointment."""
    counts = [(one.status, 1 if one.capacity is None else one.capacity) for one in ones]
    total = sum(count for _, count in counts)
    return sum(count for status, count in counts if status == "free"), total or None
