"""The case study's locator, in the words of four languages: what is counted is what one could really choose."""

import pytest
from watching import Watch, at

AFTERNOON = "14:00 - 18:00"


def entries(country, count, **words):
    return [{"location_ref": f"{country}-{words.get('name')}-{i}", "country": country, **words} for i in range(count)]


def locator():
    return [
        *entries("NL", 61, name="open", access="Openbaar", pickup_hours=f"ma t/m za {AFTERNOON}"),
        *entries("NL", 19, name="campus", access="Alleen voor medewerkers", pickup_hours=f"ma t/m vr {AFTERNOON}"),
        *entries("NL", 10, name="none", access="Openbaar", pickup_hours="Geen afhaaltijden beschikbaar"),
        *entries("FR", 20, name="open", pickup_hours=f"mercredi et vendredi {AFTERNOON}"),
        *entries("FR", 9, name="none", pickup_hours=[]),
        *entries("DE", 17, name="open", access="öffentlich", pickup_hours=f"Donnerstag {AFTERNOON} Uhr"),
        *entries("DE", 6, name="none", status="Keine Abholzeiten verfügbar"),
        *entries("BE", 7, name="open", pickup_hours=f"jeudi {AFTERNOON}"),
        *entries("ES", 9, name="open", status="Activo"),
    ]


@pytest.fixture
def counted(watch: Watch):
    watch.declare()
    watch.look("locations", "01-20T10:00", locator())
    watch.load()
    return watch


FUNNEL = (
    "SELECT listed, with_pickup_time, publicly_selectable, one_weekday_only, several_weekdays, pickup_hours_week "
    "FROM mart.locator_funnel"
)


def test_158_are_listed_133_have_a_time_and_114_can_be_chosen(counted):
    total = f"SELECT sum(listed), sum(with_pickup_time), sum(publicly_selectable) FROM ({FUNNEL})"
    assert counted.ask(total) == [(158, 133, 114)]


@pytest.mark.parametrize(
    ("country", "funnel"),
    [
        ("NL", (90, 80, 61, 0, 61, 61 * 24.0)),
        ("FR", (29, 20, 20, 0, 20, 20 * 8.0)),
        ("DE", (23, 17, 17, 17, 0, 17 * 4.0)),
        ("BE", (7, 7, 7, 7, 0, 7 * 4.0)),
        ("ES", (9, 9, 9, None, None, None)),  # nobody said when: that is not never
    ],
)
def test_each_country_has_its_funnel(counted, country, funnel):
    assert counted.ask(f"{FUNNEL} WHERE country = '{country}'") == [funnel]


def test_a_place_without_a_time_says_why(counted):
    why = "SELECT DISTINCT status_reason FROM raw.location_state WHERE status = 'no_pickup_time' ORDER BY 1"
    assert [reason for (reason,) in counted.ask(why)] == [
        "Geen afhaaltijden beschikbaar",
        "Keine Abholzeiten verfügbar",
        "its pick-up hours are empty",
    ]


def test_first_and_last_seen_are_the_first_and_the_last_look_that_held_it(counted):
    counted.look("locations", "01-21T10:00", locator())
    counted.look("locations", "01-22T10:00", locator()[1:])
    counted.load()
    seen = "SELECT DISTINCT first_seen_utc, last_seen_utc FROM core.location ORDER BY 2"
    assert counted.ask(seen) == [(at("01-20T10:00"), at("01-21T10:00")), (at("01-20T10:00"), at("01-22T10:00"))]
