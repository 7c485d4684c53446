"""The page: whole in one file, and nothing that a site wrote acts in it."""

from datetime import timedelta

import pytest
from playwright.sync_api import sync_playwright

from analysis.reports.index import write_index
from analysis.reports.render import render
from spiders import browser
from spiders.installed_browser import available
from tests.analysis.reports.shop import START, Shop

needs_browser = pytest.mark.skipif(not available(), reason=browser.NO_BROWSER)
HOSTILE = [
    "<script>document.title = 'acted'</script>",
    "<img src=x onerror=\"document.title = 'acted'\">",
    "[x](javascript:document.title='acted')",
    '=HYPERLINK("http://evil.example")',
    "a | b | c",
    "two\nlines\r\n\r\n# heading",
    "</title></style></script><svg onload=alert(1)>",
    "`${document.title='acted'}`",
]


@pytest.fixture(scope="module")
def page():
    with sync_playwright() as driver, driver.chromium.launch(**browser.launch_options()) as chromium:
        yield chromium.new_page()


def open_report(page, file, width=1600, scheme="light"):
    asked, said = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("dialog", lambda dialog: (said.append("dialog"), dialog.dismiss()))
    page.emulate_media(color_scheme=scheme, media="screen")
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(file.as_uri())
    return asked, said


@pytest.fixture(scope="module")
def report(corner, tmp_path_factory):
    con, _ = corner
    return render(con, "corner", tmp_path_factory.mktemp("pages")).with_suffix(".html")


@needs_browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [400, 1600])
def test_it_fits_its_window_asks_for_nothing_and_says_no_error(page, report, width, scheme):
    asked, said = open_report(page, report, width, scheme)
    assert (asked, said) == ([report.as_uri()], [])
    assert page.evaluate("document.documentElement.scrollWidth") == width
    shown = page.evaluate("[...document.querySelectorAll('h2')].map(h => h.textContent)")
    assert shown[:2] == ["Key numbers", "What we could not see"]
    colours = page.evaluate("(s => [s.color, s.backgroundColor])(getComputedStyle(document.body))")
    assert colours[0] != colours[1]
    assert all(box["height"] > 100 for box in (f.bounding_box() for f in page.query_selector_all("figure svg")))


@needs_browser
def test_a_table_sorts_and_a_long_one_filters(page, report):
    open_report(page, report)
    table = page.locator("h2:has-text('Pick-up locations') ~ div.table table").first
    column = "rows => rows.map(row => parseInt(row.cells[1].textContent))"
    table.locator("th button").nth(1).click()
    rising = table.locator("tbody tr").evaluate_all(column)
    table.locator("th button").nth(1).click()
    assert rising == sorted(rising)
    assert table.locator("tbody tr").evaluate_all(column) == sorted(rising, reverse=True)
    filtered = page.locator("input.filter").first
    filtered.fill("no row says this")
    assert filtered.locator("xpath=following-sibling::div[1]").locator("tbody tr:visible").count() == 0


@needs_browser
def test_a_mark_says_what_it_stands_for_and_the_map_zooms(page, report):
    open_report(page, report)
    page.locator("figure.invoices_per_day .tip").first.focus()
    assert page.locator("#tip").is_visible()
    assert "2025-01" in page.locator("#tip").text_content()
    map_of = page.locator("figure.location_map svg")
    whole = map_of.get_attribute("viewBox")
    page.get_by_label("zoom in").click()
    assert float(map_of.get_attribute("viewBox").split()[2]) < float(whole.split()[2])
    page.get_by_label("show all").click()
    assert [float(n) for n in map_of.get_attribute("viewBox").split()] == [float(n) for n in whole.split()]


@needs_browser
def test_the_theme_button_turns_it(page, report):
    open_report(page, report)
    before = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.locator("#theme").click()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != before


@needs_browser
def test_on_paper_it_is_light_and_no_table_is_cut_off(page, report):
    open_report(page, report, scheme="dark")
    page.set_viewport_size({"width": 680, "height": 900})  # A4 between its margins
    page.emulate_media(color_scheme="dark", media="print")
    black, white = "rgb(0, 0, 0)", "rgb(255, 255, 255)"
    colours = page.evaluate("(s => [s.color, s.backgroundColor])(getComputedStyle(document.body))")
    assert [*colours, page.evaluate("getComputedStyle(document.querySelector('th button')).color")] == [
        black,
        white,
        black,
    ]
    edges = page.evaluate("[...document.querySelectorAll('table')].map(t => t.getBoundingClientRect().right)")
    assert max(edges) <= 680


@needs_browser
def test_nothing_that_a_site_wrote_acts_in_the_page(page, shop: Shop, tmp_path):
    shop.declare("locations", timedelta(days=1))
    place = {"lat": 52, "lon": 5}
    rows = [{"location_ref": str(i), "name": name, "city": name, **place} for i, name in enumerate(HOSTILE)]
    shop.look("locations", START, rows[:1])
    shop.look("locations", START + timedelta(days=1), rows)
    report = render(shop.con, shop.slug, tmp_path / "reports").with_suffix(".html")
    asked, said = open_report(page, report)
    assert (asked, said) == ([report.as_uri()], [])
    assert page.title() == "The Corner Shop"
    assert page.locator("main img, main script, main iframe, main svg[onload]").count() == 0
    links = page.evaluate("[...document.querySelectorAll('a')].map(a => a.getAttribute('href'))")
    assert all(link.startswith(("#", "data:text/csv;base64,")) for link in links)
    names = page.locator("h3:has-text('What changed') ~ div.table").nth(1).locator("tbody tr").count()
    assert names == len(HOSTILE) - 1
    for file in (report.parent / "corner").glob("*.csv"):
        assert not any(
            cell.strip('"').startswith(("=", "@")) for cell in file.read_text().replace("\n", ",").split(",")
        )


def test_the_index_lists_every_report_with_its_sentence(report):
    text = write_index(report.parent).read_text()
    assert "| [The Corner Shop](corner.md) | Others placed" in text
    assert 'href="corner.html"' in (report.parent / "index.html").read_text()
