"""What is taken for granted, A1 to A11: each a row with its range, its source and what it moves."""

from dataclasses import asdict, dataclass, replace
from typing import Literal, Self

import pandas as pd

Moves = Literal["level", "growth", "level and growth"]


@dataclass(frozen=True, kw_only=True)
class Assumption:
    """One thing taken for granted: a value (low = high), a range that is a bound, or a word."""

    id: str
    statement: str
    moves: Moves
    low: float | None = None
    high: float | None = None
    word: str | None = None
    """The value of an assumption that is no number."""
    source: str = "assumed"
    """own basket, help page, inferred, declared or assumed."""
    date: str | None = None
    """When the source said so, ISO."""


@dataclass(frozen=True, kw_only=True)
class Assumptions:
    """All eleven; unchangeable, so that an estimate says for good what it rests on."""

    rows: tuple[Assumption, ...]

    def __getitem__(self, assumption_id: str) -> Assumption:
        """Return the row of an id. KeyError for an id that there is not."""
        for row in self.rows:
            if row.id == assumption_id:
                return row
        raise KeyError(f"no assumption {assumption_id}; there are {', '.join(row.id for row in self.rows)}")

    def range(self, assumption_id: str) -> tuple[float, float]:
        """Return the bounds of a numeric assumption. ValueError where it is a word or unknown."""
        row = self[assumption_id]
        if row.low is None or row.high is None:
            raise ValueError(f"{assumption_id} has no range: {row.statement}")
        return row.low, row.high

    def override(
        self, assumption_id: str, value: float | tuple[float, float] | str, source: str, date: str | None = None
    ) -> Self:
        """Return the same with one assumption set. ValueError for a range upside down or outside what makes sense."""
        row = self[assumption_id]
        if isinstance(value, str):
            changed = replace(row, word=value, source=source, date=date)
        else:
            low, high = value if isinstance(value, tuple) else (value, value)
            _check(assumption_id, low, high)
            changed = replace(row, low=low, high=high, source=source, date=date)
        return replace(self, rows=tuple(changed if old is row else old for old in self.rows))

    def frame(self) -> pd.DataFrame:
        """One row per assumption: id, statement, moves, low, high, word, source, date."""
        return pd.DataFrame([asdict(row) for row in self.rows])


def _check(assumption_id: str, low: float, high: float) -> None:
    least, most = {"A2": (1.0, 1e9), "A3": (0.0, 365.0)}.get(assumption_id, (0.0, 1.0))
    if not least <= low <= high <= most:
        raise ValueError(f"{assumption_id} is a range within {least:g} and {most:g}, not {low:g} to {high:g}")


DEFAULTS = Assumptions(
    rows=(
        Assumption(id="A1", statement="one central counter gives the numbers", moves="level and growth"),
        Assumption(
            id="A2", statement="the number goes up by this step; empty: inferred from the numbers", moves="level"
        ),
        Assumption(
            id="A3", statement="days from ordering until the number is given", moves="growth", low=0.0, high=0.0
        ),
        Assumption(id="A4", statement="share of orders with two invoices", moves="level", low=0.0, high=1.0),
        Assumption(
            id="A5", statement="share of numbers that are no customer's order", moves="level", low=0.0, high=0.0
        ),
        Assumption(id="A6", statement="share of orders delivered at home", moves="level", low=0.0, high=1.0),
        Assumption(id="A7", statement="statuses of a location that count as open", moves="level", word="active"),
        Assumption(id="A8", statement="days on which the shop is shut", moves="growth", word="none known"),
        Assumption(id="A9", statement="days on which something sells more", moves="growth", word="none known"),
        Assumption(id="A10", statement="time zone of the numbers", moves="growth", word="UTC"),
        Assumption(id="A11", statement="when the counter starts again", moves="level and growth", word="inferred"),
    )
)
"""The article's assumptions: an order has one invoice or two, no number is void, any share is delivered at home."""
