"""What the keys of structured windows mean, made of ``keys.toml``."""

import re
import tomllib
from collections.abc import Mapping
from contextlib import suppress
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from pipelines.hours.text import weekdays
from pipelines.hours.weekly import DAYS, Unreadable

_OF_DAY = re.compile(r"(?P<day>[^\W_]+?)(?:[_\-. ]+|(?=[A-Z]))(?P<what>[A-Za-z]+\d?)")


_OF_WINDOWS = ("open", "close", "closed", "always")


@cache
def _keys() -> Mapping[str, frozenset[str]]:
    table = tomllib.loads(Path(__file__).with_name("keys.toml").read_text(encoding="utf-8"))
    return {meaning: frozenset(words.split()) for meaning, words in table.items()}


@lru_cache(maxsize=4096)
def plain(key: object) -> str:
    """Return a key without capitals and signs.

    >>> plain("opening_Time")
    'openingtime'
    """
    return re.sub(r"[\s_\-.:#]", "", str(key)).lower()


def value_of(words: Mapping[str, Any], meaning: str) -> Any:  # noqa: ANN401 - whatever the source wrote there
    """Return the first value that is told under a key with a meaning; None where there is none."""
    return next((value for key, value in words.items() if plain(key) in _keys()[meaning] and value is not None), None)


def is_key(key: object, meaning: str) -> bool:
    """Tell whether a key has a meaning."""
    return plain(key) in _keys()[meaning]


def by_day(words: Mapping[str, Any]) -> dict[str, Any]:
    """Return windows by day where all keys are weekdays, empty where they are not.

    Keys that name a day and what of it (``monday_open``, ``monOpen``) become one of the day; ``default`` holds for the
    days that are not there, and then 1 is Monday.

    >>> by_day({"mon_open": "9:00", "mon_close": "12:00", "tue_closed": True})
    {'mon': {'open': '9:00', 'close': '12:00'}, 'tue': {'closed': True}}
    """
    if words and all(str(key).isdecimal() or key == "default" for key in words) and set(words) != {"default"}:
        if "default" not in words:
            return dict(words)
        return {name: words.get(str(number), words["default"]) for number, name in enumerate(DAYS, start=1)}
    for days in (dict(words), _of_days(words)):
        names = [str(key).replace("_", "-") for key in days]
        with suppress(Unreadable):
            if names and weekdays(tuple(names)):
                return dict(zip(names, days.values(), strict=True))
    return {}


def _of_days(words: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    days: dict[str, dict[str, Any]] = {}
    for key, value in words.items():
        found = _OF_DAY.fullmatch(str(key))
        if not found or not any(is_key(found["what"].rstrip("12345"), meaning) for meaning in _OF_WINDOWS):
            return {}
        days.setdefault(found["day"], {})[found["what"].lower()] = value
    return days
