"""The words in which the languages of Europe write pick-up windows, made of ``languages.toml``."""

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pipelines.hours.clock import NOON, Time
from pipelines.hours.grammar import Token
from pipelines.hours.weekly import DAY, EVERY_DAY, HOLIDAYS

_MEANINGS: Mapping[str, Token] = {
    "daily": Token("days", EVERY_DAY),
    "weekdays": Token("days", frozenset(range(5))),
    "weekend": Token("days", frozenset({5, 6})),
    "holidays": Token("days", frozenset({HOLIDAYS})),
    "sundays": Token("days", frozenset({6, HOLIDAYS})),
    "noon": Token("time", time=Time(NOON, plain=False)),
    "midnight": Token("time", time=Time(DAY, plain=False)),
    "closed": Token("closed"),
    "always": Token("always"),
    "to": Token("to"),
    "and": Token("and"),
    "am": Token("half", half="am"),
    "pm": Token("half", half="pm"),
    "noise": Token("noise"),
}
"""What the phrases under a word of the file are."""
_VARIANTS = str.maketrans({"\u0142": "l", "\u0131": "i", "\u03c2": "\u03c3"})  # no accents, to Unicode
# The one abbreviation that is another day's without its accent: in Slovak, "st" is Wednesday.
_THURSDAY = re.compile(r"(?<!\w)\u0161t(?!\w)")
_WORD = re.compile(r"[^\W\d_]+")


def folded(text: str) -> str:
    """Return a text without accents, capitals and kinds of spaces.

    >>> folded("Čtvrtek\u00a0 ΣΆΒΒΑΤΟ")
    'ctvrtek σαββατο'
    """
    told = _THURSDAY.sub("stv", unicodedata.normalize("NFC", text.casefold()))
    parts = unicodedata.normalize("NFKD", told.replace("\u02bc", "'").replace("\u2019", "'"))
    plain = "".join(sign for sign in parts if not unicodedata.combining(sign))
    return re.sub(r"[^\S\n]+", " ", plain.translate(_VARIANTS))


@dataclass(frozen=True)
class Language:
    """One language's words."""

    name: str
    countries: frozenset[str]
    """ISO 3166 codes of where it is written."""
    meanings: Mapping[str, Token]
    """Phrase, folded -> what it is."""
    words: frozenset[str]
    """All single words of its phrases."""
    phrase: re.Pattern[str]
    """Finds the longest phrase; a digit may stand before it (``9h``), no letter around it."""

    def knows(self, text: str) -> bool:
        """Tell whether all words of a folded text are words of this language."""
        return self.words.issuperset(_WORD.findall(text))


@cache
def languages() -> tuple[Language, ...]:
    """Return all languages there are."""
    table = tomllib.loads(Path(__file__).with_name("languages.toml").read_text(encoding="utf-8"))
    common = table.pop("any")
    return tuple(_language(name, words, common) for name, words in table.items())


def _language(name: str, words: Mapping[str, object], common: Mapping[str, object]) -> Language:
    meanings = dict([*_meanings(common), *_meanings(words)])
    phrases = sorted(meanings, key=len, reverse=True)
    return Language(
        name=name,
        countries=frozenset(str(words["countries"]).split()),
        meanings=meanings,
        words=frozenset(word for phrase in phrases for word in _WORD.findall(phrase)),
        phrase=re.compile(rf"(?<![^\W\d_])(?:{'|'.join(map(re.escape, phrases))})(?![^\W_])"),
    )


def _meanings(words: Mapping[str, object]) -> Iterator[tuple[str, Token]]:
    """Yield each phrase of a table with what it is; names of days last, so that they go before everything else."""
    for word, told in words.items():
        if word not in ("days", "countries"):
            for phrase in _phrases(str(told)):
                yield phrase, _MEANINGS[word]
    days = words.get("days", ())
    for day, told in enumerate(days if isinstance(days, list) else ()):
        for phrase in _phrases(str(told)):
            yield phrase, Token("days", frozenset({day}))


def _phrases(told: str) -> list[str]:
    return [folded(phrase).strip() for phrase in told.split(",")]
