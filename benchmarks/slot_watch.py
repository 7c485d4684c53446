"""A sandbox's slots watched in process: the states that looks leave, without serving, landing and loading them."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
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


@dataclass(frozen=True, kw_only=True)
class Look:
    """A complete look at all locations, or at some."""

    at: int
    places: Flags | None = None
    """Which locations; None for all."""


def every(world: World, minutes: int) -> list[Look]:
    """Return looks at all locations every so many minutes, from the first day to the last."""
    return [Look(at=at) for at in range(world.begin, world.end, 60 * minutes)]


def watch(con: Connection, world: World, looks: Sequence[Look], manner: Manner) -> None:
    """Fill a built warehouse with what complete looks see, each at an instant of its own."""
    _declare(con)
    _insert(con, "raw.run", _runs(looks))
    _insert(con, "raw.run_scope", _scopes(world, looks))
    _insert(con, "raw.slot_state", _states(world, looks, manner))


def _declare(con: Connection) -> None:
    retailer = {"name": "Kade", "country": "NL", "timezone": TIMEZONE, "url": "", "robots": "", "holidays": "ordinary"}
    source = {
        "source": "slots", "kind": "slots", "platform": "json_api", "every_seconds": 600, "position": 0,
        "expect_min": 1, "seller": RETAILER,
    }  # fmt: skip
    for table, row in (("raw.retailer", retailer), ("raw.source", source)):
        _insert(con, table, pd.DataFrame([{"retailer": RETAILER, **row}]))


def _runs(looks: Sequence[Look]) -> pd.DataFrame:
    at = _utc(np.array([look.at for look in looks]))
    places = [None if look.places is None else int(look.places.sum()) for look in looks]
    words = {
        "retailer": RETAILER,
        "source": "slots",
        "kind": "slots",
        "verdict": "complete",
        "program_version": "bench",
    }
    return pd.DataFrame(
        {
            "run_id": [str(look.at) for look in looks],
            "started_utc": at,
            "ended_utc": at,
            "places": pd.array(places, dtype="Int64"),
        }
    ).assign(**words, looks=1, sightings=1, rejected=0, verdict_reasons=[[] for _ in looks])


def _scopes(world: World, looks: Sequence[Look]) -> pd.DataFrame:
    refs = _refs(world)
    rows = [(str(look.at), ref) for look in looks if look.places is not None for ref in refs[look.places]]
    return pd.DataFrame(rows, columns=["run_id", "location_ref"], dtype=str)


def _states(world: World, looks: Sequence[Look], manner: Manner) -> pd.DataFrame:
    """Return the states that looks leave: windows that are new, that changed, that vanished before they began."""
    windows, places = world.windows, Places(world)
    known = np.full((3, len(windows.day)), _UNSEEN)  # places, capacity and whether past the cut-off
    looked = np.full(len(world.network.locations), _UNSEEN)  # the last look at each location
    added = []
    for look in looks:
        here = np.ones(len(looked), bool) if look.places is None else look.places
        rows, said = _told(world, places, look.at, manner, here)
        changed = (known[:, rows] != said).any(axis=0)
        ahead = windows.of_days(world.day_at(look.at), len(windows.day))
        listed = here[windows.location[ahead]] & (known[0, ahead] != _UNSEEN) & (windows.start[ahead] > look.at)
        gone = np.setdiff1d(ahead.start + np.flatnonzero(listed), rows)
        before = looked[windows.location]
        added += [_added(rows[changed], said[:, changed], before, look.at, 1)]
        added += [_added(gone, known[:, gone], before, look.at, 0)]
        known[:, rows] = said
        known[:, gone] = _UNSEEN
        looked[here] = look.at
    return _frame(world, np.concatenate(added, axis=1))


def _added(rows: Ints, said: Ints, before: Ints, now: int, present: int) -> Ints:
    return np.vstack([rows, said, before[rows], np.full((2, len(rows)), [[now], [present]])])


def _told(world: World, places: Places, now: int, manner: Manner, here: Flags) -> tuple[Ints, Ints]:
    """Return the windows on the list of some locations and what is said of them."""
    windows, rows = world.windows, on_sale(world, now)
    rows = rows[here[windows.location[rows]]]
    offered = windows.offered(rows, now)
    left = offered - places.taken(rows, now, [])
    past, closed = now >= windows.cutoff[rows], windows.closed[rows]
    shown: Flags = (manner.past_cutoff | ~(past | closed)) & (manner.full | (left > 0))
    said = np.array([np.where(closed, _UNTOLD, left), offered if manner.capacity else 0 * left + _UNTOLD, past])
    return rows[shown], said[:, shown]


def _frame(world: World, added: Ints) -> pd.DataFrame:
    windows, (rows, left, offered, past, before, at, present) = world.windows, added
    refs = _refs(world)
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
            "before_utc": pd.Series(_utc(before)).where(before != _UNSEEN),
            "seen_at_utc": _utc(at),
            "run_id": at.astype(str),
        }
    ).assign(retailer=RETAILER, source="slots", service="pickup")


def _refs(world: World) -> npt.NDArray[np.str_]:
    return np.array([place.ref for place in world.network.locations])


def _told_only(numbers: Ints) -> pd.Series:
    return pd.Series(numbers).where(numbers != _UNTOLD).astype("Int64")


def _utc(instants: Ints) -> pd.DatetimeIndex:
    return pd.to_datetime(instants, unit="s")


def _insert(con: Connection, table: str, rows: pd.DataFrame) -> None:
    con.register("fresh", rows)
    con.execute(f"INSERT INTO {table} BY NAME FROM fresh")
    con.unregister("fresh")
