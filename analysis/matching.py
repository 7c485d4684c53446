"""The match step: offers out of the warehouse, proposals of which may be the same product."""

import pandas as pd

from analysis.estimators.product_match import proposals
from analysis.frames import query
from analysis.reports.spelling import no_formula
from pipelines.warehouse import Connection

_SHOWN = ["own_name", "own_brand", "own_size", "name", "brand", "size"]


def proposed_matches(con: Connection, retailer: str) -> pd.DataFrame:
    """Return proposals for one retailer, the best first; texts that a spreadsheet would take for a formula are none."""
    offers = query(con, "frames/offers")
    found = proposals(offers[offers["retailer"] == retailer])
    found[_SHOWN] = found[_SHOWN].astype(object).where(found[_SHOWN].notna(), "").map(no_formula)
    return found
