"""The words in which sources speak of slots (``words.toml``): names of fields, and what a status means."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from pipelines.hours.lexicon import folded

_WORDS = tomllib.loads((Path(__file__).parent / "words.toml").read_text(encoding="utf-8"))
_FIELDS: Mapping[str, Mapping[str, int]] = {
    field: {name: rank for rank, name in enumerate(names)} for field, names in _WORDS["fields"].items()
}
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_SIGNS = re.compile(r"[\W_]+")
_LEFT = re.compile(
    r"(?:nog |only |noch |plus que |solo )?(\d{1,6}) ?(?:x )?"
    r"(?:left|free|available|remaining|spots?|places?|plekken|plaatsen|vrij|frei\w*|platze|plaetze|libres?|plazas?|disponib\w+)\b.*"
)


@lru_cache(maxsize=100_000)
def plain(word: str) -> str:
    """Return a word small, without signs and accents, its parts by one blank.

    >>> plain("FULLY_BOOKED"), plain("pastCutoff"), plain(" Épuisé! ")
    ('fully booked', 'past cutoff', 'epuise')
    """
    return folded(_small(word))


def _small(word: str) -> str:
    return _SIGNS.sub(" ", _CAMEL.sub(" ", word)).strip().lower()


@lru_cache(maxsize=100_000)
def _joined(name: str) -> str:
    return plain(name).replace(" ", "")


def values_of(field: str, told: Mapping[str, object]) -> Iterator[object]:
    """Yield what a source tells under the names of one of our fields, the most usual name first; not what is null."""
    for name in _named(field, tuple(told)):
        if told[name] not in (None, ""):
            yield told[name]


@lru_cache(maxsize=10_000)  # the records of one list are alike
def _named(field: str, names: tuple[str, ...]) -> tuple[str, ...]:
    ranks = _FIELDS[field]
    return tuple(name for _, name in sorted((ranks[_joined(name)], name) for name in names if _joined(name) in ranks))


def ending_with(words: frozenset[str], told: Mapping[str, object]) -> Iterator[object]:
    """Yield what a source tells under names that end with one of these words.

    >>> list(ending_with(frozenset({"status"}), {"reservationStatus": "Full", "statusbar": 1}))
    ['Full']
    """
    return (value for name, value in told.items() if plain(name).rpartition(" ")[2] in words)


def is_named(field: str, name: str) -> bool:
    """Tell whether this is a name of one of our fields.

    >>> is_named("start", "slot_beginning"), is_named("start", "id")
    (True, False)
    """
    return _joined(name) in _FIELDS[field]


_ACCENTED = {_small(word): status for status, words in _WORDS["statuses"].items() for word in words}
"""As it is written: "reserve" is what one can do, "réservé" what somebody did."""
_STATUS = {plain(word): status for word, status in _ACCENTED.items()}


def _known(word: str) -> str | None:
    return _ACCENTED.get(_small(word)) or _STATUS.get(plain(word))


def status_of(said: object) -> str | None:
    """Return our word for a status; the source's own where it is none that we know, None where nothing is said.

    >>> status_of("FULLY_BOOKED"), status_of(True), status_of(0), status_of("Wachtlijst")
    ('full', 'free', 'full', 'Wachtlijst')
    """
    if said is None:
        return None
    if isinstance(said, bool):
        return "free" if said else "full"
    if isinstance(said, int):
        return "free" if said > 0 else "full"
    word = str(said).strip()
    if not plain(word):
        return None
    left = places_left(word)
    return _known(word) or (word if left is None else status_of(left))


def places_left(text: str) -> int | None:
    """Return how many places a text says are left.

    >>> places_left("Nog 3 plekken"), places_left("0 left of 10"), places_left("10:00")
    (3, 0, None)
    """
    found = _LEFT.fullmatch(plain(text))
    return int(found[1]) if found else None


def is_status(word: str) -> bool:
    """Tell whether a word of a source is a status that we know."""
    return _known(word) is not None


_WEEKDAYS = {plain(word): int(day) for day, words in _WORDS["weekdays"].items() for word in words}


def weekday_of(said: object) -> int | None:
    """Return the weekday that a word names, Monday is 0; a number is none, since sources begin their weeks anywhere."""
    return _WEEKDAYS.get(plain(said)) if isinstance(said, str) else None
