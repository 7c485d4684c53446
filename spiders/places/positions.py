"""Positions as sources write them: degrees in numbers or texts, pairs of them, GeoJSON, WKT."""

import re
from collections.abc import Iterable

from spiders.places.names import flat

Point = tuple[float, float]
"""Latitude and longitude."""
_NORTH_FIRST = {"latlng", "latlon", "latlong", "latitudelongitude"}
_EAST_FIRST = {"lnglat", "lonlat", "longlat", "longitudelatitude"}
_INHABITED = (-56.0, -180.0), (72.0, 180.0)
_EUROPE = (34.0, -25.0), (72.0, 45.0)
_NUMBER = re.compile(r"[-+]?\d+(?:[.,]\d+)?")
_PAIR = re.compile(r"\s*\(?\s*([-+]?\d+(?:\.\d+)?)\s*[,; ]\s*([-+]?\d+(?:\.\d+)?)\s*\)?\s*")
_WKT = re.compile(r"(?:SRID=\d+;)?\s*POINT\s*\(\s*([-+]?\d+(?:\.\d+)?)\s+([-+]?\d+(?:\.\d+)?)\s*\)", re.IGNORECASE)


def lat(value: object) -> float | None:
    """Return degrees north; None for what is none, such as metres of a national grid."""
    return _degrees(value, 90)


def lon(value: object) -> float | None:
    """Return degrees east; None for what is none."""
    return _degrees(value, 180)


def is_north_first(name: str, values: Iterable[object]) -> bool:
    """Tell whether pairs in lists begin with the latitude: their name says so, or where they would lie otherwise does.

    Nobody sells on the ice, and what lies in Europe one way and in Arabia or the Indian Ocean the other is in Europe.

    >>> is_north_first("latLng", []), is_north_first("at", [[40.7, -74.0]]), is_north_first("at", [[52.1, 4.3]])
    (True, True, True)
    >>> is_north_first("lngLat", [[52.1, 4.3]]), is_north_first("at", [[4.3, 52.1]]), is_north_first("at", [[0, 0]])
    (False, False, False)
    """
    if flat(name) in _NORTH_FIRST | _EAST_FIRST:
        return flat(name) in _NORTH_FIRST
    told = [value for value in values if isinstance(value, list) and len(value) == 2]
    return _fits(map(pair, told), _INHABITED) > _fits(map(point, told), _INHABITED) or (
        _fits(map(pair, told), _EUROPE) == len(told) > 0 == _fits(map(point, told), _EUROPE)
    )


def _fits(points: Iterable[Point | None], area: tuple[Point, Point]) -> int:
    """Return how many points lie in an area, given by its south-western and its north-eastern corner."""
    (south, west), (north, east) = area
    return sum(1 for at in points if at and south <= at[0] <= north and west <= at[1] <= east)


def pair(value: object) -> Point | None:
    """Return the position that a value holds whole, a list with the latitude first."""
    return point(value[::-1] if isinstance(value, list) and len(value) == 2 else value)


def point(value: object) -> Point | None:
    """Return the position that a value holds whole: "52.1, 4.3", GeoJSON's [4.3, 52.1], or WKT's POINT (4.3 52.1).

    >>> point("52.1, 4.3"), point([4.3, 52.1]), point("POINT (4.3 52.1)"), point([155000, 463000])
    ((52.1, 4.3), (52.1, 4.3), (52.1, 4.3), None)
    """
    if isinstance(value, list) and len(value) in {2, 3}:
        return _both(value[1], value[0])
    if isinstance(value, str) and (found := _WKT.fullmatch(value.strip())):
        return _both(found[2], found[1])
    if isinstance(value, str) and (found := _PAIR.fullmatch(value)):
        return _both(found[1], found[2])
    return None


def _degrees(value: object, most: float) -> float | None:
    if isinstance(value, str) and _NUMBER.fullmatch(value.strip()):
        value = float(value.replace(",", "."))
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value) if -most <= value <= most else None


def _both(north: object, east: object) -> Point | None:
    degrees = lat(north), lon(east)
    return None if degrees[0] is None or degrees[1] is None else (degrees[0], degrees[1])
