"""A map of the locations over outlines of countries: who can use them is told by shape as well as by colour."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd
from matplotlib.collections import PolyCollection
from matplotlib.figure import Figure

from analysis.reports.figures import sheet
from analysis.reports.outlines import within

_MARKS: Mapping[str, Mapping[str, Any]] = {
    "no_time": {"marker": "x", "c": sheet.GREY, "linewidths": 1.1},
    "internal": {"marker": "^", "facecolors": "none", "edgecolors": sheet.ORANGE, "linewidths": 1.1},
    "public": {"marker": "o", "c": sheet.BLUE, "linewidths": 0.4, "edgecolors": "white"},
}
_WIDTH = 5.2  # inches: narrow, so that its words can be read on a telephone too
_LEAST_DEGREES = 1.0  # a single place is shown with something around it


def draw(figure: Figure, frame: pd.DataFrame, events: pd.DataFrame, words: Mapping[str, str]) -> None:  # noqa: ARG001 - a map has no time axis
    """Draw ``frame`` (name, city, country, lat, lon, use), a row a location."""
    west, south, east, north = _box(frame)
    stretch = 1 / np.cos(np.radians((south + north) / 2))  # a degree east is shorter than one north
    figure.set_size_inches(_WIDTH, float(np.clip(_WIDTH * stretch * (north - south) / (east - west), 2.5, 7)) + 0.6)
    axes = figure.subplots()
    land = PolyCollection(within(west, south, east, north), facecolors="#F4F2EC", edgecolors="#A8A8A8", linewidths=0.6)
    axes.add_collection(land)
    for use, style in _MARKS.items():
        of = frame[frame["use"] == use]
        if len(of):
            axes.scatter(of["lon"], of["lat"], s=16, label=f"{words[use]} ({len(of)})", zorder=2, **style)
    for place in frame.to_dict("records"):
        (mark,) = axes.plot(place["lon"], place["lat"], "o", alpha=0)
        sheet.tell(mark, ", ".join(str(place[word]) for word in ("name", "city", "country") if place[word]))
    axes.set_xlim(west, east)
    axes.set_ylim(south, north)
    axes.set_aspect(float(stretch))
    axes.set_axis_off()
    sheet.legend(figure, columns=2)


def _box(frame: pd.DataFrame) -> tuple[float, float, float, float]:
    low, high = frame[["lon", "lat"]].min().to_numpy(float), frame[["lon", "lat"]].max().to_numpy(float)
    room = np.maximum(0.08 * (high - low), (_LEAST_DEGREES - (high - low)) / 2)
    (west, south), (east, north) = low - room, high + room
    return float(west), float(south), float(east), float(north)
