"""Notice: flat, rising or not known, with and without messages of event days."""

import numpy as np
import pandas as pd
import pytest

from analysis.estimators.notice import notice_findings


def messages(count: int, a_quarter: float, event_factor: float = 1.0) -> pd.DataFrame:
    """Two messages a week, read by some thousand, changing so much a quarter; every tenth falls on an event."""
    rng = np.random.default_rng(3)
    at = pd.Timestamp("2025-01-06") + pd.to_timedelta(np.arange(count) * 3.5, unit="D")
    in_event = np.arange(count) % 10 == 9
    mean = 1000 * (1 + a_quarter) ** (np.arange(count) * 3.5 / 91) * np.where(in_event, event_factor, 1)
    words = {"channel": "newsletter", "metric": "reads", "published_at_utc": at, "in_event": in_event}
    return pd.DataFrame({**words, "value": rng.poisson(mean)})


@pytest.mark.parametrize(("a_quarter", "verdict"), [(0.0, "no growth"), (0.4, "growth"), (-0.3, "decline")])
def test_a_trend_is_told_from_none(a_quarter, verdict):
    found = notice_findings("shop", messages(80, a_quarter))
    assert list(found["verdict"]) == [verdict, verdict]


def test_messages_of_event_days_are_left_out_of_the_second_row():
    found = notice_findings("shop", messages(80, 0.0, event_factor=6.0))
    assert list(found["finding"]) == ["attention", "attention without events"]
    assert found["verdict"].iloc[1] == "no growth"
    assert "72 messages" in found["detail"].iloc[1]


def test_a_few_messages_say_nothing():
    assert set(notice_findings("shop", messages(4, 0.0))["verdict"]) == {"not known"}
    assert notice_findings("shop", messages(4, 0.0).head(0)).empty
