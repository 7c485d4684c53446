"""From the items of an answer to rows: declared fields first, then what keys mean, then what a place must have."""

from collections.abc import Mapping, Sequence
from typing import Any

from pipelines.records import Kind, Row
from spiders.adapter.labelled import labelled
from spiders.adapter.unwrap import json_inside
from spiders.adapter.words import AdapterWords
from spiders.errors import Changed
from spiders.json_path import Find, json_path
from spiders.places import Plan, items_in, lists_nothing, plan_of
from spiders.places.one_line import with_parts
from spiders.places.values import READ, day, is_true
from spiders.rows import known_fields

_IMPLIED = {"lat": ("lon", "point"), "lon": ("lat", "point"), "street": ("house_number",)}
"""Where a declaration names the one, the others are not looked for: they would say it twice."""


def told_in(data: object, words: AdapterWords, kind: Kind) -> list[dict[str, object]]:
    """Return all that an answer tells of each record, in our words; raises Changed where it holds no list.

    Of a place that is also what no row keeps, such as its phone.
    """
    if words.inside:
        data = json_inside(json_path(words.inside)(data))
    return _told(words, _items_at(data, words, kind), kind)


def _items_at(data: object, words: AdapterWords, kind: Kind) -> Sequence[Any]:
    found = json_path(words.items)(data) if words.items else data
    is_told = isinstance(found, list) and (words.items or words.fields)
    if kind == "locations" and not is_told and found not in (None, [], {}):
        found = items_in(found) or ([] if lists_nothing(found) else found)
    if not isinstance(found, list):
        raise Changed(f"there is no list at {words.items!r}" if words.items else "there is no list of places in it")
    return found


def _told(words: AdapterWords, items: Sequence[Any], kind: Kind) -> list[dict[str, object]]:
    if words.markup:
        items = [_with_markup(item, json_path(words.markup)(item)) for item in items]
    plan = _plan(words, items) if kind == "locations" else Plan({})
    paths = {name: json_path(path) for name, path in words.fields.items()}
    rows = []
    for item in items:
        declared = _declared(words, paths, item)
        row = {**plan.row(item), **declared, **_closing(words, item, declared)}
        rows.append(with_parts(row) if kind == "locations" else row)
    return rows


def kept(row: Row, kind: Kind) -> Row:
    """Return what a record of this kind keeps of a row; a house number that has no field goes with its street."""
    known = known_fields(kind)
    if "house_number" in row and "house_number" not in known and row.get("street"):
        row = {**row, "street": f"{row['street']} {row['house_number']}"}
    return {name: value for name, value in row.items() if name in known}


def _declared(words: AdapterWords, paths: Mapping[str, Find], item: object) -> Row:
    found = words.row({name: find(item) for name, find in paths.items()})
    return {name: _as_read(name, value) for name, value in found.items() if value != ""} if paths else found


def _as_read(name: str, value: object) -> object:
    """Return a declared value as one that was found by itself is written; what cannot be read is refused later."""
    read = READ.get(name)
    told = read(value) if read else None
    return value if told is None else told


def _plan(words: AdapterWords, items: Sequence[Any]) -> Plan:
    implied = [name for field in words.fields for name in _IMPLIED.get(field, ())]
    told = {*words.fields, *words.constants, *implied}
    return plan_of([item for item in items if isinstance(item, dict)], without=told)


def _with_markup(item: object, markup: object) -> object:
    return {**item, **labelled(markup)} if isinstance(item, dict) and isinstance(markup, str) else item


def _closing(words: AdapterWords, item: object, declared: Row) -> dict[str, object]:
    """Return what an item says of its opening and closing for good, in days of ISO 8601; other days are left out."""
    told: dict[str, object] = {name: day(declared[name]) for name in ("opens_on", "closes_on") if name in declared}
    if words.closed and is_true(json_path(words.closed)(item)):
        told["status"] = "closed"
    return told
