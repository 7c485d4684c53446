"""Which requests an answer leads to, by the kind of its source's paging."""

from collections.abc import Iterable, Iterator

from pipelines.records import Page, Reading, Row
from spiders.adapter.words import AdapterWords
from spiders.json_path import json_path
from spiders.nearest import Cell, Near, Point
from spiders.paging import Turn
from spiders.rows import KEY_OF_KIND

_REFS = tuple(KEY_OF_KIND.values())


def first_turns(words: AdapterWords) -> Iterator[Turn]:
    """Yield what to ask for to begin with."""
    if words.near:
        yield from (_cell_turn(cell) for cell in words.near.seeds())
    else:
        yield Turn(words.paging.begin)


def next_turns(words: AdapterWords, page: Page, reading: Reading, data: object) -> Iterable[Turn | str]:
    """Return the pages that an answer leads to, or their addresses where the answer gives them."""
    if words.near:
        return _smaller(words.near, page, reading)
    if words.paging.token:
        return _by_token(words, page, json_path(words.paging.token)(data))
    numbers = words.paging.after(int(page.context["page"]), len(reading.rows), reading.announced)
    notes = _notes(page, reading.rows) if words.paging.until == "repeat" else {}
    return [Turn(number, notes=notes) for number in numbers]


def begins_again(page: Page, rows: list[Row]) -> bool:
    """Tell whether a page is the list's first, or the one before it, once more: some servers never run out."""
    first = _first_ref(rows)
    return bool(first) and first in {page.context.get("begins"), page.context.get("before")}


def hits(rows: Iterable[Row]) -> list[Point | None]:
    """Return where the places of an answer are."""
    return [_point(row.get("lat"), row.get("lon")) for row in rows]


def _point(lat: object, lon: object) -> Point | None:
    try:
        return float(str(lat)), float(str(lon))
    except ValueError:
        return None


def _notes(page: Page, rows: Iterable[Row]) -> dict[str, str]:
    first = _first_ref(list(rows))
    return {"begins": page.context.get("begins", first), "before": first}


def _first_ref(rows: list[Row]) -> str:
    return str(next((rows[0][name] for name in _REFS if rows and name in rows[0]), ""))


def _smaller(near: Near, page: Page, reading: Reading) -> list[Turn]:
    cell = Cell.of(page.context["cell"])
    return [_cell_turn(part) for part in cell.parts()] if near.known(cell, hits(reading.rows)) == "halve" else []


def _cell_turn(cell: Cell) -> Turn:
    lat, lon = cell.centre
    values = {"lat": f"{lat:.6f}", "lon": f"{lon:.6f}", "km": str(int(cell.radius_km * 1.02) + 1)}
    return Turn(1, values, {"cell": str(cell)})


def _by_token(words: AdapterWords, page: Page, token: object) -> list[Turn | str]:
    number = int(page.context["page"]) + 1
    if token in (None, "", False) or number > words.paging.begin + 2_000:
        return []
    if isinstance(token, str) and (token.startswith(("http://", "https://", "/"))) and "{token}" not in str(words):
        return [token]
    return [Turn(number, {"token": str(token)})]
