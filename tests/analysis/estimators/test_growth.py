import numpy as np
import pytest

from analysis.estimators.change_point import change_point
from analysis.estimators.growth import blocks, quarters_ratio, structural_growth

WEEK = np.arange(20) * 3.0
EXPOSURE = np.full(20, 21.0)


def counts(rng, slope=0.0, step=0.0, rate=50.0):
    mean = EXPOSURE * rate * np.exp(slope * WEEK + step * (WEEK > 28))
    return rng.poisson(rng.gamma(mean / 2.0, 2.0)).astype(float)


def test_a_steady_growth_is_claimed():
    found = structural_growth(WEEK, counts(np.random.default_rng(1), slope=0.02), EXPOSURE)
    assert found is not None
    assert found.claim == "growth"
    assert found.low < 0.02 < found.high


def test_no_growth_needs_its_own_test():
    calm = structural_growth(WEEK, counts(np.random.default_rng(2)), EXPOSURE)
    wild = structural_growth(WEEK, counts(np.random.default_rng(2), rate=0.1), EXPOSURE)
    assert calm is not None
    assert wild is not None
    assert calm.claim == "no growth"
    assert wild.claim == "not known"


def test_growth_is_rarely_claimed_where_there_is_none():
    rng = np.random.default_rng(3)
    found = [structural_growth(WEEK, counts(rng), EXPOSURE) for _ in range(200)]
    assert sum(one is not None and one.claim in ("growth", "decline") for one in found) <= 20


def test_short_spans_are_merged_into_blocks_of_three_weeks():
    length = np.full(60, 3.0)
    middle = np.cumsum(length) - 1.5
    weeks, total, exposure = blocks(middle, np.full(60, 30.0), length, length)
    assert len(weeks) == 9  # 180 days
    assert total.sum() == 1800
    assert exposure.min() >= 21 / 2


def test_two_quarters_are_compared_draw_by_draw():
    draws = np.vstack([np.full((13, 4), 100.0), np.full((13, 4), 150.0)])
    assert quarters_ratio(draws) == pytest.approx(np.full(4, 1.5))
    with pytest.raises(ValueError, match="26 weeks"):
        quarters_ratio(draws[1:])


def test_a_step_is_dated_by_an_interval():
    found = change_point(WEEK, counts(np.random.default_rng(4), step=0.5), EXPOSURE, "trend", seed=1)
    assert found is not None
    assert found.claimed
    assert found.profile[0] <= 28.5 <= found.profile[1]


def test_a_steady_trend_is_no_change_point():
    found = change_point(WEEK, counts(np.random.default_rng(5), slope=0.02), EXPOSURE, "trend", seed=1)
    assert found is not None
    assert not found.claimed


def test_five_blocks_are_too_few_for_a_change_point():
    assert change_point(WEEK[:5], np.ones(5), EXPOSURE[:5], "constant", seed=1) is None
