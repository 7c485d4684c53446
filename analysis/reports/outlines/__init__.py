"""Outlines of countries, packaged, so that maps need no network.

``countries.tsv``: a name and a ring of ``lon,lat`` points a line, degrees WGS 84. From Natural Earth 1:50m (public
domain), thinned to 1.5 km in Europe and 15 km elsewhere; islands too small to be seen are left out.
"""

from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

Ring = npt.NDArray[np.float64]
"""Points x (longitude, latitude)."""


@cache
def outlines() -> tuple[Ring, ...]:
    """Return every ring."""
    lines = (Path(__file__).parent / "countries.tsv").read_text(encoding="utf-8").splitlines()
    return tuple(_ring(line.split("\t")[1]) for line in lines)


def within(west: float, south: float, east: float, north: float) -> list[Ring]:
    """Return the rings that may be seen in a box of degrees."""
    low, high = np.array([west, south]), np.array([east, north])
    return [ring for ring in outlines() if (ring.max(0) >= low).all() and (ring.min(0) <= high).all()]


def _ring(points: str) -> Ring:
    return np.array([point.split(",") for point in points.split()], dtype=float)
