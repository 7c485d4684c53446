"""The same pick-up slots as others would publish them: FHIR files behind a manifest, and a calendar for people."""

from collections.abc import Iterable
from itertools import groupby

import orjson
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sandbox.fhir import location_resources, schedule_resources, slot_resources
from sandbox.present import Entry
from sandbox.web.answers import html, json
from sandbox.web.asked import shop_of

_FILES = {"Location": "locations", "Schedule": "schedules", "Slot": "slots"}


async def manifest(request: Request) -> Response:
    """Say which files there are."""
    now = f"{shop_of(request).now_utc().isoformat()}Z"
    files = [{"type": kind, "url": f"{request.base_url}fhir/{name}.ndjson"} for kind, name in _FILES.items()]
    return json({"transactionTime": now, "request": str(request.url), "output": files})


async def locations(request: Request) -> Response:
    """Give the locator's entries, a line each."""
    return _lines(location_resources(shop_of(request).locations()))


async def schedules(request: Request) -> Response:
    """Give their schedules, a line each."""
    return _lines(schedule_resources(shop_of(request).locations()))


async def slots(request: Request) -> Response:
    """Give the slots, a line for the free places of each and one for the busy ones."""
    return _lines(slot_resources(shop_of(request).slots()))


async def calendar(request: Request) -> Response:
    """Show the slots of one location by day, on the wall clock, as shops show them."""
    ref = request.path_params["ref"]
    if ref not in {entry["id"] for entry in shop_of(request).locations()}:
        raise HTTPException(404, f"no location {ref}")
    mine = [slot for slot in shop_of(request).slots() if slot["location"] == ref]
    days = [(day, list(of_day)) for day, of_day in groupby(mine, key=lambda slot: str(slot["start"])[:10])]
    return html(request, "calendar.html", ref=ref, days=days)


def _lines(resources: Iterable[Entry]) -> Response:
    return Response(b"".join(orjson.dumps(one) + b"\n" for one in resources), media_type="application/fhir+ndjson")


ROUTES = [
    Route("/fhir/$bulk-publish", manifest),
    Route("/fhir/locations.ndjson", locations),
    Route("/fhir/schedules.ndjson", schedules),
    Route("/fhir/slots.ndjson", slots),
    Route("/locations/{ref}/calendar", calendar),
]
