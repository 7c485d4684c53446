"""Notice: whether what a channel's messages get rises, falls, or stays flat (reference, section 6).

Messages are merged into blocks of three weeks; the log-linear fit of their counts, each message an equal exposure, says
growth or decline, and the two one-sided tests say "no growth" within 10 % a quarter. What neither says is not known.
"""

import numpy as np
import pandas as pd

from analysis.estimators.findings import COLUMNS
from analysis.estimators.growth import blocks, structural_growth
from analysis.estimators.moments import days

FEW = "fewer than three blocks of three weeks"


def notice_findings(retailer: str, messages: pd.DataFrame) -> pd.DataFrame:
    """Return a row of ``result.finding`` a channel and metric, with all messages and without those of event days.

    ``messages``: channel, metric, published_at_utc (naive UTC), value, in_event; a row a message.
    """
    rows = []
    for (channel, metric), of in messages.sort_values("published_at_utc").groupby(["channel", "metric"]):
        for finding, told in (("attention", of), ("attention without events", of[~of["in_event"].astype(bool)])):
            words = {"retailer": retailer, "series": f"{channel} {metric}", "finding": finding}
            rows.append(words | _trend(told))
    return pd.DataFrame(rows, columns=list(COLUMNS))


def _trend(of: pd.DataFrame) -> dict[str, object]:
    found = None
    if len(of) > 1:
        at = days(of["published_at_utc"])
        since_last = np.diff(at, prepend=at[0] - float(np.median(np.diff(at))))
        found = structural_growth(
            *blocks(at, of["value"].to_numpy(float), np.ones(len(at)), np.maximum(since_last, 0.01))
        )
    if found is None:
        return {"verdict": "not known", "detail": f"{len(of)} messages: {FEW}"}
    detail = f"{len(of)} messages in {found.blocks} blocks; growth counts beyond 10 % a quarter"
    return {"verdict": found.claim, "value": found.slope, "low": found.low, "high": found.high, "detail": detail}
