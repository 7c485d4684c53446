"""A report is compared with an earlier one: what changed, and why."""

from datetime import date, timedelta

import pytest

from analysis.reports.render import render
from tests.analysis.reports.shop import START, Shop, places


def section(report, heading: str) -> list[str]:
    """The rows of a section's table, without what is cited."""
    text = report.read_text().split(f"## {heading}")[1].split("\n## ")[0]
    return [line for line in text.splitlines() if line.startswith("| ")][1:]


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "reports"


@pytest.fixture
def watched(shop: Shop) -> Shop:
    shop.declare("locations", timedelta(days=1))
    shop.look("locations", START, places(0))
    return shop


def test_the_first_report_is_compared_with_nothing(watched, folder):
    assert "## Since the report" not in render(watched.con, watched.slug, folder).read_text()


def test_the_same_data_give_the_same_report_however_often(watched, folder):
    first = render(watched.con, watched.slug, folder).read_bytes()
    assert render(watched.con, watched.slug, folder).read_bytes() == first


def test_new_data_are_shown_beside_what_they_were(watched, folder):
    render(watched.con, watched.slug, folder)
    watched.look("locations", START + timedelta(days=7), places(7))
    report = render(watched.con, watched.slug, folder)
    assert section(report, "Since the report of 2025-01-06")[0] == (
        "| locations listed | 10 (2025-01-06) | 12 (2025-01-13) | new data |"
    )
    assert section(report, "Key numbers")[0].endswith("| 2025-01-13 | 10 |")


def test_another_figure_for_the_same_time_is_a_correction(watched, folder):
    render(watched.con, watched.slug, folder)
    for table in ("location_state", "location_latest"):
        watched.con.execute(f"UPDATE raw.{table} SET access = 'internal' WHERE location_ref = 'NL-000'")
    watched.look("attention", START + timedelta(hours=2), [{"channel": "mail", "metric": "reads", "value": "9"}])
    changed = section(render(watched.con, watched.slug, folder), "Since the report of 2025-01-06")
    assert changed[0].endswith("| correction |")
    assert changed[0].startswith("| locations that the public can choose | 8 (2025-01-06) | 7 (2025-01-06)")


def test_since_a_day_it_is_compared_with_the_last_report_up_to_that_day(watched, folder):
    for day in (0, 7, 14):
        if day:
            watched.look("locations", START + timedelta(days=day), places(day))
        render(watched.con, watched.slug, folder)
    report = render(watched.con, watched.slug, folder, since=date(2025, 1, 8))
    assert section(report, "Since the report of 2025-01-06")[0].startswith("| locations listed | 10 (2025-01-06) | 14")
