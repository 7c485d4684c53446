"""Clean: from a row as the source wrote it to a typed sighting; every repair is counted, nothing is guessed."""

import re
import typing
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields
from datetime import date, datetime, time
from decimal import Decimal
from html import unescape
from types import NoneType

from pipelines import offered
from pipelines.clock import to_utc
from pipelines.money import Ambiguous, parse_money
from pipelines.places.completed import completed
from pipelines.records import SIGHTING_OF_KIND, Origin, Profile, Row, Sighting

MONEY = ("price", "list_price", "stated_unit_price", "total")
_INTEGER = re.compile(r"-?\d+")
# What the tables hold: BIGINT and DECIMAL(12, 3).
_LARGEST = 2**63
_DEAREST = Decimal(10**9)


class Unclean(ValueError):  # noqa: N818 - it is what the row is
    """The row cannot become a sighting; the message says which field and why."""


def clean(row: Row, origin: Origin, repairs: Counter[str]) -> Sighting:
    """Make the sighting that ``origin``'s kind promises of a row; raises Unclean. Repairs are counted by name."""
    record = SIGHTING_OF_KIND[origin.kind]
    types = _TYPES[record]
    words = _completed(row, origin, repairs)
    values: dict[str, object] = {}
    for name, raw in words.items():
        if name not in types:
            raise Unclean(f"{name} is no field of a {record.__name__}")
        try:
            values[name] = _CONVERT[types[name]](raw, origin) if raw is not None else None
        except (ValueError, TypeError, OverflowError) as error:  # overflow: infinity, a moment in the year 1
            raise Unclean(f"{name}: {error}") from error
        if isinstance(raw, str) and types[name] is not datetime and str(values[name]) != raw:
            repairs[f"{name} rewritten"] += 1
    missing = [name for name in _REQUIRED[record] if values.get(name) in (None, "")]
    if missing:
        raise Unclean(f"no {', '.join(missing)}")
    return record(**{name: value for name, value in values.items() if value is not None})  # type: ignore[arg-type]


def _completed(row: Row, origin: Origin, repairs: Counter[str]) -> dict[str, object]:
    """Add what follows from the row and its origin: hours a week, country, status, seller, currency."""
    words = completed(row, origin.profile.country, repairs) if origin.kind == "locations" else dict(row)
    if origin.kind == "prices":
        words = _offered(words, origin.profile, repairs) | {"seller": origin.seller}
    for name in MONEY:
        if words.get(name) is not None and not words.get("currency"):
            words["currency"] = _currency(name, words[name], origin.profile)
    return words


def _offered(words: dict[str, object], profile: Profile, repairs: Counter[str]) -> dict[str, object]:
    try:
        return offered.completed(words, profile, repairs)
    except Ambiguous as error:
        raise Unclean(f"price: {error}") from error


def _currency(name: str, raw: object, profile: Profile) -> str | None:
    try:
        return parse_money(raw, profile)[1]
    except Ambiguous as error:
        raise Unclean(f"{name}: {error}") from error


def _text(raw: object, _origin: Origin) -> str:
    if isinstance(raw, (dict, list)):
        raise TypeError(f"{type(raw).__name__} where a text belongs")
    text = " ".join(unescape(str(raw)).split())
    return text if text.isascii() else text.encode(errors="replace").decode()  # JSON can hold half a character


def _integer(raw: object, _origin: Origin) -> int:
    if isinstance(raw, (int, float)):
        number = int(raw)
        if number != raw:
            raise ValueError(f"{raw!r} is no whole number")
    else:
        found = _INTEGER.findall(str(raw).replace("\u00a0", ""))
        if len(found) != 1:
            raise ValueError(f"{raw!r} holds {len(found)} whole numbers")
        number = int(found[0])
    if abs(number) >= _LARGEST:
        raise ValueError(f"{raw!r} is beyond all counting")
    return number


def _amount(raw: object, origin: Origin) -> Decimal:
    amount, _ = parse_money(raw, origin.profile)
    if abs(amount) >= _DEAREST:
        raise ValueError(f"{raw!r} is beyond all prices")
    return amount


def _degrees(raw: object, _origin: Origin) -> float:
    return float(str(raw).replace(",", "."))


def _instant(raw: object, origin: Origin) -> datetime:
    if isinstance(raw, datetime):
        moment = raw
    elif isinstance(raw, date):
        moment = datetime.combine(raw, time())
    else:
        moment = datetime.fromisoformat(str(raw).strip())
    return to_utc(moment, origin.profile.timezone)


def _day(raw: object, _origin: Origin) -> date:
    if not isinstance(raw, date):
        raise TypeError(f"{raw!r} is no day")
    return raw


_CONVERT: Mapping[type, Callable[[object, Origin], object]] = {
    str: _text,
    int: _integer,
    float: _degrees,
    Decimal: _amount,
    datetime: _instant,
    date: _day,
}


def _types(record: type) -> Mapping[str, type]:
    """Return each field's type, None left out."""
    hints = {f.name: typing.get_type_hints(record)[f.name] for f in fields(record)}
    return {name: next((t for t in typing.get_args(hint) if t is not NoneType), hint) for name, hint in hints.items()}


_TYPES = {record: _types(record) for record in SIGHTING_OF_KIND.values()}
_REQUIRED = {record: [f.name for f in fields(record) if f.default is MISSING] for record in SIGHTING_OF_KIND.values()}
