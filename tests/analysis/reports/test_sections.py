"""What a report says of a retailer of which only some things are known."""

import re
from datetime import timedelta

from markdown_it import MarkdownIt

from analysis.reports.pictures import csv
from analysis.reports.render import render
from tests.analysis.reports.shop import START, Shop, offers, place_orders, places

HOSTILE = [
    "<script>alert(1)</script>",
    "[x](javascript:alert(1))",
    '=HYPERLINK("x")',
    "a | b",
    "two\nlines\n# head",
    "`",
]


def report(shop: Shop) -> str:
    return render(shop.con, shop.slug, shop.home / "reports").read_text()


def sections(text: str) -> list[str]:
    return re.findall(r"^## (.*)$", text, re.MULTILINE)


def test_of_a_retailer_never_looked_at_nothing_is_known(shop):
    text = report(shop)
    assert "**Neither orders nor locations have been seen yet: both are not known.**" in text
    assert sections(text) == ["What we could not see", "Method and assumptions"]


def test_own_prices_bear_the_retailers_name_and_a_promotion_is_told_once(shop):
    shop.declare("prices", timedelta(days=1))
    shop.declare("prices", timedelta(days=7), source="prices_pages")
    shop.declare("prices", timedelta(days=1), source="rival", seller="rival")
    tea = {"offer_key": "a", "name": "Tea", "gtin": "4006381333931", "price": "1.00"}
    for source in ("prices", "prices_pages"):
        shop.look("prices", START, [tea | {"list_price": "2.00"}], source=source, seller=shop.slug)
    shop.look("prices", START, [tea | {"price": "2.00"}], source="rival")
    text = report(shop)
    assert "the lowest price is asked by The Corner Shop for 1 (alone for 1)." in text
    assert "| The Corner Shop | 1 | 1 |" in text
    assert text.count("| Tea | 1.00 EUR | 2.00 |") == 1


def test_locations_alone_give_a_funnel_and_orders_that_are_not_known(shop):
    shop.declare("locations", timedelta(days=1))
    for day in (0, 1, 7):
        shop.look("locations", START + timedelta(days=day), places(day))
    text = report(shop)
    assert "On 2025-01-13 the locator listed 12 locations" in text
    assert "How many orders there are is *not known*" in text
    assert sections(text) == [
        "Key numbers", "What we could not see", "Pick-up locations", "Method and assumptions", "Evidence",
    ]  # fmt: skip


def test_without_locations_orders_per_location_day_are_not_known_and_not_zero(shop):
    place_orders(shop, exposure=None)
    text = report(shop)
    assert "how many that is per location is not known.**" in text
    assert text.count("| *not known* | *not known* |") == 4
    assert "| ***not known*** | ***not known*** | whole span, b |" in text
    assert "Pick-up locations" not in sections(text)
    assert "0.00" not in text


def test_one_own_order_counts_nothing(shop):
    shop.declare("invoices", timedelta(days=7))
    shop.look("invoices", START, [{"invoice_number": "F-1", "ordered_at_utc": START.isoformat()}])
    text = report(shop)
    assert "Seen: 1 own order with 1 number." in text
    assert "orders are *not known*" in text


def test_numbers_that_do_not_count_as_a_whole_still_count_in_parts(shop):
    place_orders(shop, exposure=11.0)
    shop.con.execute(
        "UPDATE result.invoice_interval SET invoices = NULL, orders_low = NULL, orders_high = NULL, "
        "orders_per_location_day_low = NULL, orders_per_location_day_high = NULL, flags = flags || ' reset' "
        "WHERE contains(flags, 'whole_span') OR number_from = 18204"
    )
    text = report(shop)
    assert "is not known as a whole; in 3 of the 4 intervals between own orders it was 2,238 to 4,476.**" in text
    assert "the counter began again: not counted" in text


def test_a_source_that_is_late_is_said_first(shop):
    shop.declare("locations", timedelta(days=1))
    shop.declare("prices", timedelta(days=1))
    shop.look("locations", START, places(0))
    shop.look("prices", START + timedelta(days=9), offers(1.0))
    assert "- **locations is late**: its last complete run began 2025-01-06 05:00 UTC." in report(shop)


def test_ignored_robots_are_said_with_the_reason(shop):
    shop.con.execute("UPDATE raw.retailer SET robots = 'ignored: the shop agreed in writing'")
    assert "**robots.txt is ignored: the shop agreed in writing**" in report(shop)


def test_failed_checks_are_said(shop):
    for retailer in ("corner", "other"):
        row = f"('slots belong to a listed location', 'warn', '{retailer}', 'slots', 'odd', 3, ['<b>'])"
        shop.con.execute(f"INSERT INTO raw.check_result VALUES {row}")
    assert report(shop).count("| slots belong to a listed location | slots | warn | 3 | odd |") == 1


def test_nothing_that_a_site_wrote_acts(shop):
    shop.declare("locations", timedelta(days=1))
    shop.declare("prices", timedelta(days=1))
    shop.declare("prices", timedelta(days=1), source="rival", seller="rival")
    shop.look("locations", START, places(0))
    named = [{**place, "name": HOSTILE[i % 6], "city": HOSTILE[i % 6]} for i, place in enumerate(places(7))]
    opened = [{**place, "location_ref": f"{HOSTILE[i % 6]}{i}"} for i, place in enumerate(named)]
    shop.look("locations", START + timedelta(days=1), opened)
    shop.look("prices", START, [{**offer, "name": HOSTILE[i % 6]} for i, offer in enumerate(offers(1.0))])
    missed = {f"https://corner.example/{i}?q={text}": ("http_error", text) for i, text in enumerate(HOSTILE)}
    shop.look("prices", START, offers(1.2), source="rival")
    shop.look("prices", START + timedelta(days=1), offers(1.2), source="rival", missed=missed)
    for text in HOSTILE:
        shop.row("raw.event", local_date=START.date(), days=1, kind=text, label=text, url=text)
    body = report(shop).split("---\n", 2)[2]
    shown = MarkdownIt("commonmark", {"html": True}).enable("table").render(body)
    assert "alert(1)" in shown
    assert "HYPERLINK" in shown
    assert not re.search(r"<script|href=.javascript|<h1>head", shown)
    for table in re.findall(r"<table>.*?</table>", shown, re.DOTALL):
        assert len({len(re.findall(r"<t[hd]\b", row)) for row in re.findall(r"<tr>.*?</tr>", table, re.DOTALL)}) == 1
    assert not re.search(r"^[=+@]", body, re.MULTILINE)


def test_a_formula_in_a_csv_is_a_text(shop):
    frame = shop.con.execute("SELECT '=HYPERLINK(1)' AS series, -1 AS n").df()
    assert csv(frame) == b"series,n\n'=HYPERLINK(1),-1\n"
