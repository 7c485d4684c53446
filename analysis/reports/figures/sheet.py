"""The sheet that figures are drawn on: the same bytes every time, readable in black and white."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

import matplotlib as mpl
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.dates import AutoDateLocator, ConciseDateFormatter
from matplotlib.figure import Figure

BLACK, GREY, BLUE, ORANGE = "#000000", "#767676", "#0072B2", "#D55E00"  # told apart by colour-blind eyes
PALE_BLUE = "#BBD7EA"
_STYLE = {
    "svg.hashsalt": "orderscope",
    "svg.fonttype": "path",
    "font.family": "DejaVu Sans",
    "font.size": 9,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.grid": True,
    "axes.grid.axis": "y",
    "axes.axisbelow": True,
    "grid.color": "#E3E3E3",
    "hatch.color": "#A8A8A8",
    "hatch.linewidth": 0.7,
    "savefig.facecolor": "white",
    "text.parse_math": False,
}


@contextmanager
def sheet() -> Iterator[Figure]:
    """Give an empty figure; style holds for what is drawn and written inside."""
    with mpl.rc_context({**mpl.rcParamsDefault, **_STYLE, "backend": mpl.get_backend()}):
        yield Figure(figsize=(9, 3.6), layout="constrained")


def svg(figure: Figure) -> bytes:
    """Write it as SVG, without the date."""
    file = BytesIO()
    figure.savefig(file, format="svg", metadata={"Date": None, "Creator": None})
    return file.getvalue()


def png(figure: Figure) -> bytes:
    """Write it as PNG, without the name of the software."""
    file = BytesIO()
    figure.savefig(file, format="png", dpi=150, metadata={"Software": None})
    return file.getvalue()


def date_axis(axes: Axes) -> None:
    """Label the horizontal axis with dates, few enough to be read."""
    locator = AutoDateLocator(minticks=4, maxticks=9)
    axes.xaxis.set_major_locator(locator)
    axes.xaxis.set_major_formatter(ConciseDateFormatter(locator))


def mark_events(axes: Axes, events: pd.DataFrame) -> None:
    """Draw a numbered line, or a band where it lasts, for each event within the axis."""
    left, right = axes.get_xlim()
    for event in events.itertuples():
        first = mpl.dates.date2num(event.local_date)
        if left <= first <= right:
            axes.axvspan(first, min(right, first + event.days), color=GREY, alpha=0.18, linewidth=0)
            axes.axvline(first, color=GREY, linewidth=0.9, linestyle=(0, (2, 2)))
            height = 1.02 + 0.07 * (event.Index % 2)  # neighbours do not cover each other
            axes.text(first, height, str(event.number), transform=axes.get_xaxis_transform(), ha="center", va="bottom")


def legend(figure: Figure, axes: Axes) -> None:
    """Name what was drawn, above the axes."""
    handles, labels = axes.get_legend_handles_labels()
    figure.legend(handles, labels, loc="outside upper center", ncols=5, frameon=False, handlelength=3)
