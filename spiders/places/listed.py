"""Which list of parsed data is the one of places: found by what its items look like."""

from collections.abc import Iterator, Sequence
from math import log10

from spiders.places.columns import as_items, titled
from spiders.places.plan import Item, plan_of

_STRONG, _WEAK = 4, 2
_DEPTH = 8
_ALIKE = 0.5
_SAMPLE = 20
Values = list[object]


def items_in(data: object) -> list[Item] | None:
    """Return the places of parsed JSON: of its lists the one most like places; None where none is like them.

    Lists of one kind in several places are one list: ``[{"region": 1, "stores": [..]}, {"region": 2, ..}]``.

    >>> items_in({"total": 1, "data": [{"shops": [{"id": 5, "city": "Gent", "zip": "9000"}]}]})
    [{'id': 5, 'city': 'Gent', 'zip': '9000'}]
    """
    groups = [group for group in _groups([data], _DEPTH) if group]
    weighed = [(plan_of(group[:_SAMPLE]).weight, group) for group in groups]
    for least in (_STRONG, _WEAK):
        likely = [(weight + log10(len(group)), group) for weight, group in weighed if weight >= least]
        if likely:
            return max(likely, key=lambda found: found[0])[1]
    return None


def lists_nothing(data: object, depth: int = _DEPTH) -> bool:
    """Tell whether parsed JSON has lists, and nothing in any of them.

    >>> lists_nothing({"total": 0, "data": {"stores": []}}), lists_nothing({"error": "busy"})
    (True, False)
    """
    if isinstance(data, list):
        return not data
    inner = [value for value in data.values() if isinstance(value, dict | list)] if isinstance(data, dict) else []
    told = [value for value in inner if value != {}]
    return depth > 0 and bool(told) and all(lists_nothing(value, depth - 1) for value in told)


def _groups(values: Values, depth: int) -> Iterator[list[Item]]:
    """Yield the lists of objects among values that stand in the same place, and those below them."""
    if not depth or not values:
        return
    elements = [element for value in values for element in _elements(value)]
    items: list[Item] = [element for element in elements if isinstance(element, dict)]
    if rows := [element for element in elements if isinstance(element, list) and not any(map(_holds_more, element))]:
        items = items or list(as_items(rows))
    if items:
        yield items
        if plan_of(items[:_SAMPLE]).weight >= _STRONG:
            return
        yield from _below(items, depth)
    alone = [value for value in values if isinstance(value, dict) and not _is_mapping(value)]
    if alone:
        yield from _below(alone, depth)
        yield list(alone)
    yield from _groups([element for element in elements if isinstance(element, list)], depth - 1)


def _below(items: Sequence[Item], depth: int) -> Iterator[list[Item]]:
    keys = dict.fromkeys(key for item in items for key in item)
    for key in keys:
        yield from _groups([v for item in items if isinstance(v := item.get(key), dict | list) and v], depth - 1)


def _elements(value: object) -> Sequence[object]:
    """Return what a list holds; an object that has an entry for each place is a list, too."""
    if isinstance(value, list):
        return value
    if isinstance(value, dict) and (rows := titled(value)):
        return rows
    if isinstance(value, dict) and _is_mapping(value):
        return [{"key": key, **inner} if isinstance(inner, dict) else inner for key, inner in value.items()]
    return ()


def _holds_more(value: object) -> bool:
    return isinstance(value, dict | list)


def _is_mapping(value: dict[str, object]) -> bool:
    """Tell whether an object's keys are identifiers: its values, or those of the lists in it, are of one shape."""
    inner = list(value.values())
    if inner and all(isinstance(one, list) for one in inner):
        inner = [one[0] for one in inner if isinstance(one, list) and one]
    shapes = [set(one) for one in inner if isinstance(one, dict) and one]
    if len(value) < 2 or len(shapes) < len(inner) or not shapes:
        return False
    return all(len(shapes[0] & shape) >= _ALIKE * len(shapes[0] | shape) for shape in shapes)
