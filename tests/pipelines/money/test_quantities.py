"""A quantity is how much there is of a thing, and nothing else that is measured."""

from decimal import Decimal

import pytest
from hypothesis import given

from pipelines.quantity import Unquantified, parse_quantity
from tests.pipelines.money.reading import LIKELY


@pytest.mark.parametrize("text", ["Galaxy A52 5G", "Pump 5 l/min", "1/2 kg", "Ibuprofen 400 mg", "500 g or 1 kg"])
def test_what_is_no_size_of_the_thing_is_none(text):
    with pytest.raises(Unquantified):
        parse_quantity(text)


@given(LIKELY)
def test_any_text_is_a_quantity_or_refused(text):
    try:
        assert parse_quantity(text).amount > 0
    except Unquantified:
        return


@pytest.mark.parametrize(
    ("text", "amount", "unit"),
    [
        ("Cola 6x330ml", "1.98", "l"),
        ("Wasser 4 x 6 x 0,5 l", "12", "l"),
        ("330 ml 6-pack", "1.98", "l"),
        ("Erbsen 400 g (Abtropfgewicht 240 g)", "0.24", "kg"),
        ("Eier 10 Stück", "10", "piece"),
        ("Mehl 1.000 g", "1", "kg"),
        ("米 5公斤", "5", "kg"),
        ("450 g, 4 x 112,5 g", "0.45", "kg"),
        ("Ibuprofen 400 mg 20 Tabletten", "20", "piece"),
    ],
)
def test_a_quantity(text, amount, unit):
    quantity = parse_quantity(text)
    assert (quantity.amount, quantity.unit) == (Decimal(amount), unit)
