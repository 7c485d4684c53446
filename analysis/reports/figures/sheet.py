"""The sheet that figures are drawn on: the same bytes every time, readable in black and white."""

import re
from collections.abc import Callable, Hashable, Iterable, Iterator
from contextlib import contextmanager
from html import escape
from io import BytesIO
from math import inf
from typing import Any
from urllib.parse import quote, unquote

import numpy as np
import numpy.typing as npt
import pandas as pd
from matplotlib import style
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.dates import AutoDateLocator, ConciseDateFormatter, date2num
from matplotlib.figure import Figure

_TIP = "tip:"
_TOLD = re.compile(rf'<g id="{_TIP}([^"]*)">')
BLACK, GREY, BLUE, ORANGE = "#000000", "#767676", "#0072B2", "#D55E00"  # told apart by colour-blind eyes
PALE_BLUE = "#BBD7EA"
FIELD = "Blues"
"""From light to dark, so that it is told apart without colour too."""
_STYLE: dict[Any, Any] = {
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
# ISO at every scale, and nothing at the axis' end
_DATES: dict[str, Any] = {
    "formats": ["%Y", "%Y-%m", "%m-%d", "%m-%d %H:%M", "%H:%M", "%S.%f"],
    "zero_formats": ["", "%Y-%m", "%Y-%m-%d", "%m-%d", "%H:%M", "%H:%M"],
    "show_offset": False,
}


@contextmanager
def sheet() -> Iterator[Figure]:
    """Give an empty figure; style holds for what is drawn and written inside."""
    with style.context(["default", _STYLE]):
        yield Figure(figsize=(9, 3.6), layout="constrained")


def svg(figure: Figure) -> bytes:
    """Write it as SVG, without the date; what ``tell`` said of a mark is the mark's title."""
    file = BytesIO()
    bare = {"Date": None, "Creator": None}
    # Not by savefig, which draws a figure twice where it is laid out.
    FigureCanvasSVG(figure).print_svg(file, metadata=bare)  # type: ignore[no-untyped-call]
    figure.set_layout_engine(None)  # laid out once: the PNG is the same
    return _TOLD.sub(lambda mark: _titled(mark[1]), file.getvalue().decode()).encode()


def tell(artist: Artist, text: str) -> None:
    """Let a mark say what it stands for when one points at it."""
    artist.set_gid(f"{_TIP}{quote(text)}")
    artist.set_in_layout(False)  # it lies within its axes; measuring hundreds of them takes seconds


def tell_columns(axes: Axes, begin: Iterable[float], end: Iterable[float], texts: Iterable[str]) -> None:
    """Let each stretch of the horizontal axis say what stands in it."""
    for left, right, text in zip(begin, end, texts, strict=True):
        tell(axes.axvspan(left, right, alpha=0, linewidth=0), text)


def _titled(quoted: str) -> str:
    return f'<g class="tip" tabindex="0"><title>{escape(unquote(quoted))}</title>'


def png(figure: Figure) -> bytes:
    """Write it as PNG, without the name of the software."""
    file = BytesIO()
    figure.savefig(file, format="png", dpi=150, metadata={"Software": None})
    return file.getvalue()


def day_numbers(instants: pd.Series) -> npt.NDArray[np.float64]:
    """Return instants as the axis counts them, in days."""
    return np.asarray(date2num(instants), dtype=np.float64)  # type: ignore[no-untyped-call]


def date_axis(axes: Axes) -> None:
    """Label the horizontal axis with dates, few enough to be read."""
    locator = AutoDateLocator(minticks=4, maxticks=9)  # type: ignore[no-untyped-call]
    axes.xaxis.set_major_locator(locator)
    axes.xaxis.set_major_formatter(ConciseDateFormatter(locator, **_DATES))  # type: ignore[no-untyped-call]


def mark_events(axes: Axes, events: pd.DataFrame, label: str) -> None:
    """Draw the events (number, local_date, days) within the axis: a numbered line, and a band as long as it lasts."""
    left, right = axes.get_xlim()
    raised, last = False, -inf
    for first, days, number in zip(day_numbers(events["local_date"]), events["days"], events["number"], strict=True):
        if not left <= first <= right:
            continue
        axes.axvspan(first, min(right, first + days), color=GREY, alpha=0.18, linewidth=0)
        axes.axvline(first, color=GREY, linewidth=0.9, linestyle=(0, (2, 2)), label="" if last > -inf else label)
        raised = not raised and first - last < (right - left) / 40  # numbers of neighbours must not cover each other
        height = 1.08 if raised else 1.01
        axes.text(first, height, str(number), transform=axes.get_xaxis_transform(), ha="center", va="bottom")
        last = first


def mark_own_orders(axes: Axes, at: npt.NDArray[np.float64], label: str) -> None:
    """Mark when own test orders were placed, in days, at the foot of the axis."""
    axes.plot(at, 0 * at, "^", color=BLACK, clip_on=False, label=label)


def panels(
    figure: Figure,
    groups: Iterable[tuple[Hashable, pd.DataFrame]],
    label: str,
    draw: Callable[[Axes, pd.DataFrame], None],
) -> None:
    """Draw a panel a group, one below the other over the same dates; each is named where there are several."""
    named = list(groups)
    figure.set_figheight(1.2 + 2.4 * len(named))
    columns = figure.subplots(len(named), squeeze=False, sharex=True)[:, 0]
    for axes, (name, of) in zip(columns, named, strict=True):
        draw(axes, of)
        axes.set_ylabel(label if len(named) == 1 else f"{name}\n{label}")


def over_time(figure: Figure, events: pd.DataFrame, label: str) -> None:
    """Label the dates that all panels share, mark the events on each, and name what was drawn."""
    date_axis(figure.axes[0])
    figure.axes[0].set_xlim(figure.axes[0].get_xlim())  # events outside of it are not drawn
    for axes in figure.axes:
        mark_events(axes, events, label)
    legend(figure)


def legend(figure: Figure, columns: int = 5) -> None:
    """Name what was drawn in any panel, once, above all of them."""
    drawn = [axes.get_legend_handles_labels() for axes in figure.axes]
    named = {label: handle for handles, labels in drawn for handle, label in zip(handles, labels, strict=True)}
    figure.legend(
        named.values(), named.keys(), loc="outside upper center", ncols=columns, frameon=False, handlelength=3
    )
