"""A sandbox's slots watched in process: the states that looks leave, without serving, landing and loading them."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from pipelines.warehouse import Connection
from sandbox.arrays import Flags, Ints
from sandbox.places import Places, on_sale
from sandbox.world import TIMEZONE, World

RETAILER = "sandbox"
_UNSEEN = -2
_UNTOLD = -1


@dataclass(frozen=True, kw_only=True)
class Manner:
    """What a shop tells of its slots."""

    capacity: bool = True
    past_cutoff: bool = True
    """Whether a slot stays on the list after its cut-off, with its places."""
    full: bool = True
    """Whether a slot stays on the list when it is full."""


def watch(con: Connection, world: World, minutes: int, manner: Manner) -> None:
    """Fill a built warehouse with what complete looks every so many minutes see from the first day to the last."""
    looks = np.arange(world.begin, world.end, 60 * minutes)
    _declare(con)
    _insert(con, "raw.run", _runs(looks))
    _insert(con, "raw.slot_state", _states(world, looks, manner))


def _declare(con: Connection) -> None:
    retailer = {"name": "Kade", "country": "NL", "timezone": TIMEZONE, "url": "", "robots": "", "holidays": "ordinary"}
    source = {
        "source": "slots", "kind": "slots", "platform": "json_api", "every_seconds": 600, "position": 0,
        "expect_min": 1, "seller": RETAILER,
    }  # fmt: skip
    for table, row in (("raw.retailer", retailer), ("raw.source", source)):
        _insert(con, table, pd.DataFrame([{"retailer": RETAILER, **row}]))


def _runs(looks: Ints) -> pd.DataFrame:
    at = _utc(looks)
    words = {
        "retailer": RETAILER,
        "source": "slots",
        "kind": "slots",
        "verdict": "complete",
        "program_version": "bench",
    }
    return pd.DataFrame(
        {"run_id": looks.astype(str), "started_utc": at, "ended_utc": at, "looks": 1, "sightings": 1, "rejected": 0}
    ).assign(**words, verdict_reasons=[[] for _ in looks])


def _states(world: World, looks: Ints, manner: Manner) -> pd.DataFrame:
    """Return the states that looks leave: windows that are new, that changed, that vanished before they began."""
    windows, places = world.windows, Places(world)
    known = np.full((3, len(windows.day)), _UNSEEN)  # places, capacity and whether past the cut-off
    added = []
    for number, now in enumerate(looks.tolist()):
        rows, said = _told(world, places, now, manner)
        changed = (known[:, rows] != said).any(axis=0)
        ahead = windows.of_days(world.day_at(now), len(windows.day))
        listed = ahead.start + np.flatnonzero((known[0, ahead] != _UNSEEN) & (windows.start[ahead] > now))
        gone = np.setdiff1d(listed, rows)
        added += [_added(rows[changed], said[:, changed], number, 1), _added(gone, known[:, gone], number, 0)]
        known[:, rows] = said
        known[:, gone] = _UNSEEN
    return _frame(world, looks, np.concatenate(added, axis=1))


def _added(rows: Ints, said: Ints, number: int, present: int) -> Ints:
    return np.vstack([rows, said, np.full((2, len(rows)), [[number], [present]])])


def _told(world: World, places: Places, now: int, manner: Manner) -> tuple[Ints, Ints]:
    """Return the windows on the list and what is said of them."""
    windows, rows = world.windows, on_sale(world, now)
    offered = windows.offered(rows, now)
    left = offered - places.taken(rows, now, [])
    past, closed = now >= windows.cutoff[rows], windows.closed[rows]
    shown: Flags = (manner.past_cutoff | ~(past | closed)) & (manner.full | (left > 0))
    said = np.array([np.where(closed, _UNTOLD, left), offered if manner.capacity else 0 * left + _UNTOLD, past])
    return rows[shown], said[:, shown]


def _frame(world: World, looks: Ints, added: Ints) -> pd.DataFrame:
    windows, (rows, left, offered, past, number, present) = world.windows, added
    refs = np.array([place.ref for place in world.network.locations])
    before = pd.Series(_utc(looks[np.maximum(number - 1, 0)]))
    return pd.DataFrame(
        {
            "location_ref": refs[windows.location[rows]],
            "slot_start_utc": _utc(windows.start[rows]),
            "slot_end_utc": _utc(windows.end[rows]),
            "status": np.select([left == _UNTOLD, past > 0, left > 0], ["closed", "past_cutoff", "free"], "full"),
            "places": _told_only(left),
            "capacity": _told_only(offered),
            "cutoff_utc": _utc(windows.cutoff[rows]),
            "present": present > 0,
            "before_utc": before.where(number > 0),
            "seen_at_utc": _utc(looks[number]),
            "run_id": looks[number].astype(str),
        }
    ).assign(retailer=RETAILER, source="slots", service="pickup")


def _told_only(numbers: Ints) -> pd.Series:
    return pd.Series(numbers).where(numbers != _UNTOLD).astype("Int64")


def _utc(instants: Ints) -> pd.DatetimeIndex:
    return pd.to_datetime(instants, unit="s")


def _insert(con: Connection, table: str, rows: pd.DataFrame) -> None:
    con.register("fresh", rows)
    con.execute(f"INSERT INTO {table} BY NAME FROM fresh")
    con.unregister("fresh")
