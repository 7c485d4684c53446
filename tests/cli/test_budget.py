"""A source with a request budget: its plan can be seen before it starts, and a day's budget is not overdrawn."""

from datetime import date

import pytest
from commands import Orderscope
from sandboxed import point_at

from pipelines import budget
from sandbox.control import trading

DECLARATION = """
name = "Shop"
country = "NL"
timezone = "Europe/Amsterdam"
url = "http://127.0.0.1:9"
delay_seconds = 0

[[sources]]
kind = "slots"
platform = "json_calendar"
expect = { min = 0 }
cadence = { budget_per_day = 60, cutoffs = ["20:00"] }

[sources.options]
url = "/slots?store={location_ref}"
locations = ["1", "2", "3"]
"""


@pytest.fixture
def orderscope(tmp_path) -> Orderscope:
    (tmp_path / "retailers").mkdir()
    (tmp_path / "retailers" / "shop.toml").write_text(DECLARATION)
    return Orderscope(tmp_path, now="2025-01-06T23:00")


def test_the_plan_of_a_day_is_printed_and_fits_the_budget(orderscope):
    looks = orderscope.rows("schedule", "shop", "--plan")
    assert {look["source"] for look in looks} == {"shop.slots"}
    assert 14 <= len(looks) <= 15  # three locations and robots.txt each time
    evening = [look for look in looks if "19:00" <= look["local"] < "20:10"]
    assert len(evening) > len([look for look in looks if look["local"] < "06:00"])


def test_the_plan_tells_of_each_location_how_often_how_far_apart_and_what_it_costs(orderscope):
    rows = orderscope.rows("cadence", "shop")
    assert [row["location"] for row in rows] == ["1", "2", "3"]
    assert sum(row["requests"] for row in rows) <= rows[0]["budget"] == 60
    assert all(14 <= row["looks_a_day"] <= 15 for row in rows)
    assert all(row["shortest_gap_minutes"] < row["longest_gap_minutes"] for row in rows)
    assert "longest_gap_minutes" in orderscope("cadence")


def test_a_look_beyond_the_budget_is_left_out_and_said(orderscope):
    budget.note(orderscope.home, "127.0.0.1:9", date(2025, 1, 7), "shop.prices", 58)
    done = orderscope.run("collect", "shop", "--due")
    assert "shop.slots is left out" in done.stderr
    assert "58 made today of 60" in done.stderr
    assert "nothing is due" in done.stdout


def test_what_a_look_cost_is_written_down(orderscope):
    assert orderscope.run("collect", "shop.slots").returncode == 0
    assert budget.last_cost(orderscope.home, "127.0.0.1:9", "shop.slots") >= 3
    assert budget.spent(orderscope.home, "127.0.0.1:9", date(2025, 1, 7)) >= 3


def test_a_look_that_comes_to_the_budget_in_its_middle_ends_there_and_is_partial(tmp_path):
    with trading(weeks=3, seed=1, port=0) as shop:
        point_at(tmp_path, shop)
        file = tmp_path / "retailers" / "sandbox.toml"
        small_pages = file.read_text().replace('"page", size = 50', '"page", size = 1')
        file.write_text(f"requests_per_day = 3\n{small_pages}")
        orderscope = Orderscope(tmp_path, now="2025-01-06T09:00")
        said = orderscope.run("run", "sandbox.locations").stderr
    host = shop.base_url.removeprefix("http://")
    assert f"the day's budget of requests to {host} is spent" in said
    outcomes = [look["outcome"] for look in orderscope.rows("sql", "SELECT outcome FROM raw.look")]
    assert (outcomes.count("ok"), set(outcomes)) == (2, {"ok", "not_tried"})
    assert orderscope.rows("sql", "SELECT verdict FROM raw.run") == [{"verdict": "partial"}]
    assert budget.spent(tmp_path, host, date(2025, 1, 6)) == 3, "robots.txt and two pages"
