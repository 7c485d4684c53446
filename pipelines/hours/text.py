"""Reads windows that people wrote: days, then times, in any one language of ``languages.toml``."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TypeVar

from pipelines.hours import osm
from pipelines.hours.clock import COMMA_TIME, TIME, time_of
from pipelines.hours.grammar import Token, TokenKind, week_of
from pipelines.hours.lexicon import Language, folded, languages
from pipelines.hours.weekly import Span, Unreadable, Week, told
from pipelines.hours.weekly import osm as written

Read = TypeVar("Read")
_MONDAY = (Token("days", frozenset({0})),)
_SIGNS: Mapping[str, TokenKind] = {
    "-": "to",
    "~": "to",
    ",": "and",
    "/": "and",
    "&": "and",
    "+": "and",
    ";": "end",
    "\n": "end",
    "|": "end",
}
_SIGN = re.compile(r"[-~,/&+;\n|]")
_SILENT = re.compile(r"[ :.()\[\]*=>]+")
_DASHES = re.compile(r"[\u2010-\u2015\u2212]|-+>?")
_MARKUP = re.compile(r"<\s*(?:br|/p|/li|/div|/tr)[^>]*>", re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")
_LONGEST = 2000
"""Characters; more is a page, not windows."""


def read(text: str, country: str | None = None) -> str:
    """Return the windows of a text in OSM syntax; raises Unreadable with the reason.

    ``country`` (ISO 3166) chooses where two languages read the text differently.
    """
    plain = _plain(text)
    if not plain:
        return ""
    try:
        return written(_in_osm(text))
    except Unreadable:
        return _agreed(plain, country, lambda language: written(told(_parsed(plain, language))))


@lru_cache(maxsize=4096)
def day_windows(text: str, country: str | None = None) -> list[Span]:
    """Return the windows of one day, told without its name; raises Unreadable.

    >>> day_windows("9:00 - 12:30, 14-18"), day_windows("closed")
    ([(540, 750), (840, 1080)], [])
    """
    plain = _plain(text)
    return _agreed(plain, country, lambda language: list(_parsed(plain, language, _MONDAY)[0]))


def _plain(text: str) -> str:
    if len(text) > _LONGEST:
        raise Unreadable("longer than windows are")
    return folded(_DASHES.sub("-", _TAG.sub(" ", _MARKUP.sub("\n", text)))).strip(" \n;,.")


def _in_osm(text: str) -> Week:
    """Read OSM syntax; times without days are for every day there, and elsewhere for nobody knows which."""
    if text.strip()[:1].isdigit() and text.strip() != "24/7":
        raise Unreadable("times without days")
    return osm.parse(text)


def _agreed(plain: str, country: str | None, read: Callable[[Language], Read]) -> Read:
    """Return what all languages that know the words read, or else those of the country; raises Unreadable."""
    found: list[tuple[Read, Language]] = []
    why = "words that are not known"
    for language in languages():
        if language.knows(plain):
            try:
                found.append((read(language), language))
            except Unreadable as error:
                why = str(error)
    first = [reading for reading, _ in found]
    here = [reading for reading, language in found if country in language.countries]
    for readings in (first, here):
        if readings and all(reading == readings[0] for reading in readings):
            return readings[0]
    raise Unreadable("two languages read it differently" if found else why)


def _parsed(plain: str, language: Language, before: Sequence[Token] = ()) -> Week:
    """Read a text with commas between windows, or else with commas between hours and minutes."""
    try:
        return week_of([*before, *_tokens(plain, language, TIME)])
    except Unreadable:
        if not re.search(r"\d,[0-5]\d", plain):
            raise
        return week_of([*before, *_tokens(plain, language, COMMA_TIME)])


def _tokens(plain: str, language: Language, time: re.Pattern[str]) -> Iterator[Token]:
    at = 0
    while at < len(plain):
        if silent := _SILENT.match(plain, at):
            at = silent.end()
        elif phrase := language.phrase.match(plain, at):
            yield language.meanings[phrase[0]]
            at = phrase.end()
        elif clock := time.match(plain, at):
            yield Token("time", time=time_of(clock))
            at = clock.end()
        elif sign := _SIGN.match(plain, at):
            yield Token(_SIGNS[sign[0]])
            at = sign.end()
        else:
            raise Unreadable("signs that are not known")


def weekdays(names: tuple[str, ...]) -> Sequence[frozenset[int]]:
    """Return the days that each of several texts names, all in one language; raises Unreadable where languages differ.

    >>> [sorted(days) for days in weekdays(("Lu", "Ma", "Me-Ve"))]
    [[0], [1], [2, 3, 4]]
    """
    if (found := _weekdays(names)) is None:
        raise Unreadable("no weekdays, or those of several languages")
    return found


@lru_cache(maxsize=4096)
def _weekdays(names: tuple[str, ...]) -> Sequence[frozenset[int]] | None:
    plain = [folded(name).strip(" :.") for name in names]
    found = {tuple(days) for language in languages() if (days := _in_language(plain, language))}
    return found.pop() if len(found) == 1 else None


def _in_language(plain: Sequence[str], language: Language) -> list[frozenset[int]] | None:
    if not all(language.knows(name) for name in plain):
        return None
    try:
        tokens = [list(_tokens(name, language, TIME)) for name in plain]
        if all(any(token.kind == "days" for token in name) for name in tokens):
            return [frozenset(week_of([*name, Token("closed")])) for name in tokens]
    except Unreadable:
        pass
    return None
