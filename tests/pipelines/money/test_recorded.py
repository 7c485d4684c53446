"""Recorded strings are read as those who recorded them read them."""

import json
from decimal import Decimal

from pipelines.records import Profile
from tests.pipelines.money.reading import read


def recorded(fixtures, name):
    return json.loads((fixtures / "prices" / name / "expected.json").read_text())["cases"]


def test_recorded_strings_are_right_and_the_hard_ones_right_or_refused(fixtures):
    wrong, hard, right = [], 0, 0
    for case in recorded(fixtures, "strings"):
        mark = case["decimal_separator_hint"]
        told = read(case["price_raw"], Profile(timezone="UTC", decimal=mark if mark in {".", ","} else None))
        expected = case["expected"]["amount"]
        is_right = (told and told[0]) == (expected and Decimal(expected))
        hard += case["upstream_xfail"]
        right += case["upstream_xfail"] and is_right
        if not is_right and (told or not case["upstream_xfail"]):
            wrong.append((case["price_raw"], told))
    assert wrong == []
    assert right >= hard / 2


def test_strings_of_recorded_pages_are_right(fixtures):
    for case in recorded(fixtures, "strings_from_pages"):
        expected = case["expected"]
        told = read(case["price_raw"], Profile(timezone="UTC", currency=expected["currency_iso"]))
        assert told == (Decimal(expected["amount"]), expected["currency_iso"]), case["price_raw"]
