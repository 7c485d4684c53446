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
    area: str
    """South, west, north and east of where its people live, in degrees; overseas parts are left out."""

    @property
    def degrees(self) -> tuple[float, ...]:
        """The area as numbers."""
        return tuple(map(float, self.area.split()))


def area_of(markets: Iterable[Market]) -> list[float]:
    """Return the area that holds all of several markets.

    >>> area_of([market for code in ("NL", "BE") if (market := market_of(code))])
    [49.4, 2.5, 53.6, 7.3]
    """
    south, west, north, east = zip(*(market.degrees for market in markets), strict=True)
    return [min(south), min(west), max(north), max(east)]


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


def markets_by_places(places: Iterable[Mapping[str, object]]) -> list[Market]:
    """Return the markets in which places are, that with the most of them first."""
    counted = Counter(str(place["country"]) for place in places if "country" in place)
    return [market for country, _ in counted.most_common() if (market := market_of(country))]


@cache
def _markets() -> tuple[Market, ...]:
    with FILE.open(encoding="utf-8", newline="") as lines:
        return tuple(Market(**row) for row in csv.DictReader(lines, delimiter="\t"))
