"""What if: each assumption flipped alone, and how far the headline moves (reference, section 7.5)."""

from collections.abc import Callable

import pandas as pd

from analysis.estimators.assumptions import Assumptions

Flip = tuple[str, float | str, str]
FLIPS: tuple[Flip, ...] = (
    ("A4", 0.0, "every order has one invoice"),
    ("A4", 1.0, "every order has two invoices"),
    ("A6", 0.0, "nothing is delivered at home"),
    ("A6", 0.5, "half is delivered at home"),
    ("A5", 0.1, "a tenth of the numbers is no order"),
    ("A2", 2.0, "the number goes up by two"),
    ("A3", 2.0, "numbers are given two days after ordering"),
    ("A7", "active no_time", "locations without a pick-up time count as open"),
)


def sensitivity(
    headline: Callable[[Assumptions], tuple[float, float]],
    assumptions: Assumptions,
    conclusion: Callable[[float, float], bool] | None = None,
) -> pd.DataFrame:
    """Compute ``headline`` (low, high) as assumed and with each flip.

    Returns assumption, what, low, high, and where a ``conclusion`` on (low, high) is given: holds, robust (it holds in
    all rows).
    """
    low, high = headline(assumptions)
    rows = [("", "as assumed", low, high)]
    for assumption_id, value, what in FLIPS:
        low, high = headline(assumptions.override(assumption_id, value, source="what if"))
        rows.append((assumption_id, what, low, high))
    table = pd.DataFrame(rows, columns=["assumption", "what", "low", "high"])
    if conclusion is not None:
        table["holds"] = [conclusion(a, b) for a, b in zip(table["low"], table["high"], strict=True)]
        table["robust"] = bool(table["holds"].all())
    return table
