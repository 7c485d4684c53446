"""Countries as sources write them: a code of two or three letters, or a name in one of several languages."""

import csv
from functools import cache
from pathlib import Path


def _codes() -> dict[str, str]:
    with (Path(__file__).parent / "countries.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    named = {name.casefold(): row["code"] for row in rows for name in [row["code3"], *row["names"].split("|")]}
    return named | {row["code"].casefold(): row["code"] for row in rows}


_CODES = _codes()
_LONGEST = 60


def country_code(value: object) -> str | None:
    """Return the ISO 3166 code of two letters; a name that is not known stays as it is written.

    >>> country_code("Nederland"), country_code("SVN"), country_code("nl"), country_code("Utopia"), country_code(5)
    ('NL', 'SI', 'NL', 'Utopia', None)
    """
    return _code(" ".join(value.split())) if isinstance(value, str) else None


def is_country(text: str) -> bool:
    """Tell whether a text is a country's code or name."""
    return text.strip().casefold() in _CODES


@cache
def _code(name: str) -> str | None:
    if code := _CODES.get(name.casefold()):
        return code
    return name if 0 < len(name) <= _LONGEST and not any(sign.isdigit() for sign in name) else None
