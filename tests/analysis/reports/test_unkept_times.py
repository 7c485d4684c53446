"""A time at which nobody looked is said, with what became of it."""

from datetime import timedelta

from analysis.reports.render import render
from tests.analysis.reports.shop import START, Shop


def test_due_times_that_were_not_kept_are_counted_by_what_became_of_them(shop: Shop, tmp_path):
    shop.declare("locations", timedelta(days=1))
    for day, outcome in enumerate(("ran", "missed", "missed", "held")):
        due = START + timedelta(days=day)
        words = {"noted_utc": due, "why": "a holiday" if outcome == "held" else None, "change": day}
        shop.row("raw.due_time", source="locations", due_utc=due, outcome=outcome, **words)
    text = render(shop.con, shop.slug, tmp_path / "reports").read_text()
    section = text.split("### Times at which nobody looked")[1].split("\n## ")[0]
    assert "| locations | missed: nobody asked in time | 2 | 2025-01-07 05:00 | 2025-01-08 05:00 |" in section
    assert "| locations | held by the researcher | 1 |" in section
    assert "a holiday |" in section
