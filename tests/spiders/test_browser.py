"""Pages that need a browser, in a real one."""

import json

import pytest

from spiders import browser, installed_browser
from spiders.browser import session_file
from spiders.installed_browser import available

needs_browser = pytest.mark.skipif(not available(), reason=browser.NO_BROWSER)

LOCATOR = {
    "url": "/locator",
    "wait_for": "li.place",
    "rows": "li.place",
    "fields": {"location_ref": "::attr(data-id)", "name": "h2"},
}
SCRIPTED = b"""<ul></ul><script>
setTimeout(() => document.querySelector("ul").innerHTML = "<li class=place data-id=NL-1><h2>Leiden</h2></li>", 100)
</script>"""

ORDERS = {
    "url": "/orders",
    "logged_out": "form#login",
    "wait_for": "tr.order",
    "rows": "tr.order",
    "fields": {"invoice_number": ".number", "total": ".total"},
}
ACCOUNT = """<address>Jane Doe, Elm Street 5</address>
<table><tr class=order><td class=number>KD-17</td><td class=total>€ 2,49</td><td>to Jane Doe</td></tr></table>"""


@needs_browser
def test_what_a_script_puts_into_the_page_is_read(server, look):
    server.says("/locator", SCRIPTED, media_type="text/html")
    seen = look(server.url, "locations", "browser_page", LOCATOR)
    assert seen.looks == [("ok", None)]
    assert [place["name"] for place in seen.lines("location")] == ["Leiden"]
    assert all(h["User-Agent"].startswith("orderscope/") for path, _, h in server.asked if path == "/locator")


@needs_browser
def test_what_does_not_come_is_changed_and_not_empty(server, look, monkeypatch):
    monkeypatch.setattr("spiders.browser.WAIT_MS", 300)
    server.says("/locator", b"<ul></ul>", media_type="text/html")
    assert look(server.url, "locations", "browser_page", LOCATOR).looks[0][0] == "changed"


@needs_browser
def test_a_challenge_in_the_browser_is_blocked(server, look, monkeypatch):
    monkeypatch.setattr("spiders.browser.WAIT_MS", 300)
    server.says("/locator", b"<title>Just a moment...</title>", media_type="text/html")
    assert look(server.url, "locations", "browser_page", LOCATOR).looks[0][0] == "blocked"


@needs_browser
def test_a_browser_that_gets_no_answer_says_so(look):
    ((outcome, reason),) = look("http://127.0.0.1:9", "locations", "browser_page", LOCATOR).looks
    assert (outcome, "ERR_" in reason) == ("http_error", True)


def test_without_a_browser_the_look_was_not_tried(server, look, monkeypatch):
    monkeypatch.setattr(installed_browser, "available", lambda: False)
    assert look(server.url, "locations", "browser_page", LOCATOR).looks == [("not_tried", browser.NO_BROWSER)]


def store_session(home, cookie):
    file = session_file(home, "shop")
    file.parent.mkdir(parents=True)
    told = {"name": "session", "value": cookie, "domain": "127.0.0.1", "path": "/", "expires": -1}
    told |= {"httpOnly": True, "secure": False, "sameSite": "Lax"}
    file.write_text(json.dumps({"cookies": [told], "origins": []}))


@needs_browser
def test_own_orders_are_read_with_the_stored_session_and_nobody_is_named(server, look, tmp_path):
    store_session(tmp_path, "s3cret")
    server.says("/orders", ACCOUNT.encode(), media_type="text/html; charset=utf-8", headers={"Set-Cookie": "x=s3cret"})
    seen = look(server.url, "invoices", "account_orders", ORDERS, decimal=",")
    assert seen.looks == [("ok", None)]
    assert [(one["invoice_number"], one["total"]) for one in seen.lines("invoice")] == [("KD-17", "2.49")]
    assert "s3cret" in next(h for path, _, h in server.asked if path == "/orders")["Cookie"]
    for written in tmp_path.glob("data/*/**/*"):
        if written.is_file() and "sessions" not in written.parts:
            assert not any(word in written.read_bytes() for word in (b"Jane", b"Elm", b"s3cret"))
    assert not any(word in page.body for page in seen.archived for word in (b"Jane", b"Elm"))


@needs_browser
def test_a_session_that_ended_is_blocked(server, look, tmp_path):
    store_session(tmp_path, "old")
    server.says("/orders", b"", status=303, headers={"Location": "/login"})
    server.says("/login", b"<form id=login></form>", media_type="text/html")
    seen = look(server.url, "invoices", "account_orders", ORDERS)
    assert seen.looks == [("blocked", "nobody is logged in: run `orderscope login shop`")]


def test_a_missing_session_is_blocked_and_nothing_is_asked(server, look, monkeypatch):
    monkeypatch.setattr(installed_browser, "available", lambda: True)
    seen = look(server.url, "invoices", "account_orders", ORDERS)
    assert seen.looks[0][0] == "blocked"
    assert "no session is stored in data/sessions/shop.json" in seen.looks[0][1]
    assert server.asked == []


def test_a_wall_before_the_account_is_still_known_after_redaction(make, read, web):
    wall = web("<title>Just a moment...</title>Hello Jane")
    kept = make("invoices", "account_orders", ORDERS).redact(wall)
    reading = read("invoices", "account_orders", ORDERS, kept)
    assert (reading.outcome, "Cloudflare" in reading.reason, b"Jane" in kept.body) == ("blocked", True, False)


def test_redaction_keeps_declared_fields_only_and_is_stable(make, web):
    orders = make("invoices", "account_orders", ORDERS)
    kept = orders.redact(web(ACCOUNT))
    assert b"KD-17" in kept.body
    assert b"Jane" not in kept.body
    assert orders.redact(kept) == kept
    assert orders.read(kept) == orders.read(web(ACCOUNT))
