"""Hours that stand in a key for each weekday: ``{"monday": "9-17", "tuesday": ...}``, ``{"hours_Monday": ...}``."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache

from spiders.places.leaves import Leaf, Path, finder
from spiders.places.names import SYNONYMS, flat, words_of

_DAY_OF = {flat(name): day for day, names in SYNONYMS["weekdays"].items() for name in names}
_FEWEST = 5
"""Days of a week that must have a key."""


@cache
def _day_of(key: str) -> str | None:
    days = {_DAY_OF[word] for word in words_of(key) if word in _DAY_OF}
    return days.pop() if len(days) == 1 else None


def week_of(leaves: Iterable[Leaf]) -> Mapping[str, Path]:
    """Return where the hours of each weekday stand, by the day's English name; nothing where a day has two keys."""
    found: dict[Path, dict[str, set[Path]]] = defaultdict(lambda: defaultdict(set))
    for leaf in leaves:
        key = leaf.path[-1]
        if isinstance(key, str) and (day := _day_of(key)):
            found[leaf.path[:-1]][day].add(leaf.path)
    weeks = [
        days for days in found.values() if len(days) >= _FEWEST and all(len(paths) == 1 for paths in days.values())
    ]
    return {day: next(iter(paths)) for day, paths in max(weeks, key=len).items()} if weeks else {}


def hours_at(item: dict[str, object], week: Mapping[str, Path]) -> dict[str, object] | None:
    """Return an item's hours by weekday, as they are told; None where none are."""
    told = {day: value for day, path in week.items() if (value := finder(path)(item)) not in (None, "")}
    return told or None
