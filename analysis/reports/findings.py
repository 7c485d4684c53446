"""What the warehouse says about one retailer, by named query: what a template has to tell."""

from collections.abc import Hashable
from typing import Any

import numpy as np
import pandas as pd

from analysis.frames import query
from pipelines.warehouse import Connection

Row = dict[Hashable, Any]


class Findings:
    """The answers of ``analysis/sql/report/*.sql`` for a retailer, each asked once."""

    def __init__(self, con: Connection, retailer: str) -> None:
        self._con, self.retailer = con, retailer
        self._frames: dict[str, pd.DataFrame] = {}

    def frame(self, name: str) -> pd.DataFrame:
        """Return the answer of a query."""
        if name not in self._frames:
            self._frames[name] = query(self._con, f"report/{name}", retailer=self.retailer)
        return self._frames[name]

    def rows(self, name: str) -> list[Row]:
        """Return the answer as rows; what is not known is None."""
        return [{column: _told(value) for column, value in row.items()} for row in self.frame(name).to_dict("records")]


def _told(value: object) -> object:
    if isinstance(value, np.ndarray):
        return value.tolist()
    return None if pd.isna(value) else value  # type: ignore[call-overload]
