"""What a key of a source may mean: its words against the synonyms of the languages of Europe."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pipelines.hours.lexicon import folded

SYNONYMS = tomllib.loads((Path(__file__).parent / "synonyms.toml").read_text(encoding="utf-8"))
_EXACT_BEFORE_SUFFIX = 100
_LONG_ENOUGH = 7
"""A name shorter than this is found at the end of a word by chance: every ``comparison`` ends with ``on``."""
_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[^\W\dA-Z_]+|\d+")


@dataclass(frozen=True)
class Meaning:
    """A field that a key may stand for; the lower the cost, the surer."""

    field: str
    cost: int


def flat(text: str) -> str:
    """Return a name without case, accents, blanks and signs.

    >>> flat("Öffnungs-Zeiten"), flat("ISO2Code"), flat("Długość")
    ('offnungszeiten', 'iso2code', 'dlugosc')
    """
    plain = text if text.isascii() else folded(text)
    return "".join(sign for sign in plain.lower() if sign.isalnum())


def words_of(key: str) -> tuple[str, ...]:
    """Return the words of a key.

    >>> words_of("providerID"), words_of("vras_Latitude"), words_of("storeURL2")
    (('provider', 'id'), ('vras', 'latitude'), ('store', 'url', '2'))
    """
    return tuple(flat(word) for word in _WORD.findall(key))


def _ranked(names: Mapping[str, list[str]]) -> Mapping[str, list[Meaning]]:
    found: dict[str, list[Meaning]] = {}
    for field, synonyms in names.items():
        for rank, name in enumerate(dict.fromkeys(map(flat, synonyms))):
            found.setdefault(name, []).append(Meaning(field, rank))
    return found


_MEANINGS = _ranked(SYNONYMS["fields"])
_LONG = {name: meanings for name, meanings in _MEANINGS.items() if len(name) >= _LONG_ENOUGH}
KNOWN = frozenset(map(flat, SYNONYMS["containers"]["known"]))
ADDRESS = frozenset(map(flat, SYNONYMS["containers"]["address"]))
NUMBERS = frozenset(map(flat, SYNONYMS["containers"]["numbers"]))
FOREIGN = frozenset(map(flat, SYNONYMS["containers"]["foreign"]))
FOREIGN_OBJECTS = FOREIGN | frozenset(map(flat, SYNONYMS["containers"]["foreign_objects"]))
WHOLE = frozenset({"pickup_hours", "closed", "status", "opens_on", "closes_on"})
"""Fields that only a whole key means: ``sunday_closed`` and ``pharmacy_hours`` are about something else."""
NAMED = {flat(name): _MEANINGS[flat(name)][0].field for name in SYNONYMS["containers"]["named"]}
"""Object -> the field for which its name or code stands."""
LINKS = frozenset(map(flat, SYNONYMS["containers"]["addresses"]))


@cache
def meanings_of(key: str) -> tuple[Meaning, ...]:
    """Return what a key may mean, from all its words or from its last ones; nothing where it is another's.

    >>> meanings_of("Strasse")[0].field, meanings_of("vras_provideraddress")[0].field, meanings_of("brandName")
    ('street', 'street', ())
    """
    if exact := _MEANINGS.get(flat(key)):
        return tuple(exact)
    words = words_of(key)
    if FOREIGN & set(words):
        return ()
    for begin in range(1, len(words)):
        if ending := _as_ending("".join(words[begin:])):
            return ending
    last = words[-1] if words else ""
    longest = max((name for name in _LONG if last.endswith(name)), key=len, default="")
    return _as_ending(longest) if last.removesuffix(longest) not in FOREIGN else ()


def _as_ending(name: str) -> tuple[Meaning, ...]:
    found = (meaning for meaning in _MEANINGS.get(name, ()) if meaning.field not in WHOLE)
    return tuple(Meaning(meaning.field, meaning.cost + _EXACT_BEFORE_SUFFIX) for meaning in found)


@cache
def is_foreign(key: str) -> bool:
    """Tell whether an object of this name is about somebody else than the place.

    >>> is_foreign("companyID"), is_foreign("address")
    (True, False)
    """
    return bool(FOREIGN_OBJECTS & set(words_of(key))) or flat(key) in FOREIGN_OBJECTS


@cache
def is_known(key: str) -> bool:
    """Tell whether an object of this name holds the place's own fields, such as its address."""
    if any(meaning.field == "point" for meaning in meanings_of(key)):
        return True
    return flat(key) in KNOWN or flat(key).removesuffix("es") in KNOWN or flat(key).removesuffix("s") in KNOWN
