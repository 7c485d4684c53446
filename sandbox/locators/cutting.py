"""Which places an answer holds."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from sandbox.locators.catalogue import Paging
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
