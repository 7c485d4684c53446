"""What may be something else than a price is refused, and whatever the text, nothing is raised."""

import pytest
from hypothesis import given

from pipelines.money import Ambiguous, parse_money
from pipelines.money.offers import parse_offer
from pipelines.quantity import Unquantified, parse_quantity
from pipelines.unit_price import parse_unit_price
from tests.pipelines.money.reading import LIKELY, OPEN, SHOPS, read


@pytest.mark.parametrize(
    "text",
    ["12 99 €", "15.08.2017", "July, 2004", "330 ml", "50%", "99p", "1,250 KWD", "-20,00 €", "$10 - $20", "3 for 2",
     "0,125,5 €", "Save $200", "$49/mo $1,999", "Was £5 Now £4", "zzgl. 0,25 € Pfand", "12,34 zł/kg 5,00 zł", "5万",
     "20% off £10", "Art. 4711", "2e halve prijs", "2nd half price", "USD 1.5k", "£5 delivery", "Versand 4,90 €",
     "12 x 30 €", "12x R$ 99,90", "9,98 €/kg", "£2.50 per kg", "(1 kg = 9,98 €)", "€ 1,29 / 100 g",
     "US $3.20-4.80", "10,- bis 20,- €", "Statt 19,99 €", "de R$ 29,90 por R$ 19,90", "3x sem juros de R$ 33,30",
     "€9,99 / €12,99", "12,900원 → 9,900원", "15,95 € 12,95 € -19%", "100g = 0,80 €", "$3.99 lb", "100gあたり 198円",
     "Antes 15,95 €", "Spar 100 kr", "Medlemspris 89 kr", "送料500円", "or 4 payments of $12.50", '5.5"',
     "$ 19<sup>99</sup>", "Najniższa cena z 30 dni: 59,90 zł", "4.8 (231 reviews)", "12..50 €", "5 Jahre",
     "1.000 Bonuspunkte", "4,7 (1.234)", "★★★★☆ 4.2", "up to $10", "Member price £3.50",
     "+ € 1,00", "1·200,50 €", "€5 + €1 fee", "5 € x 12", "$5 weekly", "1 USD = 0.9 EUR", "over £10",
     "3,49 € der Liter",
     "Kostenloser Versand ab 50 €", "Free delivery over £50", "Mindestbestellwert 20 €",
     "excl. BTW € 10,00 incl. BTW € 12,10"],
)  # fmt: skip
def test_what_may_be_something_else_is_refused(text):
    assert read(text) is None


@given(LIKELY, SHOPS)
def test_any_text_is_an_amount_an_offer_or_refused(text, profile):
    for reader in (parse_money, parse_offer, parse_unit_price):
        try:
            reader(text, profile)
        except (Ambiguous, Unquantified):
            continue


@pytest.mark.parametrize("text", ["9" * 5000, "1 x " * 2000 + "1 l", "1 for " * 2000, "€ 1 " * 2000])
def test_endless_texts_are_refused_soon(text):
    for reader in (parse_money, parse_offer, parse_unit_price):
        with pytest.raises((Ambiguous, Unquantified)):
            reader(text, OPEN)
    with pytest.raises(Unquantified):
        parse_quantity(text + " 1 g 2 kg")
