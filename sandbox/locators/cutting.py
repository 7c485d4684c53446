"""Which places an answer holds."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import acos, ceil, cos, radians, sin

from sandbox.locators.catalogue import Near, Paging
from sandbox.locators.places import Place


@dataclass(frozen=True, kw_only=True)
class Cut:
    """One page of a locator's list."""

    places: Sequence[Place]
    total: int
    number: int = 1
    """The page's number, as the locator counts."""
    size: int = 0
    pages: int = 1
    token: str = ""
    """What asks for the next page; empty on the last."""


def listed(places: Sequence[Place], near: Near | None, words: dict[str, str]) -> Sequence[Place]:
    """Return the places that a request is about: all, or those near the point that its words tell."""
    if near is None:
        return places
    if near.lat not in words:
        return places[: near.otherwise]
    lat, lon, reach = (float(words[word]) for word in (near.lat, near.lon, near.km))
    far = sorted((_km(lat, lon, place), place.ref, place) for place in places)
    return [place for km, _, place in far if km <= reach][: near.most]


def _km(lat: float, lon: float, place: Place) -> float:
    """Return how far a place is, by the cosine rule as the plug-ins' SQL has it."""
    north, south = radians(lat), radians(place.lat)
    cosine = sin(north) * sin(south) + cos(north) * cos(south) * cos(radians(place.lon - lon))
    return 6371 * acos(max(-1.0, min(1.0, cosine)))


def cut(places: Sequence[Place], paging: Paging | None, words: dict[str, str]) -> Cut:
    """Return the page of the list that a request's words ask for."""
    if paging is None:
        return Cut(places=places, total=len(places), size=len(places))
    size = min(_number(words, paging.size_word, paging.size), paging.most)
    pages = max(1, ceil(len(places) / size))
    begin = _begin(paging, words, size, pages)
    return Cut(
        places=places[begin : begin + size],
        total=len(places),
        number=begin // size + paging.first,
        size=size,
        pages=pages,
        token=f"next-{begin + size}" if begin + size < len(places) else "",
    )


def _begin(paging: Paging, words: dict[str, str], size: int, pages: int) -> int:
    if paging.by == "page":
        page = _number(words, paging.word, paging.first) - paging.first
        return 0 if paging.begins_again and page >= pages else max(page, 0) * size
    return _number({word: value.removeprefix("next-") for word, value in words.items()}, paging.word, 0)


def _number(words: dict[str, str], word: str, default: int) -> int:
    text = words.get(word, "")
    return int(text) if text.isdecimal() else default
