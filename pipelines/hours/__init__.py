"""Pick-up windows in OSM opening_hours syntax, whatever they were written in, and what they come to in a week."""

from functools import lru_cache

import orjson

from pipelines.hours import osm, structured
from pipelines.hours.weekly import DAYS, EVERY_DAY, Unreadable, minutes

WEEKDAYS = DAYS


def from_text(written: str, country: str | None = None) -> str | None:
    """Return the windows that a text tells in OSM syntax, empty where it says there are none; None: not understood.

    ``country`` (ISO 3166) chooses between languages that read a text differently.

    >>> from_text("Lundi au vendredi de 9h à 19h30"), from_text("Di 9-12"), from_text("Di 9-12", "DE")
    ('Mo-Fr 09:00-19:30', None, 'Tu 09:00-12:00')
    """
    return normalised(written, country)[0]


@lru_cache(maxsize=8192)
def week(written: str) -> tuple[float, int] | None:
    """Return hours a week and number of weekdays of windows in OSM syntax; None when they are beyond what we read.

    Public holidays do not count.

    >>> week("Mo-Fr 10:00-18:00; Sa 22:00-02:00; PH off"), week("Jan-Mar Mo 10:00-12:00")
    ((44.0, 6), None)
    """
    try:
        read = osm.parse(written) if written.strip() else {}
    except Unreadable:
        return None
    return minutes(read) / 60, sum(1 for day in EVERY_DAY & read.keys() if read[day])


def from_structured(value: object, country: str | None = None) -> str | None:
    """Return the windows that parsed JSON states in OSM syntax, empty for an empty list; None: not understood.

    >>> from_structured({"monday": "9-18", "sunday": "closed"})
    'Mo 09:00-18:00'
    """
    return normalised(value, country)[0]


def normalised(value: object, country: str | None = None) -> tuple[str | None, str]:
    """Return windows in OSM syntax, whatever they were written in; or None, and why they are not understood.

    >>> normalised("by appointment")
    (None, 'words that are not known')
    """
    if isinstance(value, str):
        return _of_text(value, country)
    try:
        return _of_json(orjson.dumps(value), country)
    except TypeError:  # no JSON: numbers of any size, halves of characters
        return _read(value, country)


@lru_cache(maxsize=8192)
def _of_text(written: str, country: str | None) -> tuple[str | None, str]:
    return _read(written, country)


@lru_cache(maxsize=8192)
def _of_json(written: bytes, country: str | None) -> tuple[str | None, str]:
    """Read windows stated as JSON; most places of a retailer have those of many others."""
    return _read(orjson.loads(written), country)


def _read(value: object, country: str | None) -> tuple[str | None, str]:
    try:
        return structured.read(value, country), ""
    except Unreadable as error:
        return None, str(error)
    except (ValueError, TypeError, KeyError, OverflowError, RecursionError) as error:
        return None, f"something else where windows belong: {type(error).__name__}"
