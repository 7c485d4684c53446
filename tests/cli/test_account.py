"""The account: a human logs in once, and the session is used until it ends."""

import stat

import pytest
from commands import Orderscope
from sandboxed import point_at

from pipelines.cli.composition import Workspace
from sandbox.control import trading
from sandbox.sessions import CUSTOMER
from spiders import browser
from spiders.installed_browser import available
from spiders.login import NoLogin, account_of, log_in

needs_browser = pytest.mark.skipif(not available(), reason=browser.NO_BROWSER)


def noor(tab):
    """Log in as the sandbox's customer does."""
    tab.fill("[name=mail]", CUSTOMER.mail)
    tab.fill("[name=password]", CUSTOMER.password)
    tab.click("button")
    tab.wait_for_selector("table.orders[data-ready]")


@pytest.fixture(scope="module")
def shop():
    with trading(weeks=3, seed=1, port=0) as shop:
        shop.place_order("both", "pickup")
        yield shop


@pytest.fixture
def home(tmp_path, shop):
    point_at(tmp_path, shop)
    browser.session_file(tmp_path, "sandbox").unlink()
    return tmp_path


@needs_browser
def test_a_human_logs_in_and_own_orders_are_read_until_the_session_ends(home, shop):
    file, account = browser.session_file(home, "sandbox"), account_of(Workspace(home).declared("sandbox"))
    log_in(account, file, noor, headless=True)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    orderscope = Orderscope(home, now="2025-02-01T09:00")
    orderscope("collect", "sandbox.invoices")
    orderscope("load")
    listed = orderscope.rows("orders", "sandbox")
    assert [row["series"] for row in listed] == ["KD-{number}", "KD-{number}"]
    assert listed[1]["since_last"] == "1"
    shop.log_everybody_out()
    orderscope = Orderscope(home, now="2025-02-02T09:00")
    orderscope.run("collect", "sandbox.invoices")
    orderscope("load")
    latest = "SELECT outcome, reason FROM raw.look ORDER BY seen_at_utc DESC LIMIT 1"
    said = {"outcome": "blocked", "reason": "nobody is logged in: run `orderscope login sandbox`"}
    assert orderscope.rows("sql", latest) == [said]


@needs_browser
def test_who_did_not_log_in_stores_nothing(home):
    file, account = browser.session_file(home, "sandbox"), account_of(Workspace(home).declared("sandbox"))
    with pytest.raises(NoLogin, match="still shows the login form"):
        log_in(account, file, lambda _tab: None, headless=True)
    assert not file.exists()


def test_without_a_screen_login_says_what_to_do(home, monkeypatch):
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr("spiders.login.available", lambda: True)
    with pytest.raises(NoLogin, match="no screen here"):
        log_in(account_of(Workspace(home).declared("sandbox")), home / "sessions" / "x.json", noor)
