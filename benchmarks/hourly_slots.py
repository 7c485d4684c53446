"""150,000 slots, looked at every hour for a month: each day a third of them is new, each hour 2 % change."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

import numpy as np
import orjson

from pipelines.records import Look, Run
from pipelines.stages.land import Landing
from sandbox.arrays import Ints

LOCATIONS, DAYS_AHEAD, WINDOWS = 5000, 3, 10
SLOTS = LOCATIONS * DAYS_AHEAD * WINDOWS
CHANGED = 0.02
CAPACITY = 8
FIRST = datetime.fromisoformat("2025-01-06T00:00")


@dataclass(frozen=True)
class Listing:
    """What the shop lists at an hour; all of it is still to come."""

    at_utc: datetime
    places: Ints
    """Places left, by day ahead, location and window."""
    heads: list[bytes]
    """The part of each slot's line that stays as it is."""


def listings(hours: int) -> Iterator[Listing]:
    """Yield the list hour by hour; equal calls give equal lists."""
    rng = np.random.default_rng(1)
    places = np.full((DAYS_AHEAD, LOCATIONS * WINDOWS), CAPACITY)
    heads = [_heads(day) for day in range(1, DAYS_AHEAD + 1)]
    for hour in range(hours):
        if hour and hour % 24 == 0:
            places = np.vstack([places[1:], np.full_like(places[:1], CAPACITY)])
            heads = [*heads[1:], _heads(hour // 24 + DAYS_AHEAD)]
        places = np.where(rng.random(places.shape) < CHANGED, (places - 1) % (CAPACITY + 1), places)
        yield Listing(FIRST + timedelta(hours=hour), places.ravel(), [head for day in heads for head in day])


def land(listing: Listing, landing: Landing) -> None:
    """Write what a complete look at the list leaves for the loader."""
    tail = orjson.dumps({"seen_at_utc": listing.at_utc, "capture_id": "0" * 64})[1:]
    says = [b'"status":"%b","places":%d,' % (b"free" if left else b"full", left) + tail for left in range(CAPACITY + 1)]
    lines = (head + says[left] for head, left in zip(listing.heads, listing.places.tolist(), strict=True))
    (landing.folder / "slot.jsonl").write_bytes(b"\n".join(lines) + b"\n")
    run_id, now = landing.folder.name, listing.at_utc
    landing.add(Look(run_id=run_id, url="all", seen_at_utc=now, outcome="ok", sightings=SLOTS))
    landing.finish(
        Run(
            run_id=run_id,
            retailer="shop",
            source="slots",
            kind="slots",
            started_utc=now,
            ended_utc=now,
            program_version="bench",
        )
    )


def _heads(day: int) -> list[bytes]:
    """Return the beginning of the line of every slot of a day: they begin one a minute, right before it."""
    heads = []
    for location in range(LOCATIONS):
        for window in range(WINDOWS):
            start = FIRST + timedelta(days=day, minutes=-1 - window)
            slot = {
                "location_ref": f"L{location:05d}",
                "service": "pickup",
                "slot_start_utc": start,
                "slot_end_utc": start + timedelta(hours=1),
                "capacity": CAPACITY,
            }
            heads.append(orjson.dumps(slot)[:-1] + b",")
    return heads
