"""Times on the source's wall clock, where clocks change: the offset in the text wins, then the source's order.

In spring an hour does not exist, in autumn one comes twice. A row whose time is one of these, and of which neither
offset nor order tells which, is set aside with the reason; it is never moved to an instant that nobody named.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import Literal
from zoneinfo import ZoneInfo

from pipelines.records import Row

Case = Literal["once", "twice", "never"]
_TIMES = ("slot_start_utc", "slot_end_utc", "cutoff_utc")


def settled(rows: Sequence[Row], timezone: str) -> list[Row]:
    """Give every time of slot rows its offset where it has none; a time that cannot be told becomes its reason."""
    zone = ZoneInfo(timezone)
    if not any(_unsettled(row, zone) for row in rows):
        return list(rows)
    second = _in_second_round(rows, zone)
    return [_settled_row(row, zone, second.get(n)) for n, row in enumerate(rows)]


def wall_of(said: object) -> datetime | None:
    """Return a time without offset; None for one with it, or for what is no time."""
    return _wall(said) if isinstance(said, str) else None


@lru_cache(maxsize=100_000)
def _wall(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    return None if moment.tzinfo else moment


@lru_cache(maxsize=100_000)
def case_of(wall: datetime, zone: ZoneInfo) -> Case:
    """Tell how often the wall clock of a zone shows a time.

    >>> case_of(datetime(2025, 3, 30, 2, 30), ZoneInfo("Europe/Amsterdam"))
    'never'
    """
    first, second = (wall.replace(tzinfo=zone, fold=fold).utcoffset() for fold in (0, 1))
    if first == second:
        return "once"
    return "never" if (second or timedelta()) > (first or timedelta()) else "twice"


def _unsettled(row: Row, zone: ZoneInfo) -> bool:
    walls = (wall_of(row.get(name)) for name in _TIMES)
    return any(wall is not None and case_of(wall, zone) != "once" for wall in walls)


def _in_second_round(rows: Iterable[Row], zone: ZoneInfo) -> Mapping[int, bool]:
    """Tell of rows that start in the repeated hour whether it is its second round, where the order tells.

    Time runs forward in a list that is in order: one step back, within that hour, is the change of clocks.
    """
    days: dict[tuple[object, ...], list[tuple[int, datetime]]] = defaultdict(list)
    for n, row in enumerate(rows):
        if (wall := wall_of(row.get("slot_start_utc"))) is not None:
            days[row.get("location_ref"), row.get("service"), wall.date()].append((n, wall))
    told: dict[int, bool] = {}
    for day in days.values():
        doubled = [(n, wall) for n, wall in day if case_of(wall, zone) == "twice"]
        back = [n for (_, before), (n, wall) in pairwise(day) if wall <= before]
        if len(back) == 1 and back[0] in {n for n, _ in doubled}:
            told |= {n: n >= back[0] for n, _ in doubled}
    return told


def _settled_row(row: Row, zone: ZoneInfo, second_round: bool | None) -> Row:
    start, end = (wall_of(row.get(name)) for name in _TIMES[:2])
    back_within = start and end and end <= start and case_of(start, zone) == case_of(end, zone) == "twice"
    if back_within and second_round is None:
        second_round = False  # from 02:45 to 02:15: it lasts through the change itself
    walls = {name: wall for name in _TIMES if (wall := wall_of(row.get(name))) is not None}
    later = {"slot_start_utc": second_round, "cutoff_utc": None, "slot_end_utc": second_round}
    if back_within or (start and case_of(start, zone) == "once"):
        later["slot_end_utc"] = bool(back_within)
    said = {name: _said(wall, zone, later[name], is_end=name == "slot_end_utc") for name, wall in walls.items()}
    cutoff = walls.get("cutoff_utc")
    unsure = {"cutoff_utc": None} if cutoff and case_of(cutoff, zone) != "once" else {}  # the slot itself is told
    return {**row, **said, **unsure}


def _said(wall: datetime, zone: ZoneInfo, later: bool | None, *, is_end: bool) -> str:
    case = case_of(wall, zone)
    if case == "never" and is_end and case_of(wall - timedelta(seconds=1), zone) == "once":
        case = "once"  # until 02:00, when clocks go from 02:00 to 03:00: the same instant
    if case == "once":
        return wall.replace(tzinfo=zone).isoformat()
    if case == "never":
        return f"{wall.isoformat()} does not exist in {zone.key}: clocks go forward"
    if later is None:
        return f"{wall.isoformat()} comes twice in {zone.key}, and neither offset nor order tells which is meant"
    return wall.replace(tzinfo=zone, fold=int(later)).isoformat()
