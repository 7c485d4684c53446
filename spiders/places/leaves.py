"""Where in an item values stand, and what their keys may mean there."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from operator import methodcaller

from spiders.places.names import ADDRESS, LINKS, NAMED, NUMBERS, Meaning, flat, is_foreign, is_known, meanings_of

Path = tuple[str | int, ...]
Find = Callable[[dict[str, object]], object]
_DEPTH = 5
_IN_KNOWN, _IN_UNKNOWN = 3, 40
_TELLING = {"lat", "point", "postcode", "city", "street"}
"""An object of unknown name that has none of these is about something else than the place."""
_OF_ITS_OWN = {"location_ref", "name"}
_CODES = ["iso2code", "iso2", "alpha2", "code", "isocode", "iso", "abbreviation"]
_NAME_IN_NAMED = [*_CODES, "name", "title", "label", "value"]
_ADDRESS_IN_LINK = ["url", "href", "displayurl"]


@dataclass(frozen=True, slots=True)
class Leaf:
    """A value of an item, and what it may be."""

    path: Path
    value: object
    meanings: tuple[Meaning, ...]


def leaves_of(item: dict[str, object], path: Path = (), cost: int = 0) -> Iterator[Leaf]:
    """Yield the values of an item and of the objects within it that are about the place itself."""
    for key, value in item.items():
        if value in (None, "", [], {}) or (isinstance(value, (dict, list)) and len(path) >= _DEPTH):
            continue
        here = (*path, key)
        yield Leaf(here, value, tuple(Meaning(m.field, m.cost + cost) for m in _meanings(key, path)))
        inner, step = _object(value)
        if inner is not None and not is_foreign(key):
            yield from _within(key, inner, here + step, cost)


def _meanings(key: str, path: Path) -> tuple[Meaning, ...]:
    is_house = flat(key) in NUMBERS and bool(path) and flat(str(path[-1])) in ADDRESS
    return (Meaning("house_number", 0),) if is_house else meanings_of(key)


def _object(value: object) -> tuple[dict[str, object] | None, Path]:
    """Return the object that a value is, or that is the only one in its list and no place of its own."""
    if isinstance(value, dict):
        return value, ()
    if isinstance(value, list) and len(value) == 1 and isinstance(value[0], dict):
        itself = any(meaning.field in _OF_ITS_OWN for key in value[0] for meaning in meanings_of(key))
        return (None, ()) if itself else (value[0], (0,))
    return None, ()


def _within(key: str, inner: dict[str, object], path: Path, cost: int) -> Iterator[Leaf]:
    if field := NAMED.get(flat(key)):
        yield from _named(field, inner, path, cost, _NAME_IN_NAMED)
    elif flat(key) in LINKS:
        yield from _named("url", inner, path, cost, _ADDRESS_IN_LINK)
    elif is_known(key):
        yield from leaves_of(inner, path, cost + _IN_KNOWN)
    else:
        found = list(leaves_of(inner, path, cost + _IN_UNKNOWN))
        if any(meaning.field in _TELLING for leaf in found for meaning in leaf.meanings):
            yield from found


def _named(field: str, inner: dict[str, object], path: Path, cost: int, names: list[str]) -> Iterator[Leaf]:
    for key, value in inner.items():
        if (name := flat(key)) in names:
            yield Leaf((*path, key), value, (Meaning(field, cost + names.index(name)),))


def finder(path: Path) -> Find:
    """Return the function that finds what stands at a path of an item; the short way for the many short ones."""
    if len(path) == 1 and isinstance(path[0], str):
        return methodcaller("get", path[0])
    return lambda item: _value_at(item, path)


def _value_at(item: object, path: Path) -> object:
    for step in path:
        if isinstance(step, str):
            item = item.get(step) if isinstance(item, dict) else None
        else:
            item = item[step] if isinstance(item, list) and len(item) > step else None
    return item
