"""What sources call things, made of ``words.toml``: a text is understood whole or not at all."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from pipelines.hours.lexicon import folded

_SIGNS = re.compile(r"[^\w+&]+|_|\d+")


def plain(text: str) -> str:
    """Return the words of a text, without accents, capitals, numbers and signs.

    >>> plain("Reservé - aux salariés (12)")
    'reserve aux salaries'
    """
    return " ".join(_SIGNS.sub(" ", folded(text)).split())


@lru_cache(maxsize=4096)
def meaning(field: str, text: str) -> str | None:
    """Return our word for what a text calls the ``access``, ``kind`` or ``status``; None: not one thing, or not known.

    >>> meaning("kind", "Packstation 123"), meaning("kind", "Restaurant with parking"), meaning("access", "non-public")
    ('locker', None, 'internal')
    """
    words = plain(text)
    phrases, beside = _phrases(field), _beside()
    found = set()
    while words:
        first = next((phrase for phrase in phrases if _begins(words, phrase)), None)
        if first:
            found.add(phrases[first])
        elif words.split(" ", 1)[0] not in beside:
            return None
        words = words[len(first) :].strip() if first else words.partition(" ")[2]
    return found.pop() if len(found) == 1 else None


@lru_cache(maxsize=4096)
def named(field: str, name: str) -> str | None:
    """Return what a name says outright of the ``access`` or the ``status``; None for nothing.

    >>> named("access", "High Tech Campus 5 (employees only)"), named("access", "High Tech Campus 5")
    ('internal', None)
    """
    words = f" {plain(name)} "
    return next((ours for phrase, ours in _named(field).items() if f" {phrase} " in words), None)


def _begins(words: str, phrase: str) -> bool:
    return words == phrase or words.startswith(f"{phrase} ")


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))


@cache
def _phrases(field: str) -> Mapping[str, str]:
    """Return phrase -> our word, the longest phrase first; our own words are phrases, too."""
    table: Mapping[str, list[str]] = _table()[field]
    return _longest_first([*((plain(ours), ours) for ours in table), *_flat(table)])


@cache
def _named(field: str) -> Mapping[str, str]:
    return _longest_first(_flat(_table()["named"][field]))


@cache
def _beside() -> frozenset[str]:
    return frozenset(plain(word) for line in _table()["beside"] for word in line.split(","))


def _flat(table: Mapping[str, list[str]]) -> list[tuple[str, str]]:
    return [(plain(phrase), ours) for ours, lines in table.items() for line in lines for phrase in line.split(",")]


def _longest_first(phrases: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    return dict(sorted(phrases, key=lambda pair: -len(pair[0])))
