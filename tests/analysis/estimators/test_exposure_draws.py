import numpy as np
import pandas as pd
import pytest

from analysis.estimators.exposure_draws import OnOff, exposure_draws
from analysis.estimators.moments import day
from tests.analysis.estimators.worlds import NOWHERE, presence

START, END = int(day(pd.Timestamp("2024-01-01"))), int(day(pd.Timestamp("2024-03-25")))


def chain_world(rng, size=40):
    """Locations that go on and off at random, seen once a week: snapshots and the truth by day."""
    days = END - START
    on = np.zeros((days, size), dtype=bool)
    on[0] = rng.random(size) < 0.8
    for d in range(1, days):
        flip = rng.random(size)
        on[d] = np.where(on[d - 1], flip > 0.03, flip < 0.12)
    rows = [
        (
            str(pd.Timestamp("2024-01-01T09:00") + pd.Timedelta(days=d)),
            [f"n{i}{':no_time' * (not on[d, i])}" for i in range(size)],
        )
        for d in range(0, days, 6)
    ]
    return presence(*rows), on.sum(1)


def test_weekly_location_days_hold_the_truth_as_often_as_they_say():
    held = []
    for seed in range(15):
        rng = np.random.default_rng(seed)
        seen, truth = chain_world(rng)
        draws = exposure_draws(seen, START, END, 500, rng).reshape(-1, 7, 500).sum(1)
        low, high = np.quantile(draws, [0.025, 0.975], axis=1)
        weeks = truth.reshape(-1, 7).sum(1)
        held += list((low <= weeks) & (weeks <= high))
    assert 0.9 <= np.mean(held) <= 0.99


def test_openings_of_one_gap_may_have_come_together():
    names = [f"n{i}" for i in range(20)]
    seen = presence(("2024-01-01", ["old"]), ("2024-01-15", ["old", *names]), ("2024-03-24", ["old", *names]))
    draws = exposure_draws(seen, START, END, 4000, np.random.default_rng(1))
    assert draws[7].mean() == pytest.approx(11, abs=1)
    assert draws[7].std() > 5  # independent openings would give 2.2


def test_what_was_never_on_is_not_off_by_chance():
    seen = presence(("2024-01-01", ["a", "b:internal"]), ("2024-03-24", ["a", "b:internal"]))
    assert exposure_draws(seen, START, END, 50, np.random.default_rng(1)).mean() < 1.001


def test_days_beyond_the_snapshots_run_on_from_what_was_seen():
    seen = presence(("2024-01-20", ["a", "b"]), ("2024-01-27", ["a", "b"]))
    draws = exposure_draws(seen, START, END, 10, np.random.default_rng(1))
    assert draws.shape == (END - START, 10)
    assert 1.5 < draws[0].mean() <= 2


def test_without_a_snapshot_there_is_no_exposure():
    with pytest.raises(ValueError, match="at least one snapshot"):
        exposure_draws(NOWHERE, START, END, 10, np.random.default_rng(1))


def test_the_days_inside_a_gap_lie_between_its_ends():
    chain = OnOff(share=0.8, forgetting=0.2)
    mean, cov = chain.between(10, first_on=True, last_on=True)
    assert (mean > 0.8).all()
    assert np.linalg.eigvalsh(cov).min() > -1e-9
