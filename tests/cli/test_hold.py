"""A source can be held and resumed; status says so, and its due times are noted as held."""

import pytest
from commands import Orderscope

DECLARATION = """
name = "Shop"
country = "NL"
timezone = "Europe/Amsterdam"
url = "http://127.0.0.1:9"
delay_seconds = 0
requests_per_day = 10

[[sources]]
kind = "prices"
platform = "html"
every = "PT1H"
expect = { min = 1 }
options = { url = "/", rows = "li", fields = { offer_key = "b" } }
"""


@pytest.fixture
def home(tmp_path):
    (tmp_path / "retailers").mkdir()
    (tmp_path / "retailers" / "shop.toml").write_text(DECLARATION)
    return tmp_path


def at(home, hour: int) -> Orderscope:
    return Orderscope(home, now=f"2025-01-07T{hour:02d}:30")


def test_a_held_source_is_not_looked_at_until_it_is_resumed(home):
    at(home, 9)("hold", "shop", "--why", "they rebuild their site")
    assert "they rebuild their site" in at(home, 9).run("run", "shop", "--due").stderr
    assert "they rebuild their site" in at(home, 10).run("collect", "shop.prices").stderr
    said = at(home, 10)("status")
    assert "shop.prices: held since 2025-01-07 09:30 UTC: they rebuild their site" in said
    assert "1 held" in said
    assert "looked at again" in at(home, 10)("resume", "shop.prices")
    assert "was not stopped" in at(home, 10)("resume", "shop.prices")
    assert at(home, 10).run("collect", "shop.prices", "--due").returncode == 0
    at(home, 10)("load")
    assert [row["outcome"] for row in at(home, 10).rows("sql", "FROM raw.due_time ORDER BY due_utc")] == ["held", "ran"]


def test_a_hosts_budget_is_printed_before_a_run_and_kept_across_processes(home):
    first = at(home, 9).run("collect", "shop.prices", "--due")
    assert "0 made today of 10 to 127.0.0.1:9" in first.stderr
    second = at(home, 10).run("collect", "shop.prices", "--due")
    assert "shop.prices is left out: over the budget: a look costs about 6 requests; 6 made today" in second.stderr
    at(home, 12)("load")
    outcomes = [row["outcome"] for row in at(home, 12).rows("sql", "FROM raw.due_time ORDER BY due_utc")]
    assert outcomes == ["ran", "over_budget"]


def test_who_is_not_declared_cannot_be_held(home):
    assert "is not declared" in at(home, 9).refused("hold", "nobody", "--why", "?")
