"""Every offer comes with its terms and a unit price of our own; the shop's stands beside it."""

from collections import Counter
from decimal import Decimal

import pytest

from pipelines.offered import completed
from pipelines.records import Profile

SHOP = Profile(timezone="UTC", currency="EUR", decimal=",")


def told(**row: object) -> dict[str, object]:
    return completed(row, SHOP, Counter())


@pytest.mark.parametrize(
    ("price", "expected"),
    [
        ("2,49", (Decimal("2.49"), None, None)),
        ("2 für 5 €", (None, "many", Decimal("2.5000"))),
        ("ab 2,49 €", (Decimal("2.49"), "from", None)),
        ("2,49 - 4,99 €", (Decimal("2.49"), "range", None)),
        ("statt 3,49 € nur 2,49 €", (Decimal("2.49"), "crossed_out", Decimal("2.49"))),
        ("€ 3,49 of € 2,49 met club", (Decimal("3.49"), "member", Decimal("2.49"))),
        ("30 €/Monat", (None, "per_period", None)),
        ("1,99 €/kg", (None, None, None)),
        ("1,29 € zzgl. 0,25 € Pfand", (Decimal("1.29"), "price", None)),
    ],
)
def test_a_price_is_kept_as_what_it_is(price, expected):
    row = told(price=price)
    each = row.get("offer_each")
    amount = Decimal(row["price"].replace(",", ".")) if isinstance(row["price"], str) else row["price"]
    assert (amount, row.get("offer_kind"), each) == expected


def test_the_price_of_a_kilogram_is_kept_as_that():
    row = told(name="Bananas", price="0,25 €/100 g")
    assert (row["unit_price"], row["unit"], row["currency"]) == (Decimal("2.5000"), "kg", "EUR")


def test_an_offer_beside_a_price_says_what_one_comes_to():
    for words, each in (
        ("2 voor € 5", "2.5000"),
        ("3 voor 2", "2.0000"),
        ("1+1 gratis", "1.5000"),
        ("buy two get one free", "2.0000"),
    ):
        assert told(price="3,00", offer_text=words)["offer_each"] == Decimal(each)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"size": "6 x 330 ml"}, ("1.5000", None, "l")),
        ({"name": "Cola 6 x 330 ml"}, ("1.5000", None, "l")),
        ({"size": "6 x 330 ml", "unit_price": "1,50", "unit": "l"}, ("1.5000", "1.5000", "l")),
        ({"size": "6 x 330 ml", "unit_price": "0,15 € / 100 ml"}, ("1.5000", "1.5000", "l")),
        ({"unit_price": "0,15", "unit": "per 100 ml"}, ("1.5000", "1.5000", "l")),
        ({"size": "500 g", "unit_price": "0,30", "unit": "Stück"}, ("0.3000", "0.3000", "piece")),
        ({"name": "Tea"}, (None, None, None)),
        ({"size": "1.500 g", "unit_price": "9,99", "unit": "whatever"}, ("1.9800", None, "kg")),
    ],
)
def test_the_unit_price_is_ours_and_the_shops_stands_beside_it(row, expected):
    got = told(price="2,97", **row)
    assert (got["unit_price"], got["stated_unit_price"], got["unit"]) == tuple(
        value if value is None or value.isalpha() else Decimal(value) for value in expected
    )


def test_what_is_not_understood_is_counted_and_not_guessed():
    repairs: Counter[str] = Counter()
    completed(
        {"price": "2,49", "offer_text": "Nu met spaarpunten 5 en 7", "unit_price": "x", "unit": "kg"}, SHOP, repairs
    )
    assert repairs == {"offer_text not understood": 1, "unit_price not understood": 1}


def test_a_gtin_counts_only_with_its_check_digit():
    repairs: Counter[str] = Counter()
    right, wrong = (completed({"gtin": gtin}, SHOP, repairs)["gtin"] for gtin in ("9524700001019", "9524700001018"))
    assert (right, wrong) == ("9524700001019", None)
    assert repairs == {"gtin with a wrong check digit left out": 1}
