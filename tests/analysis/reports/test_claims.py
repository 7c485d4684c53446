"""Claims are held against what was seen around their day."""

from datetime import date, timedelta

import pytest

from analysis.reports.render import render
from tests.analysis.reports.shop import START, Shop

DAY = timedelta(days=1)


def entries(listed: int, without_time: int, internal: int) -> list[dict]:
    """A locator of so many entries, of which some show no time and some are for a company."""
    words = ["no_pickup_time"] * without_time + ["available"] * (listed - without_time)
    return [
        {
            "location_ref": f"{i:03d}",
            "status": status,
            "country": "NL",
            "access": "internal" if without_time <= i < without_time + internal else "public",
        }
        for i, status in enumerate(words)
    ]


@pytest.fixture
def seen(shop: Shop) -> Shop:
    """The case study's locator: 158 listed, 133 with a time, 114 that the public can choose."""
    shop.declare("locations", DAY)
    shop.look("locations", START, entries(158, 25, 19))
    return shop


SPOKEN = date(2025, 1, 10)


def claim(shop, quantity, operator, value, day=SPOKEN, scope=""):
    words = {"value_date": value} if isinstance(value, date) else {"value": value}
    shop.row("raw.claim", claimed_date=day, quantity=quantity, scope=scope, operator=operator, **words)


def verdicts(shop: Shop) -> list[tuple]:
    judged = "SELECT verdict, observed_low, observed_high FROM mart.claim_check ORDER BY claimed"
    return shop.con.execute(judged).fetchall()


@pytest.mark.parametrize(
    ("quantity", "operator", "value", "verdict"),
    [
        ("locations", ">", 120, "not known"),  # 158 and 133 say so, 114 does not
        ("locations", ">", 100, "supported"),
        ("locations", ">", 158, "contradicted"),
        ("locations_listed", "=", 158, "supported"),
        ("locations_with_pickup_time", ">", 120, "supported"),
        ("locations_public", ">", 120, "contradicted"),
        ("countries", ">=", 9, "contradicted"),
    ],
)
def test_a_claim_is_supported_only_where_every_reading_of_it_allows_it(seen, quantity, operator, value, verdict):
    claim(seen, quantity, operator, value)
    assert [row[0] for row in verdicts(seen)] == [verdict]


def test_what_was_seen_a_year_away_says_nothing_of_a_claim(seen):
    claim(seen, "locations", ">", 1, day=date(2026, 1, 10))
    assert verdicts(seen) == [("not known", None, None)]


def test_an_opening_that_slipped_contradicts_its_day(shop):
    opened = {"local_date": date(2022, 1, 1), "days": 31, "kind": "opening", "label": "first store"}
    shop.row("raw.event", **opened)
    claim(shop, "opening", "<=", date(2021, 11, 11), day=date(2021, 10, 15), scope="first store")
    assert verdicts(shop) == [("contradicted", 51, 81)]


def test_a_figure_that_others_counted_is_held_against_a_claim(shop):
    shop.declare("counts", DAY)
    shop.look("counts", START, [{"quantity": "delivery_countries", "scope": "", "value": 9}])
    claim(shop, "delivery_countries", "=", 9)
    assert verdicts(shop) == [("supported", 9, 9)]


def test_the_report_shows_each_claim_with_what_was_seen_and_where(seen, tmp_path):
    claim(seen, "locations", ">", 120)
    text = render(seen.con, seen.slug, tmp_path / "reports").read_text()
    section = text.split("## Claims against sightings")[1].split("## ")[0]
    assert "locations listed 158, locations public 114, locations with pickup time 133" in section
    assert "*not known*" in section
    assert "[^e" in section
