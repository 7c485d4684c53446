"""Looks at a sandbox within a request budget: all locations at once, or each as often as it is learnt to be worth."""

import tempfile
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import numpy as np

from benchmarks.slot_watch import RETAILER, Look, Manner, watch
from pipelines import warehouse
from pipelines.build import SQL, build
from pipelines.due.by_place import ByPlace
from pipelines.due.cadence import Cadence
from pipelines.due.learning import told
from pipelines.due.planned import Planned
from sandbox.world import TIMEZONE, World

_CUTOFFS = (time(20),)
_WEEK = timedelta(weeks=1)


def even(world: World, budget: int) -> list[Look]:
    """Return looks at all locations, a request for each."""
    cadence = Cadence(budget_per_day=budget, cutoffs=_CUTOFFS)
    plan = Planned(cadence=cadence, timezone=TIMEZONE, requests=len(world.network.locations))
    return [Look(at=_instant(at)) for day in _days(world) for at in plan.on(day)]


def by_location(world: World, budget: int, manner: Manner) -> list[Look]:
    """Return looks planned location by location; each week goes by what the weeks before it showed."""
    refs = tuple(place.ref for place in world.network.locations)
    cadence = Cadence(budget_per_day=budget, cutoffs=_CUTOFFS)
    plan = ByPlace(cadence=cadence, timezone=TIMEZONE, asked=refs, requests=1, seconds=0)
    looks: list[Look] = []
    for number, day in enumerate(_days(world)):
        if number and number % _WEEK.days == 0:
            plan = _learnt(plan, world, looks, manner, day)
        looks += [Look(at=_instant(r.at_utc), places=np.isin(refs, list(r.places))) for r in plan.on(day)]
    return [look if look.places is None or not look.places.all() else Look(at=look.at) for look in looks]


def _learnt(plan: ByPlace, world: World, looks: list[Look], manner: Manner, day: date) -> ByPlace:
    with tempfile.TemporaryDirectory() as folder, warehouse.writing(Path(folder)) as con:
        build(con, (SQL,))
        watch(con, world, looks, manner)
        learnt = told(con, f"{RETAILER}.slots", plan.asked, day)
    # What was watched in process was not asked for: a look at a location is one request.
    return replace(plan, learnt=(replace(learnt, requests=1),)) if learnt else plan


def _days(world: World) -> Iterable[date]:
    return world.days.dates()[: world.trading]


def _instant(at_utc: datetime) -> int:
    return int(at_utc.replace(tzinfo=UTC).timestamp())
