"""The web view, in a real browser: it shows everything and changes nothing."""

import re
import subprocess
import sys
import time
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from commands import Orderscope
from playwright.sync_api import sync_playwright
from watching import Watch

from pipelines.warehouse import publish
from spiders import browser
from spiders.installed_browser import available

needs_browser = pytest.mark.skipif(not available(), reason=browser.NO_BROWSER)


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    home = tmp_path_factory.mktemp("served")
    watch = Watch(home)
    for day in range(1, 4):
        places = [{"location_ref": str(i), "name": f"<b>{i}</b>"} for i in range(day + 3)]
        watch.look("locations", f"01-{day:02}", places)
    Orderscope(home)("load")
    publish(home)
    (home / "reports").mkdir()
    (home / "reports" / "shop.html").write_text("<!DOCTYPE html><title>Shop</title><h1>Shop</h1>")
    return home


def served(home, *words):
    command = [sys.executable, "-m", "pipelines.cli", "--home", str(home), "serve", *words]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    address = process.stdout.readline().split()[0]
    for _ in range(100):
        try:
            urlopen(address).close()
            break
        except HTTPError as answered:
            answered.close()
            break
        except OSError:
            time.sleep(0.1)
    return process, address


@pytest.fixture(scope="module")
def site(home):
    process, address = served(home, "--port", "8763")
    yield address
    process.terminate()
    process.communicate()


@pytest.fixture
def page(site):
    with sync_playwright() as driver, driver.chromium.launch(**browser.launch_options()) as chromium:
        yield chromium.new_page(base_url=site)


def refused(request):
    """The status and the text of a request that is not answered."""
    with pytest.raises(HTTPError) as error:
        urlopen(request)
    with error.value as answer:
        return answer.code, answer.read().decode()


@needs_browser
def test_each_page_is_shown(page):
    page.goto("/")
    for link in ("Reports", "Tables", "SQL", "Status"):
        page.get_by_role("link", name=link, exact=True).click()
        assert link in page.locator("h1").text_content()
    page.goto("/reports")
    page.get_by_role("link", name="shop").first.click()
    page.wait_for_url("**/shop.html")
    assert page.title() == "Shop"
    page.goto("/tables")
    page.get_by_role("link", name="raw.location_latest").click()
    assert page.locator("td", has_text="<b>0</b>").count() >= 1
    assert page.locator("td b").count() == 0


@needs_browser
@pytest.mark.parametrize("width", [400, 1600])
def test_status_shows_what_is_around_the_sources_on_any_screen(page, width):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto("/")
    rows = page.locator("h2 + .table tr").all()
    around = {row.locator("th").text_content(): row.locator("td").text_content() for row in rows}
    assert set(around) == {"landing", "archive", "disk", "browser", "daemon", "report"}
    assert (around["landing"], around["archive"][:9], around["report"]) == ("0 runs wait", "3 answers", "none")
    for path in ("/", "/reports", "/tables", "/tables/raw.location_latest", "/sql?q=FROM+raw.run"):
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, f"{path} is wider than the screen"


@needs_browser
def test_a_query_is_answered_and_drawn_and_a_write_is_refused(page, tmp_path):
    page.goto("/sql")
    page.fill("textarea", "SELECT started_utc, sightings FROM raw.run ORDER BY 1")
    page.get_by_role("button", name="Ask").click()
    assert page.locator("tbody tr").count() == 3
    page.get_by_role("link", name="As a chart").click()
    assert page.evaluate("document.documentElement.tagName") == "svg"
    stolen = tmp_path / "stolen.csv"
    for query in ("DELETE FROM raw.run", "FROM read_csv('/etc/passwd')", f"COPY raw.run TO '{stolen}'"):
        page.goto("/sql")
        page.fill("textarea", query)
        page.get_by_role("button", name="Ask").click()
        assert "Not answered" in page.locator("[role=alert]").text_content()
    assert not stolen.exists()


def test_an_endless_query_is_stopped(site):
    begun = time.monotonic()
    code, said = refused(f"{site}sql?q=SELECT+count(*)+FROM+range(100000000000)+a,+range(1000)+b")
    assert (code, "stopped after 10 s" in said) == (400, True)
    assert time.monotonic() - begun < 20


def test_a_page_of_another_name_gets_nothing(site):
    assert refused(Request(site, headers={"Host": "evil.example"}))[0] == 400


@pytest.mark.parametrize("path", ["..%2fwarehouse.duckdb", "%2fetc%2fpasswd", "shop.toml"])
def test_nothing_outside_of_the_reports_is_given(site, path):
    assert refused(f"{site}reports/{path}")[0] == 404


def test_elsewhere_it_takes_a_token(home):
    process, address = served(home, "--host", "0.0.0.0", "--port", "8764")
    try:
        base = re.sub(r"\?.*", "", address).replace("0.0.0.0", "127.0.0.1")
        assert refused(base)[0] == 401
        cookie = {"Cookie": f"orderscope={address.split('token=')[1]}"}
        with urlopen(Request(base, headers=cookie)) as answer:
            assert "Status" in answer.read().decode()
    finally:
        process.terminate()
        process.communicate()
