"""Which requests an answer leads to, by the kind of its source's paging."""

from collections.abc import Iterable, Iterator
from urllib.parse import urljoin

from pipelines.records import Page, Reading, Row
from spiders.adapter.words import AdapterWords
from spiders.json_path import json_path
from spiders.nearest import Cell, Near, Point
from spiders.paging import MOST_PAGES, Paging, Turn
from spiders.places.values import is_true
from spiders.rows import KEYS_OF_KIND

_REFS = tuple(name for names in KEYS_OF_KIND.values() for name in names)


def first_turns(words: AdapterWords) -> Iterator[Turn]:
    """Yield what to ask for to begin with."""
    if words.near:
        yield from (_cell_turn(cell) for cell in words.near.seeds())
    else:
        yield Turn(words.paging.begin)


def next_turns(words: AdapterWords, page: Page, reading: Reading, data: object) -> list[Turn]:
    """Return the pages that an answer leads to."""
    if words.near:
        return _smaller(words.near, page, reading)
    if words.paging.asks_the_answer:
        return _as_told(words.paging, page, len(reading.rows), data)
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


def _as_told(paging: Paging, page: Page, seen: int, data: object) -> list[Turn]:
    """Return what the answer itself says to come next: by a token or an address, all other pages, or one more."""
    number = int(page.context["page"])
    if paging.token:
        return _by_token(page, number, json_path(paging.token)(data))
    if paging.pages:
        pages = count_of(json_path(paging.pages)(data)) if number == paging.begin else None
        return [Turn(other) for other in range(number + 1, paging.begin + min(pages or 0, MOST_PAGES))]
    step = seen if paging.kind == "offset" else 1
    return [Turn(number + step)] if seen and paging.more and is_true(json_path(paging.more)(data)) else []


def _by_token(page: Page, number: int, token: object) -> list[Turn]:
    if token in (None, "", False) or number > MOST_PAGES:
        return []
    is_address = isinstance(token, str) and token.startswith(("http://", "https://", "/"))
    url = urljoin(page.url, str(token)) if is_address else None
    return [Turn(number + 1, {"token": str(token)}, url=url)]


def count_of(value: object) -> int | None:
    """Return a count that an answer tells, as a number or as a text; None for anything else."""
    return int(value) if isinstance(value, int | str) and str(value).isdecimal() else None
