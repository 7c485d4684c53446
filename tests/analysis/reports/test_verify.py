"""Every figure leads back to what was seen, and one that does not hold is named."""

from datetime import timedelta

import pytest

from analysis.reports.render import render
from analysis.reports.verify import verify
from pipelines.archive import NotWhole
from pipelines.captures import NoCapture, capture
from pipelines.home import archive_root
from tests.analysis.reports.shop import START, Shop, places


@pytest.fixture
def reported(shop: Shop, tmp_path):
    """Two looks at a locator, and the report of them."""
    shop.declare("locations", timedelta(days=1))
    for day in (0, 7):
        shop.look("locations", START + timedelta(days=day), places(day))
    return shop, render(shop.con, shop.slug, tmp_path / "reports")


def faults(shop: Shop, report):
    return list(verify(shop.con, archive_root(shop.home), report))


def test_a_report_that_was_just_made_holds(reported):
    assert faults(*reported) == []


def test_a_row_that_was_changed_is_named_by_its_figure(reported):
    shop, report = reported
    for table in ("location_state", "location_latest"):
        shop.con.execute(f"UPDATE raw.{table} SET access = 'internal' WHERE location_ref = 'NL-000'")
    named = {fault.figure for fault in faults(shop, report)}
    assert "Key numbers: locations that the public can choose" in named
    assert "Key numbers: locations listed" not in named


def test_one_byte_of_an_archived_answer_is_named_by_the_figures_that_rest_on_it(reported):
    shop, report = reported
    file = max(archive_root(shop.home).rglob("*.warc.gz"))
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)
    found = faults(shop, report)
    assert "Key numbers: locations listed" in {fault.figure for fault in found}
    assert all(file.name in fault.found for fault in found)


def test_a_figure_that_was_written_by_hand_is_named(reported):
    shop, report = reported
    text = report.read_text()
    assert "| locations listed | 12[" in text
    report.write_text(text.replace("| locations listed | 12[", "| locations listed | 120["))
    assert [fault.figure for fault in faults(shop, report)] == ["Key numbers: locations listed"]


def test_a_capture_is_found_by_the_beginning_of_its_hash(reported):
    shop, _ = reported
    (capture_id,) = shop.con.execute("SELECT any_value(capture_id) FROM raw.capture").fetchone()
    page, kept = capture(shop.con, shop.home, capture_id[:10].upper())
    assert (kept.capture_id, page.url) == (capture_id, "https://corner.example/api/locations?page=1")
    for wrong in ("abc", "0" * 12):
        with pytest.raises(NoCapture):
            capture(shop.con, shop.home, wrong)


def test_a_lost_file_of_the_archive_is_no_evidence(reported):
    shop, report = reported
    lost = max(archive_root(shop.home).rglob("*.warc.gz"))
    lost.unlink()
    assert any("cannot be read" in fault.found for fault in faults(shop, report))
    held = "SELECT any_value(capture_id) FROM raw.capture WHERE contains(warc_file, ?)"
    (capture_id,) = shop.con.execute(held, [lost.name]).fetchone()
    with pytest.raises(NotWhole):
        capture(shop.con, shop.home, capture_id)
