"""A text is one amount, whoever the shop is; the shop decides only what the text leaves open."""

from decimal import Decimal

import pytest

from pipelines.records import Profile
from tests.pipelines.money.reading import read


@pytest.mark.parametrize(
    ("text", "amount", "currency"),
    [
        ("1\u202f299,90 zł", "1299.90", "PLN"),
        ("CHF 1\u2019234.\u2013", "1234", "CHF"),
        ("1 299,- Kč", "1299", "CZK"),
        ("1.250 KWD", "1.250", "KWD"),
        ("2980円", "2980", "JPY"),
        ("\uff11\uff12\uff19\uff19円", "1299", "JPY"),
        ("₹1,23,456.00", "123456.00", "INR"),
        ("35€ 99", "35.99", "EUR"),
        ("AU $59.95", "59.95", "AUD"),
        ("$ 5 USD", "5", "USD"),
        ("99,99 EUR (-30,00%)", "99.99", "EUR"),
        ("Set, 16 GB, 299 €", "299", "EUR"),
        ("12 zł 99 gr", "12.99", "PLN"),
        ("12 руб. 50 коп.", "12.50", "RUB"),  # noqa: RUF001 - Cyrillic
        ("12:90 kr", "12.90", None),
        ("£ 12 . 99", "12.99", "GBP"),
        ("3.500 KD", "3.500", "KWD"),
        ("Rp 15.000", "15000", "IDR"),
        ("12.50 ر.س", "12.50", "SAR"),
        ("Gs. 129.000", "129000", "PYG"),
        ("C$12.90", "12.90", "CAD"),
        ("12.500 FCFA", "12500", None),
        ("\u06f1\u06f2\u06f9\u066c\u06f0\u06f0\u06f0 ریال", "129000", "IRR"),
        ("MXN $1,299", "1299", "MXN"),
        ("MYR 49.90", "49.90", "MYR"),
        ("Pack of 6 £4.50", "4.50", "GBP"),
        ("Pack of 6 £45", "45", "GBP"),
        ("₹499.00 M.R.P", "499.00", "INR"),
        ("12 р. 50 к.", "12.50", "RUB"),  # noqa: RUF001 - Cyrillic
        ("€ 12,50 cad.", "12.50", "EUR"),
        ("NZD $12.95", "12.95", "NZD"),
        ("S24 256GB - $799.99", "799.99", None),
        ("Weekly special $4.99", "4.99", None),
        ("Size L: £12.99", "12.99", "GBP"),
        ("SFr. 1\u2019234.55", "1234.55", "CHF"),
    ],
)
def test_an_amount_is_read_without_knowing_the_shop(text, amount, currency):
    assert read(text) == (Decimal(amount), currency)


def test_the_shops_decimal_separator_decides_what_a_thousand_is():
    assert read("1.299", Profile(timezone="UTC", decimal=",")) == (Decimal(1299), None)
    assert read("1.299", Profile(timezone="UTC", decimal=".")) == (Decimal("1.299"), None)
    assert read("2.49", Profile(timezone="UTC", decimal=",")) == (Decimal("2.49"), None)


def test_the_shops_currency_decides_what_a_dollar_is():
    assert read("$24.990", Profile(timezone="UTC", currency="CLP")) == (Decimal(24990), "CLP")
    assert read("$24.99") == (Decimal("24.99"), None)
