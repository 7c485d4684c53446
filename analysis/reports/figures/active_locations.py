"""Locations over time: listed, with a pick-up time, open to the public; days on which nobody looked are hatched."""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from math import nan
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from analysis.reports.figures import sheet

_LINES: Mapping[str, Mapping[str, Any]] = {
    "listed": {"color": sheet.PALE_BLUE, "linewidth": 5},
    "with_pickup_time": {"color": sheet.ORANGE, "linewidth": 2.4, "linestyle": (0, (3, 1.2))},
    "publicly_selectable": {"color": sheet.BLACK, "linewidth": 1.4},
}


def draw(figure: Figure, frame: pd.DataFrame, events: pd.DataFrame, words: Mapping[str, str]) -> None:
    """Draw ``frame`` (local_date, observed, listed, with_pickup_time, publicly_selectable, every_days), a row a day."""
    axes = figure.subplots()
    seen = frame[frame["observed"]]
    days, due = sheet.day_numbers(seen["local_date"]).tolist(), int(frame["every_days"].iloc[0])
    for name, style in _LINES.items():
        if seen[name].isna().all():
            continue  # the source does not speak of it
        at, count = zip(*_steps(days, list(seen[name].astype(float)), due), strict=True)
        axes.step(at, count, where="post", label=words[name], solid_capstyle="butt", **style)
    texts = [f"{day:%Y-%m-%d}: {count:,.0f}" for day, count in zip(seen["local_date"], seen["listed"], strict=True)]
    sheet.tell_columns(axes, days, [day + 1 for day in days], texts)
    axes.set_xlim(days[0], days[-1] + 1)
    axes.set_ylim(0, max(1.0, float(seen["listed"].max())) * 1.08)
    axes.yaxis.set_major_locator(MaxNLocator(integer=True))
    axes.set_ylabel(words["count"])
    _hatch(axes, days, due, words["unobserved"])
    sheet.over_time(figure, events, words["event"])


def _steps(days: list[float], counts: list[float], due: int) -> Iterator[tuple[float, float]]:
    """Hold a count until the next look; where that is overdue, end the line when the look was due."""
    for (day, following), count in zip(pairwise(days), counts, strict=False):
        yield day, count
        if _overdue(day, following, due):
            yield day + due, nan
    yield days[-1], counts[-1]
    yield days[-1] + 1, counts[-1]


def _hatch(axes: Axes, days: list[float], due: int, label: str) -> None:
    gaps = [(day + due, following) for day, following in pairwise(days) if _overdue(day, following, due)]
    for i, gap in enumerate(gaps):
        axes.axvspan(*gap, hatch="///", facecolor="none", linewidth=0, label="" if i else label)


def _overdue(day: float, following: float, due: int) -> bool:
    return following - day >= 1.5 * due
