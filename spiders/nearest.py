"""Finding all places with an endpoint that lists those nearest to a point: cells that are halved until none is capped.

An answer lists the nearest places first. So whatever is nearer than its farthest hit is in it, and a cell whose
farthest corner is nearer than that hit is known whole, however many there are outside. Cells are rectangles of
degrees, which tile without gaps; every length is a great circle in kilometres, since degrees of longitude shrink.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import asin, cos, radians, sin, sqrt
from typing import Literal, Self

from pydantic import Field, model_validator

from spiders.declaration import Words

_EARTH_KM = 6371.0
_WIDEST_KM = 4000.0
"""Above this a cell's farthest point need not be a corner."""
_MARGIN = 1.01
"""Servers measure on other globes."""
_ORDERLY, _BESIDE_KM = 0.97, 0.5
"""By how much an answer's order may differ from that of great circles; a server that sorts by degrees differs more."""
Point = tuple[float, float]


def distance_km(one: Point, other: Point) -> float:
    """Return the great-circle distance of two points (latitude, longitude).

    >>> round(distance_km((52.37, 4.9), (52.09, 5.12)))
    35
    """
    (north, east), (north_too, east_too) = one, other
    lat, lat_too = radians(north), radians(north_too)
    chord = sin((lat_too - lat) / 2) ** 2 + cos(lat) * cos(lat_too) * sin(radians(east_too - east) / 2) ** 2
    return 2 * _EARTH_KM * asin(min(1.0, sqrt(chord)))


@dataclass(frozen=True)
class Cell:
    """A rectangle of the map, in degrees."""

    south: float
    west: float
    north: float
    east: float

    @classmethod
    def of(cls, text: str) -> Self:
        """Return the cell that ``str`` wrote."""
        south, west, north, east = map(float, text.split(","))
        return cls(south, west, north, east)

    def __str__(self) -> str:
        return f"{self.south!r},{self.west!r},{self.north!r},{self.east!r}"

    @property
    def centre(self) -> Point:
        """Latitude and longitude of its middle."""
        return (self.south + self.north) / 2, (self.west + self.east) / 2

    @property
    def radius_km(self) -> float:
        """How far its farthest corner is from its middle."""
        return max(distance_km(self.centre, (lat, self.west)) for lat in (self.south, self.north))

    def parts(self) -> tuple["Cell", "Cell"]:
        """Return its two halves, cut across its longer side."""
        lat, lon = self.centre
        tall = distance_km((self.south, lon), (self.north, lon))
        wide = max(distance_km((edge, self.west), (edge, self.east)) for edge in (self.south, self.north))
        if tall > wide:
            return Cell(self.south, self.west, lat, self.east), Cell(lat, self.west, self.north, self.east)
        return Cell(self.south, self.west, self.north, lon), Cell(self.south, lon, self.north, self.east)


class Near(Words):
    """The words of a search by nearest places; {lat}, {lon} and {km} are in the address or the body."""

    area: tuple[float, float, float, float]
    """South, west, north, east: the degrees between which all places lie."""
    cap: int = Field(ge=1)
    """How many places an answer holds at most."""
    reach_km: float | None = Field(default=None, gt=0)
    """How far the endpoint looks; unsaid: without limit."""
    floor_km: float = Field(default=0.5, gt=0)
    """Cells below this radius are not halved; one that is still at the cap leaves places unseen, and is told."""

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        south, west, north, east = self.area
        if not (-90 <= south < north <= 90 and -180 <= west < east <= 180):
            raise ValueError("an area is written [south, west, north, east], in degrees")
        return self

    def seeds(self) -> Iterator[Cell]:
        """Yield the cells to begin with: each within the endpoint's reach of its middle, together the whole area."""
        left = [Cell(*self.area)]
        while left:
            cell = left.pop()
            if cell.radius_km * _MARGIN <= min(self.reach_km or _WIDEST_KM, _WIDEST_KM):
                yield cell
            else:
                left.extend(cell.parts())

    def known(self, cell: Cell, hits: list[Point | None]) -> Literal["whole", "halve", "capped"]:
        """Tell what the answer for a cell's middle says of it: all its places, too few of them, or too few for good.

        ``hits``: where the listed places are, None for one that does not tell.
        """
        if len(hits) < self.cap:
            return "whole"
        if self._reached_km(cell.centre, hits) >= cell.radius_km * _MARGIN:
            return "whole"
        return "halve" if cell.radius_km > self.floor_km else "capped"

    @staticmethod
    def _reached_km(centre: Point, hits: list[Point | None]) -> float:
        """Return how far the answer surely reaches; 0 where its order shows that it is not by distance from here."""
        away = [distance_km(centre, hit) for hit in hits if hit]
        ordered = all(after >= before * _ORDERLY - _BESIDE_KM for before, after in pairwise(away))
        return max(away) if away and ordered else 0.0
