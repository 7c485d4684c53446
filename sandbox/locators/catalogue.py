"""What is told of each rented locator in ``catalogue.toml``."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Literal

FOLDER = Path(__file__).parent


@dataclass(frozen=True, kw_only=True)
class Paging:
    """How the answer is cut into pages, and which words of a request choose one."""

    by: Literal["page", "offset", "token"]
    word: str
    size: int
    most: int
    size_word: str = ""
    first: int = 1
    """The first page's number; offsets and tokens begin at 0."""
    begins_again: bool = False
    """Whether a page after the last is the first one again."""


@dataclass(frozen=True, kw_only=True)
class Near:
    """How a list of what is near a point is asked for: the words for the point and the radius in kilometres."""

    lat: str
    lon: str
    km: str
    most: int
    """How many places such an answer holds at most."""
    otherwise: int
    """How many are listed where no point is told."""


@dataclass(frozen=True, kw_only=True)
class Locator:
    """One rented locator."""

    name: str
    shows: str
    """Whose answer template it uses."""
    answer: str | None = None
    """The path of its API below the page; None where the page holds all."""
    method: Literal["GET", "POST"] = "GET"
    needs: Mapping[str, str] = field(default_factory=dict)
    """Words that a request must have; ``*`` for any value."""
    paging: Paging | None = None
    near: Near | None = None


@cache
def locators() -> dict[str, Locator]:
    """Return the locators by name."""
    told = tomllib.loads((FOLDER / "catalogue.toml").read_text(encoding="utf-8"))
    return {name: _locator(name, words) for name, words in told.items()}


def _locator(name: str, words: dict[str, Any]) -> Locator:
    kinds = {"paging": Paging, "near": Near}
    told = {word: kinds[word](**value) if word in kinds else value for word, value in words.items()}
    return Locator(**{"name": name, "shows": name, **told})
