"""Pictures of a report: SVG, PNG and the CSV behind them, as bytes until the whole report is ready."""

from collections.abc import Callable, Mapping

import pandas as pd
from matplotlib.figure import Figure

from analysis.reports.figures import (
    active_locations,
    invoices_per_day,
    location_map,
    openings,
    price_index,
    sheet,
    slot_heat,
    weekly,
)
from analysis.reports.findings import Findings
from analysis.reports.spelling import no_formula

_DRAW: Mapping[str, Callable[[Figure, pd.DataFrame, pd.DataFrame, Mapping[str, str]], None]] = {
    "active_locations": active_locations.draw,
    "invoices_per_day": invoices_per_day.draw,
    "price_index_days": price_index.draw,
    "location_map": location_map.draw,
    "openings": openings.draw,
    "slot_heat": slot_heat.draw,
    "weekly": weekly.draw,
}


class Pictures:
    """Draws what a template asks for; ``files`` holds the bytes by path beside the report."""

    def __init__(self, findings: Findings) -> None:
        self._findings = findings
        self.files: dict[str, bytes] = {}

    def draw(self, name: str, words: Mapping[str, str]) -> str:
        """Draw the query ``name`` with the figure of that name; returns its path without ending."""
        frame, path = self._findings.frame(name), f"{self._findings.retailer}/{name}"
        with sheet.sheet() as figure:
            _DRAW[name](figure, frame, self._findings.frame("events"), words)
            self.files[f"{path}.svg"] = sheet.svg(figure)
            self.files[f"{path}.png"] = sheet.png(figure)
        self.files[f"{path}.csv"] = csv(frame)
        return path


def csv(frame: pd.DataFrame) -> bytes:
    """Write a frame as CSV; a text that a spreadsheet would take for a formula gets an apostrophe before it."""
    return frame.map(no_formula).to_csv(index=False, lineterminator="\n").encode()
