"""Access, kind and status in our words; what is not said outright stays unknown."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.places import in_our_words
from pipelines.places.completed import completed
from pipelines.places.words import meaning

SAID = [
    ("access", "Nur für Mitarbeiter", "internal"),
    ("access", "interne", "internal"),
    ("access", "Campus", "internal"),
    ("access", "Réservé au personnel", "internal"),
    ("access", "nicht öffentlich", "internal"),
    ("access", "employees_only", "internal"),
    ("access", "только для сотрудников", "internal"),
    ("access", "Openbaar toegankelijk", "public"),
    ("access", "Ogólnodostępny", "public"),
    ("kind", "Packstation 123", "locker"),
    ("kind", "consigne", "locker"),
    ("kind", "Paczkomat", "locker"),
    ("kind", "P+R", "parking"),
    ("kind", "Drive", "parking"),
    ("kind", "Point relais", "partner"),
    ("kind", "eigene Filiale", "own_shop"),
    ("status", "Temporarily closed", "no_pickup_time"),
    ("status", "Aucun créneau disponible", "no_pickup_time"),
    ("status", "Binnenkort", "coming_soon"),
    ("status", "Dauerhaft geschlossen", "closed"),
    ("status", "ACTIVE", "available"),
]


@pytest.mark.parametrize(("field", "word", "ours"), SAID)
def test_what_sources_say_is_said_in_our_words(field, word, ours):
    assert in_our_words({field: word})[field] == ours


WEAK = [
    ("kind", "Restaurant with parking"),
    ("kind", "Supermarket"),
    ("access", "public and employees"),
    ("access", "Ask at the desk"),
    ("status", "Opens at nine"),
]


@pytest.mark.parametrize(("field", "word"), WEAK)
def test_a_weak_hint_is_no_word_of_ours(field, word):
    assert meaning(field, word) is None


def test_a_name_tells_only_what_it_says_outright():
    assert in_our_words({"name": "High Tech Campus 5"}) == {}
    assert in_our_words({"name": "Toren 3 (alleen voor medewerkers)"}) == {"access": "internal"}


def test_hours_that_are_not_understood_are_kept_beside_and_counted_with_the_reason():
    repairs: Counter[str] = Counter()
    row = completed({"location_ref": "1", "pickup_hours": "Mo-Fr 9-5"}, "NL", repairs)
    assert (row["pickup_hours"], row["pickup_hours_text"]) == (None, "Mo-Fr 9-5")
    assert repairs == {"pickup_hours not understood: a clock of 12 or of 24 hours": 1}


@pytest.mark.parametrize("hours", [[], "", "Geen afhaaltijden", "closed"])
def test_a_place_without_any_hours_has_no_pickup_time(hours):
    row = completed({"location_ref": "1", "pickup_hours": hours}, "NL", Counter())
    assert (row["status"], row["pickup_weekdays"]) == ("no_pickup_time", 0)
    assert row["status_reason"]


def test_what_the_source_says_of_its_status_goes_before_what_its_hours_say():
    row = completed({"location_ref": "1", "status": "coming soon", "pickup_hours": []}, None, Counter())
    assert row["status"] == "coming_soon"


def test_hours_that_nobody_told_are_no_status():
    assert "status" not in completed({"location_ref": "1"}, None, Counter())


@given(
    st.dictionaries(st.sampled_from(["access", "kind", "status", "name", "pickup_hours"]), st.text() | st.integers())
)
def test_any_row_is_completed(row):
    assert completed(row, None, Counter())["country"] is None
