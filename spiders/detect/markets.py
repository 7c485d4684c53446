"""The market of a shop, guessed from its address or from where its places are; a person confirms it."""

import csv
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

FILE = Path(__file__).with_name("markets.tsv")
UNKNOWN = "ZZ"
"""ISO 3166 leaves this code to its users; here it is the country of places that name none, until one is declared."""


@dataclass(frozen=True)
class Market:
    """A country, and what is usual there; where it has several time zones, that of its capital of trade."""

    country: str
    domain: str
    timezone: str
    currency: str
    decimal: str


def market_of(country: str) -> Market | None:
    """Return the market of an ISO 3166 code, or None where it is not listed."""
    return next((market for market in _markets() if market.country == country), None)


def market_by_domain(url: str) -> Market | None:
    """Return the market of an address under a country's domain.

    >>> market_by_domain("https://www.shop.co.uk/stores").country, market_by_domain("https://shop.example")
    ('GB', None)
    """
    domain = (urlsplit(url).hostname or "").rsplit(".", 1)[-1]
    return next((market for market in _markets() if market.domain == domain), None)


def market_by_places(places: Iterable[Mapping[str, object]]) -> Market | None:
    """Return the market in which most of the places are."""
    counted = Counter(str(place["country"]) for place in places if place.get("country") not in (None, UNKNOWN))
    return next((market for country, _ in counted.most_common() if (market := market_of(country))), None)


@cache
def _markets() -> tuple[Market, ...]:
    with FILE.open(encoding="utf-8", newline="") as lines:
        return tuple(Market(**row) for row in csv.DictReader(lines, delimiter="\t"))
