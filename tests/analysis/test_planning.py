"""The plan of test orders."""

import numpy as np
import pandas as pd

from analysis.estimators.calendar import Event
from analysis.planning import due, plan

NOW = pd.Timestamp("2025-03-05 12:00")


def orders(*days: str) -> pd.DataFrame:
    """Own orders on days of 2025, at a shop that gives some 60 invoices a day, one week more than the other."""
    at = pd.to_datetime([f"2025-{day}" for day in days], format="ISO8601")
    days = (at - at[0]) / pd.Timedelta(days=1)
    numbers = [f"F-{20_000 + round(60 * day + 40 * np.sin(day / 3)) + i}" for i, day in enumerate(days)]
    return pd.DataFrame({"ordered_at_utc": at, "order_number": range(len(at)), "invoice_number": numbers})


SEEN = orders("01-01", "01-08", "01-20", "02-01", "02-10", "02-20")


def test_two_baskets_within_a_minute_come_first_until_they_were_placed():
    first, *rest = plan(SEEN, (), NOW, price=20.0)
    assert (first.what, first.cost) == ("probe", 40.0)
    assert first.at_local[1] - first.at_local[0] == pd.Timedelta(minutes=1)
    probed = orders("01-01", "01-08", "01-20", "02-01", "02-10", "02-20", "02-20T00:01")
    assert [one.what for one in plan(probed, (), NOW, price=20.0)] == [one.what for one in rest]


def test_orders_are_placed_at_ends_of_weeks_and_each_narrows_the_figures():
    advice = [one for one in plan(SEEN, (), NOW, price=20.0) if one.what == "order"]
    assert [f"{one.at_local[0]:%a %H:%M}" for one in advice] == ["Sun 21:00"] * 8
    assert all(one.width_after < one.width_before for one in advice)
    assert all(one.width_per_euro == (one.width_before - one.width_after) / 20.0 for one in advice)


def test_an_event_gets_a_pair_round_it():
    event = Event(start=pd.Timestamp("2025-03-15").date(), days=2, label="618")
    (pair,) = [one for one in plan(SEEN, [event], NOW, price=None) if one.what == "pair"]
    assert [f"{at:%m-%d %H:%M}" for at in pair.at_local] == ["03-14 21:00", "03-16 21:00"]
    assert (pair.cost, pair.width_per_euro) == (None, None)


def test_without_a_counted_number_dates_are_planned_and_no_width_is_promised():
    nothing = SEEN.head(0)
    advice = list(plan(nothing, (), NOW, price=20.0))
    assert [one.what for one in advice] == ["probe"] + ["order"] * 8
    assert all(one.width_after is None for one in advice)
    assert due(nothing, NOW) is None


def test_a_long_time_since_the_last_order_makes_the_next_one_due():
    assert due(SEEN, pd.Timestamp("2025-02-21")) is False
    assert due(SEEN, pd.Timestamp("2025-04-30")) is True
