"""Locations over time: listed, with a pick-up time, open to the public; days on which nobody looked are hatched."""

from collections.abc import Iterator, Mapping
from itertools import pairwise

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from analysis.reports.figures import sheet

_LINES: Mapping[str, Mapping[str, object]] = {
    "listed": {"color": sheet.PALE_BLUE, "linewidth": 5},
    "with_pickup_time": {"color": sheet.ORANGE, "linewidth": 2.4, "linestyle": (0, (3, 1.2))},
    "publicly_selectable": {"color": sheet.BLACK, "linewidth": 1.4},
}


def draw(figure: Figure, frame: pd.DataFrame, events: pd.DataFrame, words: Mapping[str, str]) -> None:
    """Draw ``frame`` (local_date, listed, with_pickup_time, publicly_selectable, every_days), a row a day."""
    axes = figure.subplots()
    seen = frame[frame["observed"]]
    lasts = pd.Timedelta(days=int(frame["every_days"].iloc[0]))
    for name, style in _LINES.items():
        line = pd.DataFrame(_steps(seen, name, lasts), columns=["at", "count"])
        axes.step(line["at"], line["count"], where="post", label=words[name], solid_capstyle="butt", **style)
    axes.set_xlim(seen["local_date"].iloc[0], seen["local_date"].iloc[-1] + pd.Timedelta(days=1))
    axes.set_ylim(0, max(1, float(seen["listed"].max())) * 1.08)
    axes.yaxis.set_major_locator(MaxNLocator(integer=True))
    axes.set_ylabel(words["count"])
    _hatch(axes, seen, lasts, words["unobserved"])
    sheet.date_axis(axes)
    sheet.mark_events(axes, events)
    sheet.legend(figure, axes)


def _steps(seen: pd.DataFrame, name: str, lasts: pd.Timedelta) -> Iterator[tuple[pd.Timestamp, float | None]]:
    """A count holds until the next look; where that is overdue, the line ends when the look was due."""
    looks = list(zip(seen["local_date"], seen[name].astype(float), strict=True))
    for (at, count), (following, _) in pairwise(looks):
        yield at, count
        if _overdue(at, following, lasts):
            yield at + lasts, None
    yield looks[-1]
    yield looks[-1][0] + pd.Timedelta(days=1), looks[-1][1]


def _hatch(axes: Axes, seen: pd.DataFrame, lasts: pd.Timedelta, label: str) -> None:
    gaps = [(at, after) for at, after in pairwise(seen["local_date"]) if _overdue(at, after, lasts)]
    for i, (at, after) in enumerate(gaps):
        axes.axvspan(at + lasts, after, hatch="///", facecolor="none", linewidth=0, label="" if i else label)


def _overdue(at: pd.Timestamp, following: pd.Timestamp, lasts: pd.Timedelta) -> bool:
    return following - at >= 1.5 * lasts
