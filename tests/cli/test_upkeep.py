"""Commands of years, as a person runs them against a shop: alert, compact, backup, restore, try, record, export."""

import json

import pytest
from commands import Orderscope
from hook import web_hook
from sandboxed import point_at

from pipelines.archive import read_archive
from pipelines.cli.composition import Workspace
from pipelines.home import archive_root
from pipelines.recover import warc_files
from sandbox.control import trading


@pytest.fixture(scope="module")
def shop(tmp_path_factory):
    home = tmp_path_factory.mktemp("home")
    with trading(weeks=3, seed=1, port=0) as shop:
        point_at(home, shop)
        Orderscope(home, now="2025-01-07T09:00")("collect", "sandbox.prices")
        Orderscope(home, now="2025-01-08T09:00").run("run", "sandbox.locations", "sandbox.prices")
        yield Orderscope(home, now="2025-01-08T10:00")


def test_a_compacted_home_still_verifies_and_restores_the_same(shop, tmp_path):
    before = shop.rows("sql", "SELECT count(*) AS n, sum(bytes) AS bytes FROM raw.capture")
    done = shop.rows("compact")
    assert sum(row["bytes_after"] for row in done) < sum(row["bytes_before"] for row in done)
    shop("verify")
    shop("backup", tmp_path / "kept")
    assert "every file of the backup is what it was" in shop("backup", tmp_path / "kept", "--check")
    again = Orderscope(tmp_path / "again")
    again("restore", tmp_path / "kept")
    assert again.rows("sql", "SELECT count(*) AS n, sum(bytes) AS bytes FROM raw.capture") == before
    again("verify")
    assert "is not empty" in again.refused("restore", tmp_path / "kept")


def test_what_is_not_looked_at_is_told_once(shop):
    with web_hook() as hook:
        (shop.home / "alerts.toml").write_text(f'[[webhook]]\nurl = "http://127.0.0.1:{hook.port}/"\n')
        shop("alert", "--test")
        week_later = Orderscope(shop.home, now="2025-01-15T09:00")
        week_later("alert")
        week_later("alert")
        hook.status = 500
        assert week_later.run("alert", "--test").returncode == 1
    (shop.home / "alerts.toml").unlink()
    changes = [(change["place"], change["sentence"]) for change in hook.posts[1]["changes"]]
    assert ("sandbox.locations", "sources are looked at when due") in changes
    assert len(hook.posts) == 3


def test_nobody_to_tell_is_said(shop):
    assert "nobody is to be told" in shop.refused("alert")


def test_a_trial_shows_all_and_keeps_nothing(shop):
    files = sorted(shop.home.rglob("*"))
    tried = shop.run("try", "sandbox.locations")
    records = [json.loads(line) for line in tried.stdout.splitlines()]
    assert tried.returncode == 0
    assert f"complete, {len(records)} records" in tried.stderr
    assert all(record["location_ref"] for record in records)
    assert sorted(shop.home.rglob("*")) == files
    assert "has several sources, name one: sandbox." in shop.refused("try", "sandbox")


def test_a_recorded_case_holds_what_its_expected_records_are_read_from(shop, tmp_path):
    case = tmp_path / "case"
    shop("record", "sandbox.prices", case)
    expected = [json.loads(line)["offer_key"] for line in (case / "expected.jsonl").read_text().splitlines()]
    _, read = Workspace(shop.home).reader_of("sandbox", "prices")
    pages = [item[0] for item in read_archive(case, "look.warc.gz") if isinstance(item, tuple) and item[0].is_look]
    assert sorted(row["offer_key"] for page in pages for row in read(page).rows) == sorted(expected)
    assert "is there already" in shop.refused("record", "sandbox.prices", case)


def test_a_recorded_case_is_replayed_and_what_differs_is_said(shop, tmp_path):
    shop("record", "sandbox.locations", tmp_path / "cases" / "kade")
    expected = tmp_path / "cases" / "kade" / "expected.jsonl"
    assert "records, no differences" in shop("replay", tmp_path / "cases")
    first, *others = expected.read_text().splitlines()
    expected.write_text("\n".join([first.replace('"NL"', '"DE"'), *others]) + "\n")
    told = shop.run("replay", tmp_path / "cases")
    assert (told.returncode, "2 differences" in told.stdout) == (1, True)
    assert {line.strip()[0] for line in told.stdout.splitlines()[1:]} == {"-", "+"}
    (tmp_path / "none").mkdir()
    assert "holds no case" in shop.refused("replay", tmp_path / "none")


def test_a_table_is_exported(shop, tmp_path):
    shop("export", "core.location", tmp_path / "places.geojson")
    features = json.loads((tmp_path / "places.geojson").read_text())["features"]
    assert len(features) == shop.rows("sql", "SELECT count(*) AS n FROM core.location")[0]["n"]
    assert warc_files(shop.home)
    assert archive_root(shop.home).exists()
