"""From data with places in it, in a page or seen while a browser loaded it, to the words of a ``json_api`` source."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress

from pipelines.records import Page
from spiders.adapter.unwrap import unwrapped
from spiders.detect.candidates import Candidate
from spiders.detect.capture import Exchange
from spiders.detect.paged_request import request_words
from spiders.errors import Changed
from spiders.places import items_in, plan_of

LIKE_PLACES = 5
"""The least weight of a plan that tells of places: an address, or a position and a name."""
_TOTAL = re.compile(
    r"total|count|(total|result|hit|item|store|location)s?_?(count|results|hits|items|elements)|nb_?hits", re.IGNORECASE
)
_DEPTH = 8
_BARE = re.compile(r"[A-Za-z_]\w*")
Path = tuple[str, ...]


def in_answers(exchanges: Iterable[Exchange]) -> list[Candidate]:
    """Return a candidate for each answer that holds places, the one that looks most like it first."""
    weighed = [found for exchange in exchanges if (found := _weighed(exchange))]
    return [candidate for _, candidate in sorted(weighed, key=lambda one: one[0], reverse=True)]


def in_data(page: Page) -> Iterator[Candidate]:
    """Yield candidates for an address that is no page but its data: JSON, or a table."""
    if page.media_type == "text/csv":
        yield Candidate(platform="csv", options={"url": page.url}, evidence=(f"{page.url}: a table",))
    elif page.media_type.endswith("json"):
        with suppress(Changed):
            answer = unwrapped(page, "json")
            yield from in_answers([Exchange(method="GET", url=page.url, headers={}, answer=answer)])


def in_scripts(page: Page) -> Iterator[Candidate]:
    """Yield a candidate if the page's own scripts hold the places."""
    with suppress(Changed):
        items = items_in(unwrapped(page, "script"))
        if items and plan_of(items).weight >= LIKE_PLACES:
            told = f"{page.url}: {len(items)} entries that look like places, in a script of the page"
            yield Candidate(platform="json_api", options={"url": page.url, "unwrap": "script"}, evidence=(told,))


def _weighed(exchange: Exchange) -> tuple[tuple[int, int], Candidate] | None:
    items = items_in(exchange.answer) if exchange.answer is not None else None
    weight = plan_of(items).weight if items else 0
    if not items or weight < LIKE_PLACES:
        return None
    told = f"{exchange.seen.where}: an answer with {len(items)} entries that look like places"
    options = request_words(exchange, len(items)) | _where(exchange.answer, items)
    return (weight, len(items)), Candidate(platform="json_api", options=options, evidence=(told,))


def _where(answer: object, items: list[Mapping[str, object]]) -> dict[str, object]:
    """Return the paths of the list and of the count, where they are plain ones."""
    found: dict[str, object] = {}
    for path, value in _walk(answer, ()):
        if isinstance(value, list) and value and value[0] is items[0] and len(value) == len(items):
            found["items"] = _written(path)
        if "total" not in found and path and _TOTAL.fullmatch(path[-1]) and _is_count(value, len(items)):
            found["total"] = _written(path)
    return found


def _is_count(value: object, least: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= least


def _walk(value: object, path: Path) -> Iterator[tuple[Path, object]]:
    yield path, value
    if isinstance(value, dict) and len(path) < _DEPTH:
        for name, inner in value.items():
            yield from _walk(inner, (*path, name))


def _written(path: Path) -> str:
    """Return a path as JMESPath."""
    return ".".join(name if _BARE.fullmatch(name) else json.dumps(name) for name in path) or "@"
