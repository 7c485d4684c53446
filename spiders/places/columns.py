"""Tables of places: columns named by the first row, or, where there is none, by what stands in them."""

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import zip_longest

from spiders.places.countries import is_country
from spiders.places.names import meanings_of

Cells = Sequence[object]
_NUMBER = re.compile(r"[-+]?\d+([.,]\d+)?")
_DEGREES = re.compile(r"[-+]?\d{1,3}\.\d{3,}")
_POSTCODE = re.compile(
    r"\d{4,6}|\d{5}-\d{4}|\d{4} ?[A-Z]{2}|\d{2}-\d{3}|\d{3} \d{2}|\d{4}-\d{3}|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}"
    r"|[A-Z]\d[A-Z] ?\d[A-Z]\d|(?:[A-Z]{1,2}-)\d{4,5}"
)
_PHONE = re.compile(r"\+?[\d\s()./-]{8,}")
_URL = re.compile(r"https?://\S+")
_REF = re.compile(r"(?=.*\d)[\w.:-]{1,40}")
_STREET = re.compile(r"\d+[\w/-]*,?\s+\D.*|\D+\s\d+\s?[\w/-]{0,5}(,.*)?")
_WORDS = re.compile(r"(?=.*[^\W\d_])[^<>{}]{2,}")
_PLACE = re.compile(r"[^\W\d_][^\d<>{}]{0,60}")
_MOST, _HALF = 0.8, 0.5


def as_items(rows: Sequence[Cells]) -> list[dict[str, object]]:
    """Return the rows of a table as objects; one without header gets names where its values tell them.

    >>> as_items([["id", "city"], ["7", "Gent"]])
    [{'id': '7', 'city': 'Gent'}]
    >>> as_items([["metric", "reads"], ["mail", "7"]])
    [{'metric': 'mail', 'reads': '7'}]
    >>> as_items([["7", "Shop", "Veldstraat 2", "Gent", "9000"], ["8", "Depot", "Kaai 1", "Gent", "9000"]])[0]
    {'id': '7', 'name': 'Shop', 'street': 'Veldstraat 2', 'city': 'Gent', 'postcode': '9000'}
    """
    rows = [row for row in rows if any(cell not in (None, "") for cell in row)]
    if not rows:
        return []
    header = [str(cell).strip() for cell in rows[0]]
    if _is_header(header, rows[1:]):
        return [dict(zip(header, row, strict=False)) for row in rows[1:]]
    names = _named(list(zip_longest(*rows, fillvalue="")))
    return [{name: cell for name, cell in zip(names, row, strict=False) if name} for row in rows]


def titled(told: Mapping[str, object]) -> list[dict[str, object]]:
    """Return the rows of a table whose columns are named beside it; none where there is no such table.

    >>> titled({"columns": ["id", "city"], "rows": [[7, "Gent"]]})
    [{'id': 7, 'city': 'Gent'}]
    """
    lists = [value for value in told.values() if isinstance(value, list) and value]
    headers = [names for names in lists if all(isinstance(name, str) for name in names) and _is_header(names, ())]
    for rows in lists:
        for header in headers:
            if all(isinstance(row, list) and len(row) == len(header) for row in rows):
                return [dict(zip(header, row, strict=True)) for row in rows]
    return []


def _is_header(cells: list[str], below: Sequence[Cells]) -> bool:
    """Tell whether a first row names the columns: they differ, and two are known or one has only numbers below it."""
    told = [cell for cell in cells if cell]
    if len(set(told)) < len(told) or any(_NUMBER.fullmatch(cell) or len(cell) > 60 for cell in told):
        return False
    if sum(1 for cell in told if meanings_of(cell)) >= min(2, len(told)):
        return True
    columns = zip_longest(cells, *below, fillvalue="")
    return any(name and _are_numbers(values) for name, *values in columns)


def _are_numbers(values: Sequence[object]) -> bool:
    return bool(values) and all(_NUMBER.fullmatch(str(value).strip()) for value in values)


def _named(columns: list[tuple[object, ...]]) -> list[str]:
    """Return a name for each column, empty where its values do not tell one."""
    names = [""] * len(columns)
    texts = [[str(cell).strip() for cell in column if cell not in (None, "")] for column in columns]

    def take(name: str, fits: Callable[[list[str]], bool], begin: int = 0) -> int:
        """Name the first column that fits, and return its place; ``begin`` where none does."""
        for at in range(begin, len(columns)):
            if not names[at] and texts[at] and fits(texts[at]):
                names[at] = name
                return at
        return begin

    if (first := take("lat", _share_of(_DEGREES, _MOST))) or names[0]:
        take("lon", _share_of(_DEGREES, _MOST), first)
    take("url", _share_of(_URL, _MOST))
    rows = max(len(text) for text in texts)
    only = [text for text in texts if text and _share_of(_POSTCODE, _MOST)(text)]
    take(
        "id",
        lambda text: (
            len(set(text)) == len(text) == rows and _share_of(_REF, 1)(text) and (text is texts[0] or only != [text])
        ),
    )
    take("postcode", _share_of(_POSTCODE, _MOST))
    take("phone", _share_of(_PHONE, _MOST))
    codes = _codes_before(texts, names)
    take("country", lambda text: text is not codes and all(map(is_country, text)))
    street = take("street", _is_best(texts, names))
    take("name", _share_of(_WORDS, _MOST))
    city = take("city", _share_of(_PLACE, _MOST), street)
    take("region", _share_of(_PLACE, _MOST), city)
    return names


def _codes_before(texts: list[list[str]], names: list[str]) -> list[str] | None:
    """Return the two-letter codes right before the postcodes: those are states, as in "Peoria, IL 61602"."""
    at = names.index("postcode") - 1 if "postcode" in names else -1
    return texts[at] if at >= 0 and texts[at] and all(len(text) == 2 for text in texts[at]) else None


def _share_of(pattern: re.Pattern[str], least: float) -> Callable[[list[str]], bool]:
    return lambda text: sum(1 for one in text if pattern.fullmatch(one)) >= least * len(text)


def _is_best(texts: list[list[str]], names: list[str]) -> Callable[[list[str]], bool]:
    """Return a test for the column with most house numbers, which names have now and then, too."""
    shares = [
        sum(1 for one in text if _STREET.fullmatch(one)) / len(text) if text and not name else 0.0
        for text, name in zip(texts, names, strict=True)
    ]
    return lambda text: (
        max(shares) >= _HALF and any(t is text and s == max(shares) for t, s in zip(texts, shares, strict=True))
    )
