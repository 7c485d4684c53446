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
class Locator:
    """One rented locator."""

    name: str
    answer: str
    """The path of its API below the page."""
    shows: str
    """Whose answer template it uses."""
    method: Literal["GET", "POST"] = "GET"
    needs: Mapping[str, str] = field(default_factory=dict)
    """Words that a request must have; ``*`` for any value."""
    paging: Paging | None = None


@cache
def locators() -> dict[str, Locator]:
    """Return the locators by name."""
    told = tomllib.loads((FOLDER / "catalogue.toml").read_text(encoding="utf-8"))
    return {name: _locator(name, words) for name, words in told.items()}


def _locator(name: str, words: dict[str, Any]) -> Locator:
    paging = Paging(**words.pop("paging")) if "paging" in words else None
    return Locator(name=name, paging=paging, **{"shows": name, **words})
