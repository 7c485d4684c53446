"""Status: one screen of everything that matters, and an exit status that says it too."""

import json

import pytest
from commands import Orderscope
from sandboxed import point_at

from sandbox.control import trading

NOW = "2025-01-07T09:00"


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    folder = tmp_path_factory.mktemp("home")
    with trading(weeks=3, seed=1, port=0) as shop:
        point_at(folder, shop)
        orderscope = Orderscope(folder, now=NOW)
        orderscope("collect", "sandbox.locations", "--due")
        orderscope("load")
        orderscope("collect", "sandbox.attention", "--due")
    return folder


def status(home, now):
    done = Orderscope(home, now=now).run("status", "--json")
    *sources, around = map(json.loads, done.stdout.splitlines())
    return done, {source["source"]: source for source in sources}, around


def test_status_says_what_was_seen_what_is_due_and_what_waits(home):
    done, sources, around = status(home, NOW)
    locations = sources["sandbox.locations"]
    assert done.returncode == 0
    assert (locations["verdict"], locations["expected"]) == ("complete", "3 to 200")
    assert locations["next_due_utc"] == "2025-01-08 00:00"
    assert around["waiting"] == 1
    assert around["archived_answers"] >= 1
    assert around["disk_free_bytes"] > 0
    assert around["daemon"] is None


def test_a_source_that_nobody_looks_at_any_more_is_said(home):
    done, sources, _ = status(home, "2025-01-20T09:00")
    assert done.returncode == 1
    assert "sandbox.locations: no complete look since 2025-01-07" in done.stderr
    assert sources["sandbox.locations"]["next_due_utc"] == "2025-01-08 00:00"


def test_a_screen_shows_it_to_people(home):
    said = Orderscope(home, now=NOW).run("status").stdout
    for word in ("sandbox.locations", "landing", "archive", "disk", "browser", "daemon", "report"):
        assert word in said


def test_a_broken_declaration_is_broken_health(tmp_path):
    (tmp_path / "retailers").mkdir()
    (tmp_path / "retailers" / "odd.toml").write_text('name = "Odd"\nnonsense = 1\n')
    done = Orderscope(tmp_path, now=NOW).run("status")
    assert done.returncode == 2
    assert "nonsense" in done.stdout
