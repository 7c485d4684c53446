"""Each way in which a site can misbehave ends in the right verdict, closes no location, and is said."""

from datetime import datetime, timedelta

import pytest
from commands import Orderscope
from sandboxed import point_at

from sandbox.control import trading

FIRST = datetime.fromisoformat("2025-03-17T09:00")  # by now the locator has more than one page
WAYS = {
    "error_500": ("error", "http_error"),
    "rate_limit": ("blocked", "blocked"),
    "challenge": ("blocked", "blocked"),
    "truncated": ("partial", "ok"),
    "empty": ("empty", "empty"),
    "renamed_fields": ("error", "changed"),
}


@pytest.fixture(scope="module")
def week(tmp_path_factory):
    """A good look, then a day for each way of misbehaving, then a good look again."""
    home = tmp_path_factory.mktemp("home")
    with trading(weeks=13, seed=2, port=0) as shop:
        point_at(home, shop)
        orderscope = Orderscope(home)
        for day, how in enumerate([None, *WAYS, None]):
            now = FIRST + timedelta(days=day)
            shop.set_now(now)
            shop.behave()
            if how:
                shop.misbehave("/api/locations", how)
            Orderscope(home, now=now.isoformat()).run("collect", "sandbox.locations")
        orderscope("load")
        yield orderscope


def test_each_way_has_its_verdict_and_its_reason(week):
    runs = week.rows("sql", "SELECT verdict, verdict_reasons FROM raw.run ORDER BY started_utc")
    assert [run["verdict"] for run in runs] == ["complete", *(verdict for verdict, _ in WAYS.values()), "complete"]
    assert all(run["verdict_reasons"] for run in runs[1:-1])


def test_each_failed_look_is_recorded_as_what_it_was(week):
    days = week.rows(
        "sql", "SELECT run_id, list(DISTINCT outcome) AS outcomes FROM raw.look GROUP BY ALL ORDER BY run_id"
    )
    for day, (_, outcome) in zip(days[1:-1], WAYS.values(), strict=True):
        assert outcome in day["outcomes"]


def test_no_location_was_closed(week):
    assert week.rows("sql", "FROM core.location_event WHERE event = 'missing'") == []


def test_status_says_what_is_wrong_until_it_is_right_again(week):
    said = week.run("status")
    assert said.returncode == 1  # what was collected is old by the real clock
    assert "no complete look since 2025-03-24" in said.stdout


def test_the_report_says_what_could_not_be_seen(week):
    week("report", "sandbox")
    report = (week.home / "reports" / "sandbox.md").read_text()
    unseen = report[report.index("could not see") :]
    for word in ("blocked", "partial", "empty", "error", "the source says"):
        assert word in unseen
