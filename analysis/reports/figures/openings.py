"""Openings up, closures down, month by month."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, MaxNLocator

from analysis.reports.figures import sheet


def draw(figure: Figure, frame: pd.DataFrame, events: pd.DataFrame, words: Mapping[str, str]) -> None:
    """Draw ``frame`` (month, opened, gone), a row a month."""
    axes = figure.subplots()
    at = sheet.day_numbers(frame["month"])
    width = sheet.day_numbers(frame["month"] + pd.offsets.MonthBegin(1)) - at
    bars: dict[str, Any] = {"width": 0.86 * width, "align": "edge", "linewidth": 1}
    axes.bar(at, frame["opened"], facecolor=sheet.BLUE, edgecolor=sheet.BLUE, label=words["opened"], **bars)
    axes.bar(at, -frame["gone"], facecolor="white", edgecolor=sheet.ORANGE, hatch="////", label=words["gone"], **bars)
    texts = [f"{month:%Y-%m}: +{opened} -{gone}" for month, opened, gone in frame.itertuples(index=False)]
    sheet.tell_columns(axes, at, at + width, texts)
    axes.axhline(0, color=sheet.BLACK, linewidth=0.8)
    axes.yaxis.set_major_locator(MaxNLocator(integer=True))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda count, _: f"{abs(count):g}"))
    axes.set_ylabel(words["count"])
    axes.set_xlim(at[0] - 2, at[-1] + width[-1] + 2)
    sheet.over_time(figure, events, words["event"])
