"""Places offered and taken, by weekday and hour: two fields, each dark where it has most, the number in each cell."""

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis.reports.figures import sheet

WEEKDAYS = 7
_DARK = 0.55
"""Above this share of the most, the number is written in white."""


def draw(figure: Figure, frame: pd.DataFrame, _: pd.DataFrame, words: Mapping[str, str]) -> None:
    """Draw ``frame`` (weekday, hour, offered, taken), a row a cell; ``words`` name the fields and the weekdays."""
    shown = [name for name in ("offered", "taken") if frame[name].notna().any()]
    panels = figure.subplots(1, len(shown), squeeze=False, sharey=True)[0]
    for axes, name in zip(panels, shown, strict=True):
        _field(axes, frame, name)
        axes.set_title(words[name])
        axes.set_xlabel(words["hour"])
    panels[0].set_yticks(range(WEEKDAYS), [words[f"weekday_{day}"] for day in range(1, WEEKDAYS + 1)])


def _field(axes: Axes, frame: pd.DataFrame, name: str) -> None:
    most = max(1.0, float(frame[name].max()))
    first, last = int(frame["hour"].min()), int(frame["hour"].max())
    cells: npt.NDArray[np.float64] = np.full((WEEKDAYS, last - first + 1), np.nan)
    cells[frame["weekday"] - 1, frame["hour"] - first] = frame[name].to_numpy(float, na_value=np.nan)
    axes.grid(visible=False)
    axes.imshow(cells, cmap=sheet.FIELD, vmin=0, vmax=most, aspect="auto")
    for (row, column), count in np.ndenumerate(cells):
        if not np.isnan(count):
            colour = "white" if count > _DARK * most else sheet.BLACK
            number = axes.text(column, row, f"{count:.0f}", ha="center", va="center", color=colour, fontsize=6)
            number.set_in_layout(False)  # it lies within its cell; measuring hundreds of them takes long
    axes.set_xticks(range(0, last - first + 1, 2), [str(hour) for hour in range(first, last + 1, 2)])
