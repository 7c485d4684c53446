"""What is odd about prices is said, and nothing is taken away for it."""

import pytest

from pipelines import warehouse
from pipelines.check import check

ROW = {"offer_key": "1", "name": "Cola 6 x 330 ml", "price": "2,97", "availability": "in_stock"}


def broken(watch) -> set[str]:
    watch.declare()
    watch.load()
    with warehouse.writing(watch.home) as con:
        return {result.check_name for result in check(con)}


@pytest.mark.parametrize(
    ("row", "name"),
    [
        ({**ROW, "unit_price": "9,00", "unit": "l"}, "unit prices agree with the shops"),
        ({**ROW, "availability_text": "out_of_stock"}, "markup and text agree on stock"),
    ],
)
def test_a_contradiction_is_said(watch, row, name):
    watch.look("prices", "01-01", [row])
    assert name in broken(watch)


def test_no_contradiction_is_none(watch):
    watch.look("prices", "01-01", [{**ROW, "unit_price": "0,15 / 100 ml", "availability_text": "in_stock"}])
    assert broken(watch) <= {"sources are looked at when due"}


def test_one_price_for_everything_is_said(watch):
    watch.look("prices", "01-01", [{"offer_key": str(n), "price": "9,99"} for n in range(6)])
    assert "values differ between records" in broken(watch)
