"""An offer is what it is, with what one of it comes to."""

from decimal import Decimal

import pytest

from pipelines.money.offers import parse_offer
from tests.pipelines.money.reading import OPEN


@pytest.mark.parametrize(
    ("text", "kind", "amount", "each"),
    [
        ("2 for £5", "many", "5", "2.5"),
        ("3 Ausgaben für nur 14,85 EUR", "many", "14.85", "4.95"),
        ("3 for 2", "free", None, None),
        ("from £3.99", "from", "3.99", None),
        ("10 - 20 €", "range", "10", None),
        ("£30/month", "per_period", "30", None),
        ("zzgl. 0,25 € Pfand", "deposit", "0.25", None),
        ("1,29 € zzgl. 0,25 € Pfand", "price", "1.29", "1.29"),
        ("Save $200", "saving", "200", None),
        ("statt 12,99 € nur 9,99 €", "crossed_out", "9.99", "9.99"),
        ("Was £6", "crossed_out", None, None),
        ("US $3.20-4.80", "range", "3.20", None),
        ("£4.20 or £3.50 with card", "member", "3.50", "3.50"),
        ("2,49 €", "price", "2.49", "2.49"),
    ],
)
def test_an_offer_is_what_it_is(text, kind, amount, each):
    offer = parse_offer(text, OPEN)
    told = [None if value is None else Decimal(value) for value in (amount, each)]
    assert (offer.kind, [offer.amount, offer.unit_price]) == (kind, told)
