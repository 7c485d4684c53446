"""Which requests an answer leads to, by the kind of its source's paging."""

from collections.abc import Iterable, Iterator

from pipelines.records import Page, Reading, Row
from spiders.adapter.words import AdapterWords
from spiders.json_path import json_path
from spiders.nearest import Cell, Near, Point
from spiders.paging import MOST_PAGES, Turn
from spiders.places.values import is_true
from spiders.rows import KEYS_OF_KIND

_REFS = tuple(name for names in KEYS_OF_KIND.values() for name in names)


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
    if words.paging.asks_the_answer:
        return _as_told(words, page, reading, data)
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


def _as_told(words: AdapterWords, page: Page, reading: Reading, data: object) -> list[Turn | str]:
    """Return what the answer itself says to come next: a token, an address, all other pages, or one more."""
    paging, number = words.paging, int(page.context["page"])
    if paging.token:
        return _by_token(words, number, json_path(paging.token)(data))
    if paging.pages:
        pages = json_path(paging.pages)(data)
        known = isinstance(pages, int) and number == paging.begin
        return (
            [Turn(begin) for begin in range(number + 1, paging.begin + min(int(str(pages)), MOST_PAGES))]
            if known
            else []
        )
    step = len(reading.rows) if paging.kind == "offset" else 1
    return [Turn(number + step)] if paging.more and is_true(json_path(paging.more)(data)) and step else []


def _by_token(words: AdapterWords, number: int, token: object) -> list[Turn | str]:
    if token in (None, "", False) or number > MOST_PAGES:
        return []
    if isinstance(token, str) and token.startswith(("http://", "https://", "/")) and "{token}" not in str(words):
        return [token]
    return [Turn(number + 1, {"token": str(token)})]
