"""What is declared of what was found: valid, short, and guesses said to be guesses."""

import tomllib
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.records import Look
from spiders.declaration import DeclarationError
from spiders.detect.candidates import Candidate
from spiders.detect.draft import drafted
from spiders.detect.found import Found
from spiders.detect.trial import ENOUGH, Trial
from spiders.detect.write import text_of, toml, write_declaration

texts = st.text(st.characters(exclude_categories=["Cs"]))
values = st.recursive(
    st.booleans() | st.integers(-(2**63), 2**63 - 1) | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=8,
)


SEEN_AT = datetime.fromisoformat("2025-01-06")


def trial(*countries, announced=None, stopped=None, capped=None):
    rows = [{"location_ref": str(n), "city": "Delft", "country": country} for n, country in enumerate(countries)]
    look = Look(run_id="", url="", seen_at_utc=SEEN_AT, outcome="ok", announced=announced, capped=capped)
    return Trial(rows=rows, looks=[look], stopped=stopped)


def found(*countries, options=None, url="https://shop.example/stores", **words):
    candidate = Candidate(platform="json_api", options=options or {"url": "/api"})
    return Found(page_url=url, candidate=candidate, trial=trial(*countries, **words))


def draft(found, country=None, timezone=None):
    return drafted(found, name="my_shop", country=country, timezone=timezone)


@given(values)
def test_any_value_is_the_same_after_writing_and_reading(value):
    assert tomllib.loads(f"value = {toml(value)}") == {"value": value}


def test_the_market_is_what_one_says_then_the_address_then_where_the_places_are():
    assert draft(found("NL", "NL", "BE")).timezone == "Europe/Amsterdam"
    assert draft(found("NL", url="https://shop.co.uk")).country == "GB"
    said = draft(found("NL", url="https://shop.co.uk"), country="IE")
    assert (said.country, said.timezone, said.notes.keys()) == ("IE", "Europe/Dublin", {"timezone"})
    assert draft(found("NL"), timezone="Europe/Lisbon").timezone == "Europe/Lisbon"


@pytest.mark.parametrize("words", [{}, {"country": "XK"}, {"timezone": "Europe/Lisbon"}])
def test_a_market_that_nobody_can_tell_is_asked_for(words):
    with pytest.raises(DeclarationError, match="--country and --timezone"):
        draft(found("ZZ"), **words)


def test_three_quarters_of_what_was_announced_are_expected():
    text = text_of(draft(found(*["NL"] * 25, announced=400, stopped=ENOUGH)))
    assert tomllib.loads(text)["sources"][0]["expect"] == {"min": 300}


def test_a_declaration_that_cannot_be_read_back_is_not_left_behind(tmp_path):
    file = tmp_path / "retailers" / "shop.toml"
    with pytest.raises(DeclarationError):
        write_declaration(file, draft(found("NL", options={"address": "/api"})))
    assert not file.exists()


def test_what_speaks_against_the_count_is_said():
    assert "round number" in trial(*["NL"] * 50).warnings[0]
    assert "158 places are announced and 1 were read" in trial("NL", announced=158).warnings[0]
    assert "there are more" in trial("NL", stopped=ENOUGH).warnings[0]
    assert "ended at its limit" in trial("NL", capped=1).warnings[0]
    assert trial("NL", announced=1).warnings == []


def test_records_without_address_or_position_are_no_places():
    products = Trial(rows=[{"location_ref": str(n), "name": "Tea"} for n in range(9)] + [{"city": "Delft"}])
    assert not products.works
    assert "10 records without address or position" in products.problems
