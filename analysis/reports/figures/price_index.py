"""What competitors ask for the same products over time, own prices being 100: a panel a basket, a line a competitor."""

from collections.abc import Mapping
from functools import partial
from itertools import cycle

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis.reports.figures import sheet

# Told apart in black and white by dashes and by the weight of the band.
_LINES = ((sheet.BLACK, "solid", 0.16), (sheet.BLUE, (0, (4, 1.5)), 0.22), (sheet.ORANGE, (0, (1, 1)), 0.3))


def draw(figure: Figure, frame: pd.DataFrame, events: pd.DataFrame, words: Mapping[str, str]) -> None:
    """Draw ``frame`` (basket, competitor, local_date, index, low, high), a row a day; gaps stay gaps."""
    sheet.panels(figure, frame.groupby("basket", sort=False), words["index"], partial(_panel, words=words))
    sheet.over_time(figure, events, words["event"])


def _panel(axes: Axes, days: pd.DataFrame, words: Mapping[str, str]) -> None:
    axes.axhline(100, color=sheet.GREY, linewidth=0.9, label=words["own"])
    for (competitor, line), (color, dashes, shade) in zip(days.groupby("competitor"), cycle(_LINES), strict=False):
        whole = line.set_index("local_date").sort_index().asfreq("D")
        at, name = sheet.day_numbers(whole.index.to_series()), f"{words['competitor']} {competitor}"
        low, high = whole["low"].astype(float), whole["high"].astype(float)
        axes.fill_between(at, low, high, step="post", color=color, alpha=shade, linewidth=0)
        axes.step(at, whole["index"].astype(float), where="post", color=color, linestyle=dashes, label=name)
        axes.plot(at, whole["index"].astype(float), ".", color=color, markersize=3)
