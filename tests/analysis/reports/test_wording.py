"""What a report must never say, whatever the retailer: the middle of a range of assumptions, "no growth" untested."""

import re
from datetime import timedelta

import pytest

from analysis.reports.render import render
from tests.analysis.reports.shop import START, Shop, place_orders, watch_locations

WEEK = timedelta(weeks=1)
NO_GROWTH = re.compile(r"no growth|not grow|flat\b|unchanged level|stagnat", re.IGNORECASE)
UNTESTED = ("growth", "decline", "change", "not known")


def report(shop: Shop) -> str:
    """The text that a reader sees: without the queries and the archive's hashes."""
    text = render(shop.con, shop.slug, shop.home / "reports").read_text()
    return re.sub(r"```sql.*?```", "", text.split("\n## Evidence\n")[0], flags=re.DOTALL)


def find(shop: Shop, finding: str, verdict: str, series: str = "F-{year}-{number}") -> None:
    words = {"value": 0.001, "low": -0.004, "high": 0.006, "p_value": 0.4}
    shop.row("result.finding", series=series, finding=finding, verdict=verdict, detail="8 blocks", **words)


def estimate(shop: Shop, quantity: str, week: int, low: float, high: float, value: float | None = None) -> None:
    """Write a week's estimate; of a range of assumptions there is no value."""
    begin = START + week * WEEK
    level, method, assumptions = 0.95, "bridge", "A1 A2 A3 A4 A5"
    words = {"location_id": None, "from_utc": begin, "to_utc": begin + WEEK, "n": 5, "method": method}
    numbers = {"value": value, "low": low, "high": high, "level": level}
    shop.row("result.estimate", quantity=quantity, assumptions=assumptions, **words, **numbers)


@pytest.mark.parametrize(("exposure", "locations"), [(None, False), (11.0, True)])
@pytest.mark.parametrize("verdict", UNTESTED)
def test_no_growth_is_never_said_without_its_test(shop, exposure, locations, verdict):
    if locations:
        watch_locations(shop, 14)
    place_orders(shop, exposure)
    for finding in ("growth", "growth per location", "change"):
        find(shop, finding, verdict)
    find(shop, "attention", verdict if verdict != "change" else "not known", "mail reads")
    shop.declare("attention", timedelta(days=1))
    message = {"channel": "mail", "metric": "reads", "message_ref": "1", "published_at_utc": START, "value": 900}
    shop.look("attention", START, [message])
    said = report(shop).replace("stays flat is *not known*", "")
    assert NO_GROWTH.search(said) is None


def test_no_growth_is_said_where_its_test_says_so(shop):
    place_orders(shop, 11.0)
    find(shop, "growth", "no growth")
    assert "| do invoices grow? | no growth |" in report(shop)


@pytest.mark.parametrize(("low", "high"), [(1000, 3000), (512, 748), (7, 7000)])
def test_the_middle_of_bounds_is_nowhere(shop, low, high):
    place_orders(shop, 11.0)
    bounds = {
        "orders_low": low,
        "orders_high": high,
        "orders_per_location_day_low": 2.24,
        "orders_per_location_day_high": 8.88,
    }
    assigned = ", ".join(f"{column} = {bound}" for column, bound in bounds.items())
    shop.con.execute(f"UPDATE result.invoice_interval SET {assigned}")
    said = report(shop)
    assert f"{low:,} to {high:,}" in said
    for middle in (f"{(low + high) / 2:,.0f}", f"{(low + high) / 2:,.1f}", "5.56"):
        assert re.search(rf"(?<![\d.,]){re.escape(middle)}(?![\d,]|\.\d)", said) is None


def test_a_week_is_never_told_without_its_interval(shop):
    place_orders(shop, 11.0)
    for week in range(6):
        estimate(shop, "invoices", week, 700, 911, value=803)
        estimate(shop, "orders", week, 350, 911)
    said = report(shop)
    weeks = [line for line in said.splitlines() if re.match(r"\| 2025-\d\d-\d\d \| 700", line)]
    assert len(weeks) == 6
    assert all("| 700 to 911 | 350 to 911 |" in line for line in weeks)
    assert "803" not in said


def test_what_has_no_interval_is_not_known(shop):
    place_orders(shop, 11.0)
    shop.con.execute("UPDATE result.invoice_interval SET orders_high = NULL WHERE contains(flags, 'whole_span')")
    assert "*not known*" in report(shop).split("## Key numbers")[1].split("orders of others")[1].split("\n")[0]


def test_own_orders_are_marked_in_the_weeks(shop):
    place_orders(shop, 11.0)
    for week in range(6):
        estimate(shop, "invoices", week, 700, 911, value=803)
    assert "Test orders are marked by triangles." in report(shop).split("### Weeks")[1]
    behind = (shop.home / "reports" / "corner" / "weekly.csv").read_text()
    assert [behind.count(day) for day in ("2025-01-07 15:00:00", "2025-02-08 15:00:00")] == [1, 1]
