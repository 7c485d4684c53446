"""Addresses in one line: what is sure at their end is told beside them, and the line stays as it is written."""

import pytest

from spiders.places.one_line import parts_of, with_parts


@pytest.mark.parametrize(("line", "country", "told"), [
    ("Hoofdstraat 1, 1234 AB Amsterdam", None, ("1234 AB", "Amsterdam")),
    ("Damrak 1 1012LG Amsterdam", None, ("1012LG", "Amsterdam")),
    ("Münsterplatz 3, 89073 Ulm, Deutschland", None, ("89073", "Ulm")),
    ("6 rue de l'Église, 75002 Paris", "FR", ("75002", "Paris")),
    ("Korenmarkt 4, B-9000 Gent", None, ("9000", "Gent")),
    ("Korenmarkt 4, B-9000 Gent", "BG", None),
    ("Długa 5, 80-827 Gdańsk, Polska", None, ("80-827", "Gdańsk")),
    ("Rua Augusta 5, 4000-001 Porto", None, ("4000-001", "Porto")),
    ("Storgatan 1, 211 22 Malmö", "SE", ("211 22", "Malmö")),
    ("100 Main St, Boise, ID 83702, USA", None, ("83702", "Boise")),
    ("Unit 5, 1234 Main Street", None, None),
    ("Suite 100, 12345 Ocean", None, None),
    ("1600 Main St, Suite 20, 10115 Berlin Turnpike", "US", None),
    ("6 rue Haute, 7500 Paris", "FR", None),
    ("Atlanta, Georgia", None, None),
    ("Gent", None, None),
    ("", None, None),
])  # fmt: skip
def test_the_end_of_a_line_is_taken_apart_where_it_can_be_read_in_one_way(line, country, told):
    found = parts_of(line, country)
    assert (found and (found["postcode"], found["city"])) == (told or {})


def test_what_the_source_tells_itself_is_never_replaced():
    row = {"street": "Hoofdstraat 1, 1234 AB Amsterdam", "city": "Haarlem"}
    assert with_parts(row) == row
