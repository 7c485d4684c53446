import gzip
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from analysis.estimate import checked
from analysis.estimators.retailer import estimate_retailer
from tests.analysis.estimators.test_bridge import shop
from tests.analysis.estimators.worlds import own

RETAIL = Path(__file__).parents[4] / "shared/fixtures/sequences/online_retail_2010-12_2011-04/observations.csv.gz"
NO_SNAPSHOTS = pd.DataFrame({"snapshot_at": pd.to_datetime([]), "location_id": [], "status": []})
SNAPSHOTS = pd.DataFrame(
    {
        "snapshot_at": pd.to_datetime(["2023-01-09", "2023-04-01", "2023-07-08"]).repeat(3),
        "location_id": ["a", "b", "c"] * 3,
        "status": "active",
    }
)


def estimated(orders, snapshots=SNAPSHOTS):
    return estimate_retailer("shop", orders, snapshots, snapshots["snapshot_at"], zone="Europe/Amsterdam")


def test_the_weeks_come_first_then_the_exact_table():
    found = estimated(shop(1)[0]).estimates
    checked(found)
    assert found["level"].iloc[0] == 0.95
    assert found["level"].iloc[-1] == 1.0
    assert found["from_utc"].iloc[0] == pd.Timestamp("2023-01-08T23:00")


def test_the_same_input_gives_the_same_bytes():
    first, second = (estimated(shop(1)[0]).estimates.to_csv() for _ in range(2))
    assert first == second


def test_what_is_no_counter_gets_a_diagnostic_and_no_figure():
    dates = pd.date_range("2023-01-09", periods=6, freq="17D")
    ids = ["734501", "120934", "998123", "450021", "300457", "610922"]
    found = estimated(own(*((str(at), number) for at, number in zip(dates, ids, strict=True))))
    assert found.estimates.empty
    assert found.diagnostics["verdict"].tolist() == ["not_counter"]


def test_three_orders_give_the_exact_table_alone():
    found = estimated(shop(1, orders=3)[0]).estimates
    assert set(found["level"]) == {1.0}


def test_without_snapshots_there_are_invoices_but_no_location_days():
    found = estimated(shop(1)[0], NO_SNAPSHOTS).estimates
    assert set(found["quantity"]) == {"invoices", "orders", "growth_per_week"}


@pytest.mark.skipif(not RETAIL.exists(), reason="needs ../shared/fixtures")
def test_weekly_numbers_of_a_real_shop_lie_in_their_intervals():
    with gzip.open(RETAIL, "rt") as file:
        table = pd.read_csv(file)
    at, number = pd.to_datetime(table["issued_at"]), table["number"]
    held = []
    for seed in range(4):
        rows = np.sort(np.r_[5, np.random.default_rng(seed).choice(len(table), 28, replace=False), len(table) - 5])
        orders = own(*((str(at[i]), str(number[i])) for i in rows))
        found = estimated(orders, NO_SNAPSHOTS).estimates
        weeks = found[(found["quantity"] == "invoices") & (found["level"] < 1)].iloc[1:-1]
        mine = [
            int(((at[rows] >= a) & (at[rows] < b)).sum())
            for a, b in zip(weeks["from_utc"], weeks["to_utc"], strict=True)
        ]
        edges = [number[at < edge].max() for edge in (*weeks["from_utc"], weeks["to_utc"].iloc[-1])]
        truth = np.diff(edges) - mine
        held += list((weeks["low"] <= truth) & (truth <= weeks["high"]))
    assert np.mean(held) > 0.85
