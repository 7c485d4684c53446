"""Weeks: invoices of others with their interval, and orders per location-day between their bounds, a panel each."""

from collections.abc import Mapping

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis.reports.figures import sheet


def draw(figure: Figure, frame: pd.DataFrame, events: pd.DataFrame, words: Mapping[str, str]) -> None:
    """Draw ``frame`` (monday, invoices and its ends, per_location_day ends, own_orders), a row a week."""
    exposed = bool(frame["per_location_day_high"].notna().any())
    figure.set_figheight(5.4 if exposed else 3.4)
    panels = figure.subplots(2 if exposed else 1, squeeze=False, sharex=True)[:, 0]
    at = sheet.day_numbers(frame["monday"]) + 3.5  # a week's figure stands in its middle
    _band(panels[0], at, frame["invoices_low"], frame["invoices_high"], sheet.PALE_BLUE, words["interval"])
    panels[0].plot(at, frame["invoices"].astype(float), "o-", color=sheet.BLUE, markersize=4, label=words["estimate"])
    panels[0].set_ylabel(words["count"])
    if exposed:
        low, high = frame["per_location_day_low"], frame["per_location_day_high"]
        _band(panels[1], at, low, high, "none", words["bounds"])
        panels[1].set_ylabel(words["per_location_day"])
    shown = frame[["monday", "invoices_low", "invoices_high"]].itertuples(index=False)
    texts = [f"{monday:%Y-%m-%d}: {low:,.0f} {words['to']} {high:,.0f}" for monday, low, high in shown]
    ordered = sheet.day_numbers(pd.to_datetime(frame["own_orders"].explode().dropna()))
    sheet.mark_own_orders(panels[0], ordered, words["order"])
    sheet.tell_columns(panels[0], at - 3.5, at + 3.5, texts)
    panels[0].set_xlim(at[0] - 3.5, at[-1] + 3.5)
    for axes in panels:
        axes.set_ylim(0, None)
    sheet.over_time(figure, events, words["event"])


def _band(axes: Axes, at: object, low: pd.Series, high: pd.Series, face: str, label: str) -> None:
    hatch = "////" if face == "none" else None
    ends = (low.astype(float), high.astype(float))
    axes.fill_between(at, *ends, facecolor=face, edgecolor=sheet.ORANGE if hatch else face, hatch=hatch, label=label)  # type: ignore[arg-type]
