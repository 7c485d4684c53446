"""Invoices of others a day between each two test orders: an area an interval, a panel a series."""

from collections.abc import Mapping
from functools import partial

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis.reports.figures import sheet


def draw(figure: Figure, frame: pd.DataFrame, events: pd.DataFrame, words: Mapping[str, str]) -> None:
    """Draw ``frame`` (series, from_local, to_local, invoices_per_day), a row an interval."""
    sheet.panels(figure, frame.groupby("series"), words["count"], partial(_panel, words=words))
    sheet.over_time(figure, events, words["event"])


def _panel(axes: Axes, intervals: pd.DataFrame, words: Mapping[str, str]) -> None:
    begin, end = sheet.day_numbers(intervals["from_local"]), sheet.day_numbers(intervals["to_local"])
    rate = intervals["invoices_per_day"].to_numpy(dtype=float, na_value=np.nan)
    counted = ~np.isnan(rate)
    axes.bar(
        begin[counted],
        rate[counted],
        width=(end - begin)[counted],
        align="edge",
        facecolor=sheet.PALE_BLUE,
        edgecolor=sheet.BLUE,
        linewidth=1.2,
        label=words["area"],
    )
    for i, gap in enumerate(np.flatnonzero(~counted)):
        label = "" if i else words["unknown"]
        axes.axvspan(float(begin[gap]), float(end[gap]), hatch="///", facecolor="none", linewidth=0, label=label)
    spoken = zip(intervals["from_local"], intervals["to_local"], rate, strict=True)
    texts = [f"{first:%Y-%m-%d} {words['to']} {last:%Y-%m-%d}: {a_day:,.1f}" for first, last, a_day in spoken]
    sheet.tell_columns(axes, begin[counted], end[counted], np.array(texts)[counted])
    sheet.mark_own_orders(axes, np.union1d(begin, end), words["order"])
    axes.set_ylim(0, 1.08 * max(rate[counted], default=1.0))
