"""What a source writes becomes a typed record, or is refused with its reason; nothing is guessed."""

from collections import Counter
from datetime import datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from watching import Watch

from pipelines.money import Ambiguous, parse_money
from pipelines.records import Page, Profile, Reading
from pipelines.run import OpenRun
from pipelines.stages.clean import Unclean, clean
from pipelines.stages.judge import judge

COMMA = Profile(timezone="Europe/Amsterdam", decimal=",", currency="EUR")
POINT = Profile(timezone="Europe/London", decimal=".", currency="GBP")
SEEN = datetime.fromisoformat("2025-03-30T00:00")


@pytest.mark.parametrize(
    ("text", "profile", "amount", "currency"),
    [
        ("2,49 €", COMMA, "2.49", "EUR"),
        ("€ 1.299,00", COMMA, "1299.00", "EUR"),
        ("2.49", COMMA, "2.49", "EUR"),  # a JSON number is a number whatever the shop's habit
        ("1.299", COMMA, "1299", "EUR"),  # what may be a thousand is read as the shop writes
        ("1.299 €", COMMA, "1299", "EUR"),
        ("1 299,90 zł", COMMA, "1299.90", "PLN"),
        ("£1,299.50", POINT, "1299.50", "GBP"),
        ("CHF 1\u2019234.56", POINT, "1234.56", "CHF"),
        (2.5, COMMA, "2.5", "EUR"),
    ],
)
def test_money(text, profile, amount, currency):
    assert parse_money(text, profile) == (Decimal(amount), currency)


@pytest.mark.parametrize("text", ["2 for £5", "€ 2,49", "free", "10 - 20", "1.2.3", "", "1,2,3,4"])
def test_ambiguous_money_is_refused(text):
    with pytest.raises(Ambiguous):
        parse_money(text, POINT)


@given(st.text())
def test_any_text_is_an_amount_or_refused(text):
    try:
        amount, _ = parse_money(text, COMMA)
    except Ambiguous:
        return
    assert amount.is_finite()


def cleaned(watch: Watch, kind, **row):
    return clean(row, watch.origin(kind), Counter())


def test_local_slot_times_become_utc_by_the_retailers_zone_across_the_change_of_clocks(watch):
    before = cleaned(
        watch,
        "slots",
        location_ref="1",
        slot_start_utc="2025-03-29T10:00",
        slot_end_utc="2025-03-29T11:00",
        status="free",
    )
    after = cleaned(
        watch,
        "slots",
        location_ref="1",
        slot_start_utc="2025-03-30T10:00",
        slot_end_utc="2025-03-30T11:00",
        status="free",
    )
    assert (before.slot_start_utc.hour, after.slot_start_utc.hour) == (9, 8)


def test_an_empty_list_of_windows_is_no_hours_and_an_absent_one_is_not_told(watch):
    assert cleaned(watch, "locations", location_ref="1", pickup_hours=[]).pickup_hours_week == 0
    assert cleaned(watch, "locations", location_ref="1").pickup_hours_week is None


def test_a_record_without_its_key_is_refused(watch):
    with pytest.raises(Unclean, match="no location_ref"):
        cleaned(watch, "locations", name="x")


def test_a_key_of_blanks_is_no_key(watch):
    with pytest.raises(Unclean, match="no location_ref"):
        cleaned(watch, "locations", location_ref=" ")


SLOT = {"location_ref": "1", "slot_start_utc": "2025-01-02", "slot_end_utc": "2025-01-03", "status": "free"}
BAD = [
    ("locations", {"location_ref": "1", "pickup_weekdays": 10**12}),
    ("prices", {"offer_key": "1", "price": "£5 delivery"}),
    ("prices", {"offer_key": "1", "price": "99999999999999", "currency": "EUR"}),
    ("prices", {"offer_key": "\ud83d", "price": "none", "name": 10**40}),
    ("invoices", {"invoice_number": "1", "issued_at_utc": "0001-01-01T00:00:00"}),
    ("slots", SLOT | {"places": float("nan")}),
    ("slots", SLOT | {"capacity": 10**12}),
    ("attention", {"channel": "app", "metric": "rating", "value": 4.7}),
    ("attention", {"channel": "app", "metric": "reads", "value": float("inf")}),
    ("attention", {"channel": "app", "metric": "reads", "value": 10**30}),
]


@pytest.mark.parametrize(("kind", "row"), BAD)
def test_a_bad_record_is_set_aside_and_the_run_goes_on(watch, kind, row):
    run = OpenRun(watch.home, watch.origin(kind), SEEN)
    page = Page(url="http://shop.example/", seen_at_utc=SEEN, body=b"")
    run.keep(page, run.archive(page), Reading(outcome="ok", rows=[row]))
    run.finish()
    (loaded,) = watch.load()
    assert (loaded.sightings, loaded.rejected) == (0, 1)


def test_half_a_character_is_repaired(watch):
    assert cleaned(watch, "locations", location_ref="1", name="caf\u00e9 \ud83d").name == "caf\u00e9 ?"


def test_a_field_that_no_record_has_is_refused(watch):
    with pytest.raises(Unclean, match="colour is no field of a Location"):
        cleaned(watch, "locations", location_ref="1", colour="red")


def test_an_unknown_status_is_never_taken_for_a_known_one(watch):
    place = cleaned(watch, "locations", location_ref="1", status="Temporarily elsewhere")
    assert "map it under `values`" in judge(place, SEEN)


def test_coordinates_zero_zero_are_not_a_place(watch):
    assert judge(cleaned(watch, "locations", location_ref="1", lat=0, lon="0.0"), SEEN)


def test_every_repair_is_counted(watch):
    repairs: Counter[str] = Counter()
    clean({"location_ref": "1", "name": "  Caf&eacute;  "}, watch.origin("locations"), repairs)
    assert repairs == {"name rewritten": 1}
