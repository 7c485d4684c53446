"""OSM opening_hours syntax: later rules replace, a comma adds, and what is beyond a week is no sum."""

import pytest

from pipelines.hours import from_text, week

SUMS = [
    ("Mo-Fr 10:00-18:00; We 14:00-20:00", (38.0, 5)),
    ("Mo-Fr 10:00-12:00, We 14:00-20:00", (16.0, 5)),
    ("Mo-Fr 10:00-18:00; PH off", (40.0, 5)),
    ("Mo-Su 10:00-18:00; Su,PH off", (48.0, 6)),
    ("Mo-Fr 08:00-12:00,13:00-17:30; Sa 08:00-12:00", (46.5, 6)),
    ("Sa-Mo 10:00-12:00", (6.0, 3)),
    ("Mo-Sa 22:00-02:00", (24.0, 6)),
    ("Mo-Su 20:00-04:00; Mo 00:00-06:00", (50.0, 7)),  # Monday's early hours are part of Sunday's night
    ("24/7", (168.0, 7)),
    ("10:00-18:00", (56.0, 7)),
    ("", (0.0, 0)),
    ("off", (0.0, 0)),
]


@pytest.mark.parametrize(("text", "sum_"), SUMS)
def test_hours_and_weekdays_of_a_week(text, sum_):
    assert week(text) == sum_


BEYOND = [
    "Jan-Mar Mo 10:00-12:00",
    "week 1-26 Mo 10:00-12:00",
    "Mo[1] 10:00-12:00",
    "2025 Dec 25 off",
    "SH off",
    "Mo-Fr sunrise-sunset",
    "Mo-Fr 10:00+",
    'Mo-Fr 10:00-18:00 "by appointment"',
    "Mo-Fr 10:00-18:00 || Sa 10:00-12:00",
    "Mo-Fr 10:00-18:00 unknown",
    "Mo-Fr",
    "Su off",
    "Mo 10:00:00-18:00:00",
    "Mo 10-18",
    "Mo 10:00-18:00,19",
    "Mo 10:75-18:00",
    "Mo 10:00-10:00",
]


@pytest.mark.parametrize("text", BEYOND)
def test_what_is_beyond_a_week_has_no_sum(text):
    assert week(text) is None


def test_a_text_that_is_osm_syntax_is_written_in_one_way():
    assert from_text("mo,tu,we,th,fr 9:00-12:00, Mo-Fr 13:00-17:00; ph OFF") == "Mo-Fr 09:00-12:00,13:00-17:00; PH off"
