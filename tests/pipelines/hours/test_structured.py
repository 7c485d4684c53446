"""Pick-up windows that sources state as data; what the numbers count must follow from the data."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.hours import from_structured, normalised

NINE_TO_SIX = {"open": 540, "close": 1110}
STATED = [
    ({"twentyfourseven": True}, "24/7"),
    ({"Monday": {"string": ["09:00-12:00", "13:00-19:00"]}, "Tuesday": {"string": None}}, "Mo 09:00-12:00,13:00-19:00"),
    (["Mo-Sa 11:00-14:30", "Mo-Th 17:00-21:30"], "Mo-Th 11:00-14:30,17:00-21:30; Fr,Sa 11:00-14:30"),
    (
        [
            {"@type": "OpeningHoursSpecification", "dayOfWeek": ["Monday", "Tu"], "opens": "09:00", "closes": "18:00"},
            {"dayOfWeek": "http://schema.org/Sunday", "opens": "00:00", "closes": "00:00"},
            {"dayOfWeek": "https://schema.org/Saturday", "opens": "00:00", "closes": "23:59"},
        ],
        "Mo,Tu 09:00-18:00; Sa 00:00-24:00",
    ),
    (
        {"monday": {"openIntervals": [{"start": "09:00", "end": "18:00"}]}, "sunday": {"isClosed": True}},
        "Mo 09:00-18:00",
    ),
    ({"normalHours": [{"day": "MONDAY", "intervals": [{"start": 930, "end": 1830}]}]}, "Mo 09:30-18:30"),
    (
        {"periods": [{"open": {"day": 0, "time": "2200"}, "close": {"day": 1, "time": "0200"}}]},
        "Su 22:00-02:00",
    ),
    ({"periods": [{"open": {"day": 0, "time": "0000"}}]}, "24/7"),
    ({"weekday_text": ["Monday: 9:00 AM \u2013 5:00 PM", "Tuesday: Closed"]}, "Mo 09:00-17:00"),
    ({"lundi": ["09:00-12:00", "14:00-18:00"], "dimanche": []}, "Mo 09:00-12:00,14:00-18:00"),
    ({"Mo": [["09:00", "12:00"], ["14:00", "18:00"]]}, "Mo 09:00-12:00,14:00-18:00"),
    ({"monday_open": "09:00", "monday_close": "18:00", "sunday_open": "", "sunday_close": ""}, "Mo 09:00-18:00"),
    ({"mon_fri": "9:00 - 18:00", "sat": "9-13"}, "Mo-Fr 09:00-18:00; Sa 09:00-13:00"),
    ([{"day": day, **NINE_TO_SIX} for day in range(5)], "Mo-Fr 09:00-18:30"),
    ([{"day": day, **NINE_TO_SIX} for day in range(1, 6)], "Mo-Fr 09:00-18:30"),
    ([{"day": 0, "closed": True}, *({"day": d, **NINE_TO_SIX} for d in range(1, 6))], "Mo-Fr 09:00-18:30"),
    (
        [{"dayOfWeek": 1, "from1": "09:00", "to1": "12:00", "from2": "14:00", "to2": "18:00"}],
        "Mo 09:00-12:00,14:00-18:00",
    ),
    (["9-18"] * 5 + ["9-13", None], "Mo-Fr 09:00-18:00; Sa 09:00-13:00"),
    ([None, *[["09:00", "18:00"]] * 5, None], "Mo-Fr 09:00-18:00"),
    ({"usual": {"1": [{"start": "08:30", "end": "22:00"}], "7": []}, "special": {}}, "Mo 08:30-22:00"),
    ([{"weekday": "Mo", "from": "10:00", "to": "18:00"}], "Mo 10:00-18:00"),
    ({"openingHours": {"monday": {"is24Hours": True}}}, "Mo 00:00-24:00"),
    ([], ""),
    ({}, ""),
]


@pytest.mark.parametrize(("value", "osm"), STATED)
def test_windows_stated_as_data_are_osm_syntax(value, osm):
    assert from_structured(value) == osm


TWO_WAYS = [
    [{"day": 0, "open": 540, "close": 1110}],  # Sunday or Monday
    {"Mo": [[600, 1200]]},  # minutes, or hours and minutes
    {"Mo": {"open": "9", "close": "5"}},
    {"open": "09:00", "close": "18:00"},
    {"monday": None, "tuesday": None},
    {"monday": {"open": True}},
    [{"dayOfWeek": "Monday", "opens": "09:00", "closes": "18:00", "validFrom": "2025-06-01"}],
    [{"day": "Mo", "hours": "9-12"}, {"day": "Mo", "closed": True}],
    {"di": "9-12"},
    ["9-18"] * 6,
    None,
    7,
]


@pytest.mark.parametrize("value", TWO_WAYS)
def test_data_that_can_be_read_in_two_ways_are_not_read(value):
    assert from_structured(value) is None
    assert normalised(value)[1]


def test_recorded_opening_hours_by_number_are_read(fixtures):
    places = json.loads((fixtures / "locator" / "fr_mesoigner_centres" / "centres.json").read_text())
    assert [from_structured(place["opening_hours"]) for place in places] == [
        "Mo-Fr 09:00-12:00,14:30-19:00; Sa 09:00-12:00,14:30-17:00",
        "Mo-Fr 09:00-12:00,14:00-19:00; Sa 09:00-12:00",
        "Mo-Sa 08:30-20:00",
        "Mo-Fr 08:30-12:30,14:00-20:00; Sa 09:00-12:30,14:00-19:30",
    ]


KEYS = st.sampled_from(["day", "open", "close", "monday", "di", "0", "7", "hours", "periods", "closed", "from1", "x"])
SCALARS = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.sampled_from(["9-18", "Mo"])
)
ANY_JSON = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=7) | st.dictionaries(KEYS, inner), max_leaves=12
)


@given(ANY_JSON)
def test_any_data_are_read_or_not(value):
    osm, why = normalised(value)
    assert (osm is None) == bool(why)
