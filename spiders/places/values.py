"""What a value must look like to be what its key says, and how it is written in a row; None where it is not."""

import json
import re
from collections.abc import Callable, Mapping
from datetime import date
from html import unescape

from spiders.markup import visible_text
from spiders.places.countries import country_code
from spiders.places.names import SYNONYMS
from spiders.places.positions import lat, lon, pair, point

_LETTER = re.compile(r"[^\W\d_]")
_DIGIT = re.compile(r"\d")
_ALL_DAY_OR_NOT = {"0": "closed", "1": "00:00-24:00"}
_BESIDE = re.compile(r"(</(?:time|span)>)\s*<(?=time|span)")
"""Windows beside each other, which markup alone parts."""
_LANGUAGE = re.compile(r"[a-z]{2}([-_][A-Za-z]{2})?")
_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ].*)?")
_CLOSED, _SOON, _TRUE = (frozenset(SYNONYMS["values"][name]) for name in ("closed", "coming_soon", "true"))


def text(value: object) -> str | None:
    """Return a text without markup; of texts in several languages the first."""
    if isinstance(value, str) and "<" not in value:
        return unescape(value).strip() or None
    if isinstance(value, dict):
        languages = all(_LANGUAGE.fullmatch(str(key)) for key in value)
        value = next((told for told in value.values() if isinstance(told, str)), None) if languages else None
    if isinstance(value, list):
        lines = [str(line).strip() for line in value if isinstance(line, str | int)]
        value = ", ".join(line for line in lines if line) if len(lines) == len(value) else None
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    plain = str(value)
    if "<" in plain and ">" in plain:
        plain = visible_text(plain).replace("\n", ", ")
    return unescape(plain).strip() or None


def _with(pattern: re.Pattern[str], longest: int) -> Callable[[object], str | None]:
    def read(value: object) -> str | None:
        plain = text(value)
        if not plain or len(plain) > longest or plain.startswith(("http://", "https://")):
            return None
        return plain if pattern.search(plain) else None

    return read


_CALLABLE = _with(re.compile(r"\d\D*\d\D*\d\D*\d"), 60)


def _ref(value: object) -> str | None:
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    plain = str(value).strip() if isinstance(value, str | int) and not isinstance(value, bool) else ""
    return plain if 0 < len(plain) <= 200 else None


def _phone(value: object) -> str | None:
    plain = _CALLABLE(value)
    return plain.removeprefix("tel:") if plain else None


def _url(value: object) -> str | None:
    plain = text(value)
    return plain if plain and re.match(r"https?://|/|www\.", plain) else None


def _hours(value: object) -> object:
    """Return hours as they are told: windows, a structure, or a text in lines; JSON in a text is taken out of it."""
    if isinstance(value, str):
        plain = value.strip()
        if plain[:1] in ("{", "["):
            return _hours_inside(plain)
        return (visible_text(_BESIDE.sub(r"\1, <", plain)).replace("\n", "; ") if "<" in plain else plain) or None
    return value if isinstance(value, list | dict) and value else None


def _hours_inside(text: str) -> object:
    """Return the hours of JSON within a text; a day may be "0" there, for closed, or "1", for open all day."""
    try:
        told = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if isinstance(told, dict):
        told = {day: _ALL_DAY_OR_NOT.get(str(value), value) for day, value in told.items()}
    return _hours(told)


def is_true(value: object) -> bool:
    """Tell whether a value says yes, in one of several languages or as a number."""
    return str(value).strip().lower() in _TRUE


def _closed(value: object) -> str | None:
    return "closed" if is_true(value) else None


def _status(value: object) -> str | None:
    """Return closed or coming_soon; that a place is active says nothing of its pick-up times."""
    word = str(value).strip().lower() if isinstance(value, str) else ""
    return "closed" if word in _CLOSED else "coming_soon" if word in _SOON else None


def day(value: object) -> str | None:
    """Return a day in ISO 8601; None for what is not written so, since 03/04 may be March or April."""
    found = _DAY.fullmatch(value.strip()) if isinstance(value, str) else None
    try:
        return date.fromisoformat(found[1]).isoformat() if found else None
    except ValueError:
        return None


READ: Mapping[str, Callable[[object], object]] = {
    "location_ref": _ref,
    "name": _with(_LETTER, 200),
    "street": _with(_LETTER, 300),
    "house_number": _with(re.compile(r"\w"), 12),
    "postcode": _with(_DIGIT, 14),
    "city": _with(_LETTER, 100),
    "region": _with(_LETTER, 100),
    "country": country_code,
    "lat": lat,
    "lon": lon,
    "point": point,
    "pair": pair,
    "phone": _phone,
    "url": _url,
    "pickup_hours": _hours,
    "closed": _closed,
    "status": _status,
    "opens_on": day,
    "closes_on": day,
}
"""Field -> how a value of it is read."""
