"""The plan, as a researcher gets it."""

import icalendar
from commands import Orderscope
from watching import Watch

DECLARED = """
name = "Shop"
country = "NL"
timezone = "Europe/Amsterdam"
url = "http://shop.example"
currency = "EUR"

[[sources]]
kind = "invoices"
platform = "json_api"
expect = { min = 1 }
options = { url = "/orders", items = "@", fields = { invoice_number = "n" } }

[[events]]
date = 2025-06-18
kind = "festival"
label = "618"
"""


def test_the_plan_is_a_table_json_and_a_calendar(tmp_path):
    (tmp_path / "retailers").mkdir()
    (tmp_path / "retailers" / "shop.toml").write_text(DECLARED)
    watch = Watch(tmp_path)
    for day, number in (("05-01", 100), ("05-10", 700), ("05-20", 1400), ("06-01", 2300)):
        row = {"invoice_number": f"F-{number}", "ordered_at_utc": f"2025-{day}T10:00", "total": "25"}
        watch.look("invoices", f"{day}T12:00", [row])
    orderscope = Orderscope(tmp_path, now="2025-06-05T08:00")
    orderscope("load")
    rows = orderscope.rows("plan", "shop", "--ics", tmp_path / "plan.ics")
    assert [row["what"] for row in rows[:3]] == ["probe", "order", "order"]
    assert [row["cost"] for row in rows if row["what"] == "pair"] == [50.0]
    entries = icalendar.Calendar.from_ical((tmp_path / "plan.ics").read_bytes()).walk("VEVENT")
    assert len(entries) == sum(2 if " and " in row["at_local"] else 1 for row in rows)
    assert entries[2]["DTSTART"].dt.isoformat() == "2025-06-08T21:00:00+02:00"
    assert "taken to cost 25.00 EUR" in orderscope("plan", "shop")
