"""A whole watch of the retailer whose truth is known: over HTTP and in a real browser, to the report and back."""

import gzip
import socket

import pytest
from commands import Orderscope

from pipelines import warehouse
from pipelines.ask import rows_of
from sandbox.sessions import CUSTOMER
from spiders.installed_browser import available

WEEKS = 3


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    home = tmp_path_factory.mktemp("home")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    orderscope = Orderscope(home)
    rows = orderscope.run("demo", "--weeks", WEEKS, "--port", port, "--json")
    return orderscope, rows


def contents(home):
    """Every row of every table and view, in comparable form."""
    with warehouse.reading(home) as con:
        names = rows_of(
            con,
            "SELECT table_schema || '.' || table_name AS name FROM information_schema.tables "
            "WHERE table_schema IN ('raw', 'core', 'mart', 'result') "
            "AND table_name <> 'check_result'",  # what is late depends on when one asks
        )
        return {row["name"]: sorted(map(repr, rows_of(con, f"FROM {row['name']}"))) for row in names}


def test_the_truth_lies_within_the_bounds_of_every_interval(demo):
    _, done = demo
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"in {WEEKS} of {WEEKS} intervals" in done.stderr


def test_all_kinds_of_sources_were_seen_completely(demo):
    orderscope, _ = demo
    rows = orderscope.rows(
        "sql",
        "SELECT source, count(*) FILTER (verdict = 'complete') AS complete, count(*) AS runs FROM raw.run GROUP BY 1",
    )
    seen = {row["source"]: row["complete"] for row in rows}
    browser = {"invoices", "locator_page"}
    for source in ("locations", "slots", "prices", "prices_pages", "prices_rival", "documents", "attention"):
        assert seen[source] >= WEEKS, source
    if available():
        assert all(seen[source] >= WEEKS for source in browser)
    else:
        pytest.skip("no browser here: the account and the rendered locator were not looked at")


def test_nobodys_data_reaches_the_disk(demo):
    orderscope, _ = demo
    secrets = [str(value).encode() for value in vars(CUSTOMER).values() if isinstance(value, str) and len(value) > 5]
    assert secrets
    for file in (path for path in orderscope.home.rglob("*") if path.is_file() and "inbox" not in path.parts):
        stored = gzip.decompress(file.read_bytes()) if file.suffix == ".gz" else file.read_bytes()
        assert not [secret for secret in secrets if secret in stored], file


def test_the_report_names_its_evidence_and_reads_the_same_when_made_again(demo):
    orderscope, _ = demo
    report = orderscope.home / "reports" / "sandbox.md"
    before = {path: path.read_bytes() for path in sorted(orderscope.home.glob("reports/**/*")) if path.is_file()}
    assert b"orders between" in report.read_bytes()
    assert report.read_bytes().count(b"SHA-256") > WEEKS
    orderscope("report", "sandbox")
    assert {path: path.read_bytes() for path in before} == before


def test_rebuild_gives_the_same_tables(demo):
    orderscope, _ = demo
    before = contents(orderscope.home)
    orderscope("rebuild")
    after = contents(orderscope.home)
    assert {name: rows for name, rows in after.items() if rows != before[name]} == {}
    assert len(before["raw.look"]) > 100


def test_the_file_opens_for_its_owner_alone(demo):
    orderscope, _ = demo
    session = orderscope.home / "data" / "sessions" / "sandbox.json"
    assert session.stat().st_mode & 0o077 == 0
