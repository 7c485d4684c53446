"""Addresses in one line: the postcode, the city and the country at its end, where there is only one way to read it."""

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path

from spiders.places.countries import country_code, is_country
from spiders.places.names import flat

_TABLE = tomllib.loads((Path(__file__).parent / "postcodes.toml").read_text(encoding="utf-8"))
_OWN = re.compile(_TABLE["before_city"].pop("own"))
_OF_COUNTRY = {code: re.compile(form) for form, codes in _TABLE["before_city"].items() for code in codes}
_STREET, _UNIT = (frozenset(_TABLE["words"][name]) for name in ("street", "unit"))
_PREFIXED = re.compile(r"([A-Z]{1,2})-(\d{4,5}|\d{4} ?[A-Z]{2}) (.+)")
_CITY = re.compile(r"[^\W\d_][^\d,;:|<>@()]{1,59}")
_AMERICAN = re.compile(r"(?P<region>[A-Z]{2}) (?P<postcode>\d{5}(?:-\d{4})?)")
_LAST_NUMBER = re.compile(r".*?\S ((?:\d{4} ?[A-Z]{2}|\d{2}-\d{3}|\d{4}-\d{3}) [^\W\d_].*)")
_HOUSE = re.compile(r"[^\W\d].*\s\d{1,4} ?[A-Za-z]?(?:[-/]\d{0,4}[A-Za-z]?)?")
_NUMBER_FIRST = re.compile(r"\d{1,4} ?[A-Za-z]{0,3},? [^\W\d].*")
_FOUR_OR_FIVE, _FIVE = re.compile(r"\d{4,5}"), re.compile(r"\d{5}")
_SHORTEST_NAME = 3  # two letters are a state or a province, too
_FEWEST_AMERICAN = 3

Row = Mapping[str, object]


def with_parts(row: Row) -> dict[str, object]:
    """Return a row with the postcode, the city and the country that its street ends with; the street stays as written.

    Nothing is added where the row tells otherwise, or where the line may be read in two ways.

    >>> with_parts({"street": "Hoofdstraat 1, 1234 AB Amsterdam"})
    {'street': 'Hoofdstraat 1, 1234 AB Amsterdam', 'postcode': '1234 AB', 'city': 'Amsterdam'}
    >>> with_parts({"street": "Unit 5, 1234 Main Street"})
    {'street': 'Unit 5, 1234 Main Street'}
    """
    street = row.get("street")
    if not isinstance(street, str) or ("postcode" in row and "city" in row):
        return dict(row)
    told = row.get("country")
    found = parts_of(street, told if isinstance(told, str) else None)
    differs = any(name in row and flat(str(row[name])) != flat(value) for name, value in found.items())
    return dict(row) if differs else {**row, **{name: value for name, value in found.items() if name not in row}}


def parts_of(line: str, country: str | None) -> dict[str, str]:
    """Return postcode, city and region, and the country where it stands there; empty where that is not sure."""
    parts = [" ".join(part.split()) for part in re.split(r"[,\n;]", line) if part.strip()]
    if len(parts) > 1 and len(parts[-1]) >= _SHORTEST_NAME and is_country(parts[-1]):
        country = country_code(parts.pop())
        found = _american(parts) if country == "US" else _european(parts, country)
        return {**found, "country": str(country)} if found else {}
    return _american(parts) if country in (None, "US") and _american(parts) else _european(parts, country)


def _american(parts: list[str]) -> dict[str, str]:
    found = _AMERICAN.fullmatch(parts[-1]) if len(parts) >= _FEWEST_AMERICAN else None
    return {**found.groupdict(), "city": parts[-2]} if found and _CITY.fullmatch(parts[-2]) else {}


def _european(parts: list[str], country: str | None) -> dict[str, str]:
    """Read "9000 Gent" as the last part, or "1012 LG Amsterdam" wherever it ends the line."""
    last = parts[-1] if len(parts) > 1 else ""
    if (prefixed := _PREFIXED.fullmatch(last)) and (of := _TABLE["prefixes"].get(prefixed[1])):
        return _split(f"{prefixed[2]} {prefixed[3]}", of) if country in (None, of) else {}
    if found := _split(last, country):
        return found
    if country is None and last and _ends_with_a_house(parts[-2]):
        return _in_form(last, _FOUR_OR_FIVE)
    if country is None and last and _NUMBER_FIRST.fullmatch(parts[-2]):
        return _in_form(last, _FIVE)
    tail = _LAST_NUMBER.fullmatch(parts[-1]) if parts else None
    return _split(tail[1], country) if tail else {}


def _ends_with_a_house(part: str) -> bool:
    """Tell whether a part is a street with a number behind it, as nobody writes where numbers come first."""
    return bool(_HOUSE.fullmatch(part)) and flat(part.split(maxsplit=1)[0]) not in _UNIT


def _split(part: str, country: str | None) -> dict[str, str]:
    form = _OF_COUNTRY.get(country) if country else _OWN
    return _in_form(part, form) if form else {}


def _in_form(part: str, form: re.Pattern[str]) -> dict[str, str]:
    found = re.fullmatch(rf"({form.pattern}) (.+)", part)
    is_city = found and _CITY.fullmatch(found[2]) and flat(found[2].split()[-1]) not in _STREET
    return {"postcode": found[1], "city": found[2]} if found and is_city else {}
