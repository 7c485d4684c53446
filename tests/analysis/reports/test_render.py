import hashlib
import re

import pytest

from analysis.frames import query
from analysis.reports.render import UnknownRetailer, render
from pipelines.archive import read_body
from pipelines.home import archive_root
from pipelines.warehouse import Error

SECTIONS = [
    "Key numbers", "What we could not see", "Pick-up locations", "Orders", "Prices", "Pick-up slots", "Attention",
    "Timeline", "Method and assumptions", "Evidence",
]  # fmt: skip
NOTE = re.compile(r"^\[\^(e\d+)\]: Run `.*`\n((?:    - .*\n)+)", re.MULTILINE)


@pytest.fixture(scope="module")
def report(corner, tmp_path_factory):
    con, _ = corner
    return render(con, "corner", tmp_path_factory.mktemp("reports"))


def contents(folder):
    return {str(file.relative_to(folder)): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()}


def test_the_first_sentence_says_orders_and_orders_per_location_day_as_bounds(report):
    headline = report.read_text().split("# The Corner Shop\n")[1].split("## ")[0]
    assert "**Others placed 2,591 to 5,182 orders between 2025-01-07 and 2025-02-08: 7.01 to 15.50 per" in headline
    assert "*bounded*" in headline
    assert "*counted* (numbers 18204 to 23391)" in headline


def test_all_sections_are_there_in_their_order(report):
    assert re.findall(r"^## (.*)$", report.read_text(), re.MULTILINE) == SECTIONS


def test_two_builds_are_byte_identical(corner, report, tmp_path):
    con, _ = corner
    render(con, "corner", tmp_path)
    assert contents(tmp_path) == contents(report.parent)


def test_each_figure_has_svg_png_and_the_data_behind_it(report):
    text = report.read_text()
    shown = re.findall(r"!\[(.+?)\]\((.+?)\.svg\)", text)
    drawn = ["location_map", "active_locations", "openings", "invoices_per_day", "price_index_days", "slot_heat"]
    assert [path for _, path in shown] == [f"corner/{name}" for name in drawn]
    for alt, path in shown:
        assert len(alt) > 60
        for ending in ("svg", "png", "csv"):
            assert (report.parent / f"{path}.{ending}").stat().st_size > 40
        assert f"({path}.csv)" in text
        assert "```sql" in text.split(f"({path}.csv)")[1].split("###")[0]


def test_every_row_of_the_articles_table_has_footnotes(report):
    table = report.read_text().split("| orders per location-day, *bounded* |")[1].split("\n\n")[0]
    rows = table.splitlines()[2:]
    assert len(rows) == 5
    assert all(len(re.findall(r"\[\^e\d+\]", row)) >= 3 for row in rows)


def test_every_footnote_is_defined_once_and_leads_to_the_archived_bytes(corner, report):
    _, home = corner
    text = report.read_text()
    notes = dict(NOTE.findall(text))
    assert set(re.findall(r"\[\^(e\d+)\](?!:)", text)) == set(notes)
    place = re.compile(r"`([^`]+\.warc\.gz)` at (\d+)(, the same bytes as before)?, SHA-256 `(\w{64})`")
    found = [place.search(line) for note in notes.values() for line in note.splitlines()]
    assert all(found)
    for warc_file, offset, revisit, digest in {match.groups() for match in found}:
        body = read_body(archive_root(home), warc_file, int(offset))
        assert revisit or hashlib.sha256(body).hexdigest() == digest


def test_what_went_wrong_is_said(report):
    unseen = report.read_text().split("## What we could not see")[1].split("\n## ")[0]
    assert "| locations | 2 d | 16 | 15 | 1 partial | 17 | 1 HTTP error | 6 d from 2025-01-20 |" in unseen
    assert "a challenge page" in unseen
    assert "of 2 addresses: 1 http\\_error" in unseen
    assert "| prices | price: '-1': 1 is taken off, not paid | 2 |" in unseen


def test_an_undue_middle_is_never_told(report):
    assert "3,886" not in report.read_text()  # of 2,591 and 5,182


def test_a_failed_build_keeps_the_last_good_report(shop):
    folder = shop.home / "reports"
    render(shop.con, shop.slug, folder)
    before = contents(folder)
    shop.row("raw.event", local_date="2025-01-06", days=1, kind="press", label="New", url=None)
    shop.con.execute("DROP VIEW mart.attention_month")
    with pytest.raises(Error, match="attention_month"):
        render(shop.con, shop.slug, folder)
    assert contents(folder) == before


def test_a_retailer_that_is_not_known_is_refused(shop):
    with pytest.raises(UnknownRetailer, match="nobody"):
        render(shop.con, "nobody", shop.home)
    assert not (shop.home / "nobody.md").exists()


def test_the_first_screen_keeps_to_six_key_numbers(corner, report):
    con, _ = corner
    table = report.read_text().split("## Key numbers\n")[1].split("\n## ")[0]
    shown = [row.split("|")[1].strip() for row in table.splitlines() if row.startswith("| ")][1:]
    assert len(shown) == 6
    assert shown[:3] == ["locations that the public can choose", "orders of others", "orders per location-day"]
    assert len(query(con, "report/key_numbers", retailer="corner")) > 6
