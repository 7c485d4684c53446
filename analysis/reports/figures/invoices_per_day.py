"""Invoices of others a day between each two test orders: an area an interval, a panel a series."""

from collections.abc import Mapping

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis.reports.figures import sheet


def draw(figure: Figure, frame: pd.DataFrame, events: pd.DataFrame, words: Mapping[str, str]) -> None:
    """Draw ``frame`` (series, from_local, to_local, invoices_per_day), a row an interval."""
    series = list(frame.groupby("series"))
    figure.set_figheight(1.2 + 2.4 * len(series))
    panels = figure.subplots(len(series), squeeze=False, sharex=True)[:, 0]
    for axes, (name, intervals) in zip(panels, series, strict=True):
        _panel(axes, intervals, words)
        if len(series) > 1:
            axes.set_title(str(name), loc="left", fontsize=9)
    for axes in panels:
        sheet.date_axis(axes)
        sheet.mark_events(axes, events)
    sheet.legend(figure, panels[0])


def _panel(axes: Axes, intervals: pd.DataFrame, words: Mapping[str, str]) -> None:
    counted = intervals[intervals["invoices_per_day"].notna()]
    unknown = intervals[intervals["invoices_per_day"].isna()]
    axes.bar(
        counted["from_local"],
        counted["invoices_per_day"].astype(float),
        width=counted["to_local"] - counted["from_local"],
        align="edge",
        facecolor=sheet.PALE_BLUE,
        edgecolor=sheet.BLUE,
        linewidth=1.2,
        label=words["area"],
    )
    for i, gap in enumerate(unknown.itertuples()):
        label = "" if i else words["unknown"]
        axes.axvspan(gap.from_local, gap.to_local, hatch="///", facecolor="none", linewidth=0, label=label)
    orders = pd.concat([intervals["from_local"], intervals["to_local"]]).drop_duplicates()
    axes.plot(
        orders, [0] * len(orders), linestyle="", marker="^", color=sheet.BLACK, clip_on=False, label=words["order"]
    )
    axes.set_ylim(0, max(1.0, float(counted["invoices_per_day"].max() if len(counted) else 0) * 1.08))
    axes.set_ylabel(words["count"])
