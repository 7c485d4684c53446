from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sandbox.days import Days

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
YEAR = Days.starting(date(2025, 1, 6), 400, "Europe/Amsterdam")


@given(st.integers(0, 399), st.integers(4 * 3600, 86_399))
def test_the_wall_clock_is_right_on_both_sides_of_a_change_of_clocks(day, second):
    wall = datetime.combine(date(2025, 1, 6) + timedelta(days=day), time(), AMSTERDAM) + timedelta(seconds=second)
    instant = YEAR.at(np.array([day]), np.array([second]))
    assert instant[0] == wall.timestamp()
    assert YEAR.day_of(instant)[0] == day
    assert YEAR.text(instant) == [wall.isoformat()]


def test_the_day_on_which_clocks_go_forward_has_23_hours():
    assert np.diff(YEAR.midnights)[(date(2025, 3, 30) - date(2025, 1, 6)).days] == 23 * 3600
