"""Slots as a second witness: a ratio with its interval, drift that is said, and shares that are no levels."""

import numpy as np
import pandas as pd
import pytest

from analysis.estimators.calibration import calibrate
from analysis.estimators.takings import Takings
from analysis.estimators.witness import calibrations

FIRST = pd.Timestamp("2025-01-06")
WEEKS = 16


def intervals(share, seed: int = 1) -> pd.DataFrame:
    """A week each: 400 invoices or so, of which ``share`` (by week) took a place."""
    rng = np.random.default_rng(seed)
    invoices = rng.poisson(400, WEEKS)
    taken = rng.binomial(invoices, share * np.ones(WEEKS)).astype(float)
    start = FIRST + pd.to_timedelta(7 * np.arange(WEEKS), unit="D")
    return pd.DataFrame(
        {
            "retailer": "shop",
            "series": "F-{number}",
            "flags": "",
            "from_utc": start,
            "to_utc": start + pd.Timedelta(days=7),
            "invoices": invoices,
            "taken": taken,
            "taken_low": taken - 3,
            "taken_high": taken + 3,
        }
    )


def looks(fell: dict[str, int], returned: dict[str, int] | None = None, days: int = 30) -> pd.DataFrame:
    at = pd.date_range(FIRST, periods=24 * days, freq="h")
    back = pd.Series(returned or {}, dtype=float)
    frame = pd.DataFrame({"fell": pd.Series(fell, dtype=float), "returned_low": back, "returned_high": back})
    frame.index = pd.to_datetime(frame.index)
    return frame.reindex(at).fillna(0).rename_axis("seen_at_utc").reset_index().assign(hold_minutes=120)


def takings(frame: pd.DataFrame) -> Takings:
    return Takings(looks=frame, locations=pd.DataFrame(columns=["location_id", "taken", "watched"]))


SPAN = pd.DataFrame({"from_utc": [FIRST], "to_utc": [FIRST + pd.Timedelta(days=7)]})


def test_the_ratio_of_places_to_invoices_lies_in_its_interval_and_a_steady_one_does_not_drift():
    inside = [calibrate(intervals(0.6, seed)) for seed in range(40)]
    assert np.mean([found.low <= 0.6 <= found.high for found in inside]) >= 0.9
    assert np.mean([found.drift.claim in ("no growth", "not known") for found in inside]) >= 0.85


def test_a_ratio_that_falls_is_said_to_drift():
    assert calibrate(intervals(np.linspace(0.8, 0.4, WEEKS))).drift.claim == "decline"


def test_one_interval_calibrates_nothing():
    assert calibrate(intervals(0.6).head(1)) is None


def test_a_place_on_hold_at_the_end_is_in_no_lower_bound():
    late = looks({"2025-01-08 10:00": 3, "2025-01-12 23:00": 1})
    assert takings(late).between(SPAN)[["taken", "taken_low", "taken_high"]].values.tolist() == [[4, 3, 4]]


def test_a_place_that_comes_back_right_after_the_beginning_may_have_gone_before_it():
    back = looks({"2025-01-08 10:00": 3}, {"2025-01-06 01:00": 1})
    assert takings(back).between(SPAN)[["taken", "taken_low", "taken_high"]].values.tolist() == [[2, 2, 3]]


def test_a_span_with_a_hole_in_it_or_beyond_the_looks_is_left_out():
    frame = looks({"2025-01-08 10:00": 3})
    assert takings(frame.drop(range(30, 60))).between(SPAN).empty
    assert takings(frame.head(5 * 24)).between(SPAN).empty


def test_calibration_is_a_row_of_estimates_and_two_findings():
    weekly = {str(FIRST + pd.Timedelta(days=7 * k + 3)): 60 for k in range(4)}
    of = intervals(0.6).head(4).drop(columns=["taken", "taken_low", "taken_high"])
    estimated, found = calibrations(of, takings(looks(weekly)))
    assert estimated["quantity"].tolist() == ["taken_places_per_invoice"]
    assert estimated["value"].item() == pytest.approx(240 / of["invoices"].sum())
    assert found["finding"].tolist() == ["calibration", "calibration drift"]


def test_without_two_watched_intervals_the_ratio_is_not_known():
    of = intervals(0.6).drop(columns=["taken", "taken_low", "taken_high"])
    estimated, found = calibrations(of, takings(looks({}, days=3)))
    assert estimated.empty
    assert found["verdict"].tolist() == ["not known"]
