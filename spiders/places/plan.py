"""Which key of a list's items is which field of a location: decided once for a list, then followed for each item."""

from collections import defaultdict
from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from operator import itemgetter

from spiders.places.countries import country_code
from spiders.places.leaves import Find, Leaf, Path, finder, leaves_of
from spiders.places.positions import is_north_first
from spiders.places.values import READ
from spiders.places.weekdays import hours_at, week_of

Item = Mapping[str, object]
_SAMPLE = 60
_CODE = 2
_MOSTLY = 0.6
"""Share of a key's values that must look like the field's for the key to be taken for it."""
_CHOICES = 3
"""Keys that are tried for a field, best first: some sources leave the better one empty now and then."""
_SEVERAL = 5
"""So many positions in whole degrees are none: a picture's pixels are named x and y, too."""
_REPEATED = 500
_EMPTY = 200
WEIGHTS = {
    "lat": 3,
    "point": 3,
    "pair": 3,
    "street": 3,
    "postcode": 2,
    "city": 2,
    "name": 1,
    "location_ref": 1,
    "pickup_hours": 1,
}
"""How much a field says for that a list is one of places."""


@dataclass(frozen=True)
class Plan:
    """Where the fields of a location stand in the items of one list."""

    paths: Mapping[str, Sequence[Path]]
    week: Mapping[str, Path] = field(default_factory=dict)
    """Where the hours of each weekday stand, where each has a key of its own."""

    @cached_property
    def weight(self) -> int:
        """How much a list of such items looks like one of places; an address or a position is worth most."""
        found = set(self.paths) - ({"point", "pair"} if "lat" in self.paths else set())
        return sum(WEIGHTS.get(field, 0) for field in found)

    @cached_property
    def _finders(self) -> list[tuple[str, Callable[[object], object], list[Find]]]:
        return [(name, READ[name], [finder(path) for path in paths]) for name, paths in self.paths.items()]

    def row(self, item: object) -> dict[str, object]:
        """Return an item's fields, as far as it tells them; its phone and its house number among them."""
        if not isinstance(item, dict):
            return {}
        found: dict[str, object] = {}
        for name, read, finds in self._finders:
            for find in finds:
                if (told := read(find(item))) is not None:
                    found[name] = told
                    break
        if "country" in found and len(self._countries(item)) > 1:
            del found["country"]  # the shop's and its company's, perhaps: neither is sure
        _place(found)
        if self.week and "pickup_hours" not in found and (hours := hours_at(item, self.week)):
            found["pickup_hours"] = hours
        if closed := found.pop("closed", None):
            found["status"] = closed
        return found

    def _countries(self, item: dict[str, object]) -> set[str]:
        told = (country_code(finder(path)(item)) for path in self.paths["country"])
        return {code for code in told if code and len(code) == _CODE}


def _place(found: dict[str, object]) -> None:
    """Put a position into its two fields; half of one, or one at 0, 0, is none."""
    points = found.pop("point", None), found.pop("pair", None)
    point = points[0] or points[1]
    if not ("lat" in found and "lon" in found) and isinstance(point, tuple):
        found["lat"], found["lon"] = point
    if not ("lat" in found and "lon" in found) or found["lat"] == found["lon"] == 0:
        found.pop("lat", None)
        found.pop("lon", None)


def plan_of(items: Sequence[Item], without: Container[str] = ()) -> Plan:
    """Return where the fields of these items stand, as the best guess from names and values of a sample.

    >>> plan_of([{"ID": 5, "adresse": {"PLZ": "10115", "Ort": "Berlin"}}]).row({"ID": 7, "adresse": {"Ort": "Bonn"}})
    {'location_ref': '7', 'city': 'Bonn'}
    """
    sample = [list(leaves_of(dict(item))) for item in items[:: max(1, len(items) // _SAMPLE)]]
    values: dict[tuple[str, Path], list[object]] = defaultdict(list)
    costs: dict[tuple[str, Path], int] = {}
    for leaf in chain.from_iterable(sample):
        for meaning in leaf.meanings:
            costs[meaning.field, leaf.path] = meaning.cost
            values[meaning.field, leaf.path].append(leaf.value)
    geometries = {(*leaf.path[:-1], "coordinates") for leaf in chain.from_iterable(sample) if _is_point(leaf)}
    choices: dict[str, list[tuple[int, Path]]] = defaultdict(list)
    for (meant, path), told in values.items():
        name = "pair" if meant == "point" and path not in geometries and is_north_first(str(path[-1]), told) else meant
        if meant not in without and (doubt := _doubt(name, told, len(sample))) is not None:
            choices[name].append((costs[meant, path] + doubt, path))
    best = {name: sorted(choices[name], key=itemgetter(0))[:_CHOICES] for name in READ if name in choices}
    week = week_of(chain.from_iterable(sample)) if "pickup_hours" not in without else {}
    return Plan({name: [path for _, path in chosen] for name, chosen in best.items()}, week)


def _is_point(leaf: Leaf) -> bool:
    """Tell whether a leaf says that the coordinates beside it are GeoJSON's, whose order is the standard's."""
    return leaf.path[-1] == "type" and leaf.value == "Point"


def _doubt(field: str, told: list[object], items: int) -> int | None:
    """Return what speaks against a key from its values; None where they are not the field's at all."""
    read = [value for raw in told if (value := READ[field](raw)) is not None]
    if field in {"status", "closed", "opens_on", "closes_on"}:
        return 0 if read else None
    if len(read) < _MOSTLY * len(told):
        return None
    if field in {"lat", "lon"} and len(read) >= _SEVERAL and all(float(str(value)).is_integer() for value in read):
        return None
    repeated = field == "location_ref" and len({str(value) for value in read}) <= len(read) / 2 and len(read) > 1
    return int(_EMPTY * (1 - len(told) / items)) + (_REPEATED if repeated else 0)
